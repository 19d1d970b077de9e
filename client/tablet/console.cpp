#include "client/tablet/console.h"

#include "client/tablet/sentences.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <istream>
#include <ostream>
#include <termios.h>
#include <unistd.h>

namespace fieldbook::client::tablet {
namespace {

// While it lives, the terminal does not show what is typed.
class Unseen {
public:
    Unseen()
    {
        known_ = ::tcgetattr(STDIN_FILENO, &former_) == 0;
        termios quiet = former_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (known_) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        }
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;
    ~Unseen()
    {
        if (known_) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &former_);
        }
    }

private:
    termios former_{};
    bool known_ = false;
};

Result<std::string> firstLine(std::istream& in)
{
    std::string line;
    if (!std::getline(in, line) || line.empty()) {
        return fail(ErrorKind::Invalid, "password.missing");
    }
    if (line.ends_with('\r')) {
        line.pop_back();
    }
    return line;
}

} // namespace

Exit Console::refuse(const Error& error) const
{
    const std::string sentence = sentenceFor(error.code, language);
    if (asJson) {
        const nlohmann::json answer{
            {"error", {{"code", error.code}, {"message", sentence}, {"detail", error.detail}}}};
        out << answer.dump() << std::endl;
    }
    err << "fieldbook-tablet: " << sentence << " [" << error.code << ']';
    if (!error.detail.empty()) {
        err << ' ' << error.detail;
    }
    err << std::endl;
    return isTrouble(error.code) ? Exit::Broken : Exit::Refused;
}

Result<std::string> readPassword(Console& console, const std::string& file)
{
    if (!file.empty() && file != "-") {
        std::ifstream in{file};
        return firstLine(in);
    }
    if (file.empty()) {
        if (const auto given = console.environment("FIELDBOOK_PASSWORD")) {
            return *given;
        }
        if (::isatty(STDIN_FILENO) != 0) {
            const Unseen unseen;
            console.err << console.say({"Password: ", "密码："}) << std::flush;
            auto password = firstLine(console.in);
            console.err << '\n';
            return password;
        }
    }
    return firstLine(console.in);
}

std::optional<std::string> readCode(Console& console)
{
    if (::isatty(STDIN_FILENO) == 0) {
        return std::nullopt;
    }
    console.err << console.say({"Code of the authenticator app: ", "验证器上的验证码："})
                << std::flush;
    const auto code = firstLine(console.in);
    return code ? std::optional{*code} : std::nullopt;
}

} // namespace fieldbook::client::tablet
