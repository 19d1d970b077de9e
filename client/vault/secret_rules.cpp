#include "client/vault/secret_rules.h"

#include <algorithm>
#include <array>

namespace fieldbook::client {
namespace {

// What is typed most where six digits are asked for, beside what has a pattern.
constexpr std::array<std::string_view, 14> common{"112233", "123321", "131452",  "147258", "147852",
                                                  "159357", "159753", "258369",  "445566", "520131",
                                                  "654321", "789456", "1314520", "5201314"};

bool repeats(std::string_view pin, std::size_t period)
{
    return std::ranges::equal(pin.substr(period), pin.substr(0, pin.size() - period));
}

// 123456, 987654, 246802, 890123: each digit as far from the one before.
bool counts(std::string_view pin)
{
    const auto step = [&](std::size_t at) { return (pin[at] - pin[at - 1] + 10) % 10; };
    for (std::size_t at = 2; at < pin.size(); ++at) {
        if (step(at) != step(1)) {
            return false;
        }
    }
    return true;
}

bool isTrivial(std::string_view pin)
{
    return counts(pin) || repeats(pin, 1) || repeats(pin, 2) || repeats(pin, 3) ||
           std::ranges::find(common, pin) != common.end();
}

} // namespace

Result<void> checkSecret(SecretKind kind, std::string_view secret)
{
    if (kind == SecretKind::Password) {
        if (secret.size() < unlockPasswordMin) {
            return fail(ErrorKind::Invalid, "password.too_short");
        }
        return secret.size() > unlockPasswordMax ? fail(ErrorKind::Invalid, "password.too_long")
                                                 : Result<void>{};
    }
    if (!std::ranges::all_of(secret, [](char digit) { return digit >= '0' && digit <= '9'; })) {
        return fail(ErrorKind::Invalid, "pin.digits");
    }
    if (secret.size() < pinDigitsMin || secret.size() > pinDigitsMax) {
        return fail(ErrorKind::Invalid, "pin.length");
    }
    return isTrivial(secret) ? fail(ErrorKind::Invalid, "pin.trivial") : Result<void>{};
}

} // namespace fieldbook::client
