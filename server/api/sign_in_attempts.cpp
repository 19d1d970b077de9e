#include "server/api/sign_in_attempts.h"

namespace fieldbook::server::api {
namespace {

using std::chrono::seconds;

constexpr AttemptLimiter::Limits perLogin{.attemptsMax = 10, .window = seconds{300}};
constexpr AttemptLimiter::Limits perAddress{.attemptsMax = 300, .window = seconds{300}};
// NIST SP 800-63B-4, section 3.2.2: no more than a hundred.
constexpr AttemptLimiter::Limits perAccount{.attemptsMax = 100, .window = seconds{3'600}};
constexpr AttemptLimiter::Limits perCode{.attemptsMax = 10, .window = seconds{900}};

// A login counts the same in either case.
std::string folded(std::string login)
{
    for (char& c : login) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return login;
}

std::string keyOf(const std::string& address, const std::string& login)
{
    return address + '\n' + folded(login);
}

} // namespace

SignInAttempts::SignInAttempts(const Clock& clock)
    : byLogin_{clock, perLogin},
      byAddress_{clock, perAddress},
      byAccount_{clock, perAccount},
      codes_{clock, perCode}
{}

Result<void> SignInAttempts::begin(const std::string& address, const std::string& login)
{
    for (const auto wait : {byLogin_.waitFor(keyOf(address, login)), byAddress_.waitFor(address),
                            byAccount_.waitFor(folded(login)), codes_.waitFor(folded(login))}) {
        if (wait) {
            return fail(ErrorKind::TooMany, "session.too_many", std::to_string(wait->count()));
        }
    }
    byAddress_.count(address);
    return {};
}

void SignInAttempts::failed(const std::string& address,
                            const std::string& login,
                            const Error& error)
{
    if (error.code == "session.wrong_code") {
        codes_.count(folded(login));
    } else if (error.code == "session.wrong_credentials") {
        byLogin_.count(keyOf(address, login));
        byAccount_.count(folded(login));
    }
}

void SignInAttempts::succeeded(const std::string& address, const std::string& login)
{
    byLogin_.forget(keyOf(address, login));
    byAccount_.forget(folded(login));
    codes_.forget(folded(login));
}

} // namespace fieldbook::server::api
