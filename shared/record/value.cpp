#include "shared/record/value.h"

#include "shared/record/field.h"

#include <nlohmann/json.hpp>

#include <charconv>

namespace fieldbook {
namespace {

using nlohmann::json;

template <class Number>
void appendNumber(std::string& out, Number number)
{
    std::array<char, 40> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    out.append(buffer.data(), end);
}

struct Appender {
    std::string& out;

    void operator()(std::monostate) const { out += "null"; }
    void operator()(bool value) const { out += value ? "true" : "false"; }
    void operator()(std::int64_t value) const { appendNumber(out, value); }
    void operator()(const std::string& value) const { appendJsonString(out, value); }
    void operator()(const Money& value) const
    {
        out += R"({"minor":)";
        appendNumber(out, value.minor());
        out += R"(,"currency":")";
        out += value.currency().code();
        out += R"("})";
    }
    void operator()(const Uuid& value) const { out += '"' + value.text() + '"'; }
    void operator()(const Date& value) const { out += '"' + toIsoDate(value) + '"'; }
    void operator()(const Timestamp& value) const { out += '"' + toRfc3339(value) + '"'; }
    void operator()(const Geo& value) const
    {
        out += R"({"lat":)";
        appendNumber(out, value.latitude);
        out += R"(,"lon":)";
        appendNumber(out, value.longitude);
        out += R"(,"accuracy":)";
        appendNumber(out, value.accuracy);
        out += R"(,"at":")" + toRfc3339(value.fixedAt) + '"';
        out += value.mocked ? R"(,"mocked":true})" : "}";
    }
    void operator()(const TextSet& value) const
    {
        out += '[';
        const char* comma = "";
        for (const auto& member : value) {
            out += comma;
            appendJsonString(out, member);
            comma = ",";
        }
        out += ']';
    }
};

} // namespace

json toJson(const Value& value)
{
    std::string text;
    appendJson(text, value);
    return json::parse(text);
}

void appendJson(std::string& out, const Value& value) { std::visit(Appender{out}, value); }

void appendJsonInteger(std::string& out, std::int64_t number) { appendNumber(out, number); }

void appendJsonString(std::string& out, std::string_view text)
{
    constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20) {
            out += "\\u00";
            out += hex[byte >> 4];
            out += hex[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

} // namespace fieldbook
