#include "server/api/body.h"

namespace fieldbook::server::api {
namespace {

// Deeper than any request of ours; what is deeper would only cost stack.
constexpr int depthMax = 16;

bool isShallow(std::string_view text)
{
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            i += c == '\\' ? 1U : 0U;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            if (++depth > depthMax) {
                return false;
            }
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return true;
}

} // namespace

Result<nlohmann::json> parseBody(const net::Request& request)
{
    auto body = isShallow(request.body) ? nlohmann::json::parse(request.body, nullptr, false)
                                        : nlohmann::json(nlohmann::json::value_t::discarded);
    if (!body.is_object()) {
        return fail(ErrorKind::Invalid, "body.malformed", "a JSON object is needed");
    }
    return body;
}

std::optional<std::string> textMember(const nlohmann::json& object, std::string_view name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? std::optional{found->get<std::string>()}
                                                       : std::nullopt;
}

std::optional<std::int64_t> integerMember(const nlohmann::json& object, std::string_view name)
{
    const auto found = object.find(name);
    const bool fits =
        found != object.end() && found->is_number_integer() &&
        !(found->is_number_unsigned() && found->get<std::uint64_t>() > std::uint64_t{1} << 62);
    return fits ? std::optional{found->get<std::int64_t>()} : std::nullopt;
}

} // namespace fieldbook::server::api
