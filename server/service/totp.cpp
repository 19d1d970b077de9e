#include "server/service/totp.h"

#include <liboath/oath.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace fieldbook::server {
namespace {

constexpr std::size_t digits = 6;
constexpr std::size_t stepsAside = 1;

void prepareOath()
{
    static const int outcome = oath_init();
    if (outcome != OATH_OK) {
        throw std::runtime_error{oath_strerror(outcome)};
    }
}

const char* charactersOf(std::span<const std::uint8_t> bytes)
{
    return reinterpret_cast<const char*>(bytes.data());
}

std::string percentEncoded(std::string_view text)
{
    constexpr std::string_view digitsOfHex = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                             (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
        if (isPlain) {
            encoded += c;
        } else {
            encoded += '%';
            encoded += digitsOfHex[byte >> 4U];
            encoded += digitsOfHex[byte & 15U];
        }
    }
    return encoded;
}

} // namespace

std::optional<std::uint64_t>
totpStepOf(std::span<const std::uint8_t> secret, std::string_view code, Timestamp now)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (code.size() != digits || !std::ranges::all_of(code, isDigit)) {
        return std::nullopt;
    }
    prepareOath();
    const std::string text{code};
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    std::uint64_t step = 0;
    const int outcome = oath_totp_validate3(
        charactersOf(secret), secret.size(), seconds, OATH_TOTP_DEFAULT_TIME_STEP_SIZE,
        OATH_TOTP_DEFAULT_START_TIME, stepsAside, nullptr, &step, text.c_str());
    return outcome >= 0 ? std::optional{step} : std::nullopt;
}

std::string toBase32(std::span<const std::uint8_t> bytes)
{
    prepareOath();
    char* encoded = nullptr;
    std::size_t length = 0;
    if (oath_base32_encode(charactersOf(bytes), bytes.size(), &encoded, &length) != OATH_OK) {
        throw std::runtime_error{"base32 could not be written"};
    }
    const std::unique_ptr<char, decltype(&std::free)> held{encoded, &std::free};
    std::string text{encoded, length};
    text.erase(text.find_last_not_of('=') + 1);
    return text;
}

std::string
totpUri(std::string_view issuer, std::string_view account, std::span<const std::uint8_t> secret)
{
    const auto name = percentEncoded(issuer);
    return "otpauth://totp/" + name + ':' + percentEncoded(account) +
           "?secret=" + toBase32(secret) + "&issuer=" + name;
}

} // namespace fieldbook::server
