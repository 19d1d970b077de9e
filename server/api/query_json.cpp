#include "server/api/query_json.h"

#include "server/api/body.h"
#include "server/service/field_condition.h"
#include "shared/base/encoding.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace fieldbook::server::api {
namespace {

using nlohmann::json;

constexpr std::int64_t rowsMax = 500;
constexpr std::size_t rowsUsual = 100;
constexpr std::size_t fieldsMax = 60;
constexpr std::size_t keysMax = 4;
tl::unexpected<Error> malformed(std::string_view what)
{
    return fail(ErrorKind::Invalid, "query.malformed", std::string{what});
}

// The list at that name; empty where there is none.
Result<json> listAt(const json& object, std::string_view name, std::size_t max)
{
    const auto found = object.find(name);
    if (found == object.end()) {
        return json::array();
    }
    if (!found->is_array() || found->size() > max) {
        return malformed(name);
    }
    return *found;
}

Result<std::vector<std::string>> textsAt(const json& object, std::string_view name, std::size_t max)
{
    const auto list = listAt(object, name, max);
    if (!list) {
        return fail(list.error());
    }
    std::vector<std::string> texts;
    for (const auto& entry : *list) {
        if (!entry.is_string()) {
            return malformed(name);
        }
        texts.push_back(entry.get<std::string>());
    }
    return texts;
}

bool flagAt(const json& object, std::string_view name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_boolean() && found->get<bool>();
}

json cellJson(const OwnCell& cell)
{
    return std::visit(
        [](const auto& held) -> json {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, std::monostate>) {
                return nullptr;
            } else if constexpr (std::is_same_v<Held, Uuid>) {
                return held.text();
            } else {
                return held;
            }
        },
        cell);
}

// A place in a list as the next request gives it back: it says where to go on, and nothing else.
std::string placeText(const QueryPosition& position)
{
    json place{{"id", position.id.text()}, {"value", cellJson(position.value)}};
    place["reference"] = std::holds_alternative<Uuid>(position.value);
    const std::string text = place.dump();
    return toBase64Url(asBytes(text));
}

std::optional<QueryPosition> parsePlace(std::string_view text)
{
    const auto bytes = fromBase64Url(text);
    if (!bytes) {
        return std::nullopt;
    }
    const auto place = json::parse(*bytes, nullptr, false);
    if (!place.is_object()) {
        return std::nullopt;
    }
    const auto id = Uuid::parse(textMember(place, "id").value_or(""));
    const auto value = place.find("value");
    if (!id || value == place.end()) {
        return std::nullopt;
    }
    QueryPosition position{.value = {}, .id = *id};
    if (value->is_number_integer()) {
        position.value = value->get<std::int64_t>();
    } else if (value->is_string()) {
        const auto held = value->get<std::string>();
        const auto reference = flagAt(place, "reference") ? Uuid::parse(held) : std::nullopt;
        position.value = reference ? OwnCell{*reference} : OwnCell{held};
    }
    return position;
}

json namesJson(const std::map<Uuid, std::string>& names)
{
    auto object = json::object();
    for (const auto& [id, name] : names) {
        object[id.text()] = name;
    }
    return object;
}

} // namespace

Result<ListRequest> parseListRequest(const net::Request& request)
{
    const auto body = parseBody(request);
    if (!body) {
        return fail(body.error());
    }
    ListRequest made;
    auto fields = textsAt(*body, "fields", fieldsMax);
    auto where = parseWhere(*body);
    if (!fields || !where) {
        return fail(fields ? where.error() : fields.error());
    }
    made.fields = std::move(*fields);
    made.where = std::move(*where);
    made.order = textMember(*body, "order").value_or("");
    made.descending = flagAt(*body, "descending");
    made.counted = flagAt(*body, "count");
    made.limit = rowsUsual;
    if (body->contains("limit")) {
        const auto limit = integerMember(*body, "limit").value_or(0);
        if (limit < 1 || limit > rowsMax) {
            return malformed("limit: 1 to 500");
        }
        made.limit = static_cast<std::size_t>(limit);
    }
    if (const auto after = textMember(*body, "after")) {
        made.after = parsePlace(*after);
        if (!made.after) {
            return malformed("after: the next of another page");
        }
    }
    return made;
}

Result<TotalsRequest> parseTotalsRequest(const net::Request& request)
{
    const auto body = parseBody(request);
    if (!body) {
        return fail(body.error());
    }
    TotalsRequest made;
    auto where = parseWhere(*body);
    auto sums = textsAt(*body, "sum", keysMax);
    const auto by = listAt(*body, "by", keysMax);
    if (!where || !sums || !by) {
        return fail(!where ? where.error() : !sums ? sums.error() : by.error());
    }
    made.where = std::move(*where);
    made.sums = std::move(*sums);
    for (const auto& key : *by) {
        const auto field = key.is_object() ? textMember(key, "field") : std::nullopt;
        const auto step = key.is_object() ? textMember(key, "step").value_or("value") : "";
        if (!field || (step != "value" && step != "day" && step != "month")) {
            return malformed("by: field, and step value, day or month");
        }
        made.by.push_back({*field, step == "day"     ? KeyStep::Day
                                   : step == "month" ? KeyStep::Month
                                                     : KeyStep::Value});
    }
    return made;
}

std::string listAnswerJson(const ListAnswer& answer)
{
    std::string text = R"({"records":[)";
    for (const auto& row : answer.rows) {
        text += &row == &answer.rows.front() ? R"({"id":")" : R"(,{"id":")";
        text += row.id.text() + R"(","f":)" + row.fields + '}';
    }
    text += R"(],"names":)" + namesJson(answer.names).dump();
    text += R"(,"next":)" + json(answer.next ? json(placeText(*answer.next)) : json()).dump();
    text += R"(,"count":)" + json(answer.count ? json(*answer.count) : json()).dump();
    return text + '}';
}

std::string totalsAnswerJson(const TotalsAnswer& answer)
{
    auto rows = json::array();
    for (const auto& row : answer.rows) {
        json entry{{"by", json::array()}, {"count", row.count}, {"sums", json::array()}};
        for (const auto& key : row.keys) {
            entry["by"].push_back(cellJson(key));
        }
        for (const auto& sum : row.sums) {
            auto amounts = json::array();
            for (const auto& [currency, minor] : sum) {
                amounts.push_back({{"minor", minor}, {"currency", currency}});
            }
            entry["sums"].push_back(std::move(amounts));
        }
        rows.push_back(std::move(entry));
    }
    return json{{"rows", std::move(rows)}, {"names", namesJson(answer.names)}}.dump();
}

} // namespace fieldbook::server::api
