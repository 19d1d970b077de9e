#include "server/net/http.h"

#include "shared/base/assert.h"

#include <algorithm>
#include <array>

namespace fieldbook::server::net {
namespace {

constexpr std::array<std::pair<std::string_view, Method>, 7> methodNames{{
    {"GET", Method::Get},
    {"HEAD", Method::Head},
    {"POST", Method::Post},
    {"PUT", Method::Put},
    {"PATCH", Method::Patch},
    {"DELETE", Method::Delete},
    {"OPTIONS", Method::Options},
}};

constexpr std::array<std::pair<int, std::string_view>, 36> reasons{{
    {100, "Continue"},
    {101, "Switching Protocols"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {426, "Upgrade Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool isControl(char c) { return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7f; }

} // namespace

std::string_view methodName(Method method)
{
    for (const auto& [name, value] : methodNames) {
        if (value == method)
            return name;
    }
    return "OTHER";
}

Method methodFromName(std::string_view name)
{
    for (const auto& [known, value] : methodNames) {
        if (known == name)
            return value;
    }
    return Method::Other;
}

bool equalsIgnoringCase(std::string_view left, std::string_view right)
{
    return left.size() == right.size() &&
           std::equal(left.begin(), left.end(), right.begin(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

Headers::Headers(std::initializer_list<std::pair<std::string_view, std::string_view>> fields)
{
    for (const auto& [name, value] : fields)
        add(name, value);
}

std::optional<std::string_view> Headers::find(std::string_view wanted) const
{
    for (const Entry& entry : entries_) {
        if (equalsIgnoringCase(name(entry), wanted))
            return value(entry);
    }
    return std::nullopt;
}

std::size_t Headers::count(std::string_view wanted) const
{
    const auto matches = std::ranges::count_if(
        entries_, [&](const Entry& entry) { return equalsIgnoringCase(name(entry), wanted); });
    return static_cast<std::size_t>(matches);
}

std::pair<std::string_view, std::string_view> Headers::at(std::size_t index) const
{
    FIELDBOOK_ASSERT(index < entries_.size());
    return {name(entries_[index]), value(entries_[index])};
}

void Headers::reserve(std::size_t fields, std::size_t bytes)
{
    entries_.reserve(fields);
    text_.reserve(bytes);
}

void Headers::add(std::string_view name, std::string_view value)
{
    const auto at = text_.size();
    text_.append(name);
    text_.append(value);
    for (auto i = at; i < text_.size(); ++i) {
        if (isControl(text_[i]))
            text_[i] = ' ';
    }
    entries_.push_back({.at = static_cast<std::uint32_t>(at),
                        .nameSize = static_cast<std::uint32_t>(name.size()),
                        .valueSize = static_cast<std::uint32_t>(value.size())});
}

void Headers::set(std::string_view name, std::string_view value)
{
    remove(name);
    add(name, value);
}

void Headers::remove(std::string_view unwanted)
{
    std::erase_if(entries_,
                  [&](const Entry& entry) { return equalsIgnoringCase(name(entry), unwanted); });
}

std::string_view Headers::name(const Entry& entry) const
{
    return std::string_view{text_}.substr(entry.at, entry.nameSize);
}

std::string_view Headers::value(const Entry& entry) const
{
    return std::string_view{text_}.substr(entry.at + entry.nameSize, entry.valueSize);
}

std::string_view Request::path() const
{
    return std::string_view{target}.substr(0, target.find('?'));
}

const std::string& Request::pathParameter(std::string_view name) const
{
    const auto found = std::ranges::find(pathParameters, name, &Parameter::name);
    FIELDBOOK_ASSERT(found != pathParameters.end());
    return found->value;
}

std::optional<std::string_view> Request::queryValue(std::string_view name) const
{
    const auto found = std::ranges::find(query, name, &Parameter::name);
    if (found == query.end())
        return std::nullopt;
    return found->value;
}

Response jsonResponse(std::string body, int status)
{
    Response response{.status = status, .body = std::move(body)};
    response.headers.add("Content-Type", "application/json");
    return response;
}

Response textResponse(std::string body, int status)
{
    Response response{.status = status, .body = std::move(body)};
    response.headers.add("Content-Type", "text/plain; charset=utf-8");
    return response;
}

std::string_view reasonPhrase(int status)
{
    for (const auto& [number, phrase] : reasons) {
        if (number == status)
            return phrase;
    }
    return "Status";
}

} // namespace fieldbook::server::net
