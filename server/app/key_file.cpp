#include "server/app/key_file.h"

#include "shared/base/encoding.h"

#include <sys/stat.h>

#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <stdexcept>
#include <string>
#include <system_error>
#include <unistd.h>

namespace fieldbook::server {
namespace {

[[noreturn]] void raise(const std::filesystem::path& file)
{
    throw std::system_error{errno, std::generic_category(), file.string()};
}

void writeDurably(const std::filesystem::path& file, const std::string& text)
{
    // Whole or not at all: a key that was cut off would be another one.
    const auto made = file.string() + ".new";
    const int out = ::open(made.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (out < 0) {
        raise(made);
    }
    const bool written =
        ::write(out, text.data(), text.size()) == std::ssize(text) && ::fsync(out) == 0;
    ::close(out);
    if (!written) {
        raise(made);
    }
    std::filesystem::rename(made, file);
}

} // namespace

SecretKey loadKeyFile(const std::filesystem::path& file, Entropy& entropy)
{
    if (!std::filesystem::exists(file)) {
        const auto seed = SecretKey::random(entropy);
        writeDurably(file, toBase64Url(seed.bytes()) + '\n');
        return seed;
    }
    std::ifstream in{file};
    std::string text;
    std::getline(in, text);
    const auto bytes = fromBase64Url(text);
    const auto seed = bytes ? SecretKey::fromBytes(*bytes) : std::nullopt;
    if (!seed) {
        throw std::runtime_error{"no key in " + file.string()};
    }
    return *seed;
}

} // namespace fieldbook::server
