#include "server/api/api.h"
#include "server/api/body.h"

namespace fieldbook::server::api {
namespace {

using nlohmann::ordered_json;

// Customers may go one by one, each with two ids.
constexpr std::size_t bodyBytesMax = std::size_t{1} << 20U;
constexpr std::size_t partsMax = 100;
constexpr std::size_t reasonBytesMax = 2'000;

tl::unexpected<Error> malformed(std::string_view what)
{
    return fail(ErrorKind::Invalid, "body.malformed", std::string{what});
}

// The id at that name; nil where there is none.
Result<Uuid> idAt(const nlohmann::json& object, std::string_view name)
{
    const auto found = object.find(name);
    if (found == object.end() || found->is_null()) {
        return Uuid{};
    }
    const auto id = found->is_string() ? Uuid::parse(found->get<std::string>()) : std::nullopt;
    return id ? Result<Uuid>{*id} : malformed(name);
}

Result<HandoverPart> partOf(const nlohmann::json& from)
{
    if (!from.is_object()) {
        return malformed("parts");
    }
    const auto field = textMember(from, "field");
    const auto value = textMember(from, "value");
    const auto to = idAt(from, "to");
    if (!field || !value || !to) {
        return malformed("parts: field, value and to");
    }
    return HandoverPart{.field = *field, .value = *value, .to = *to};
}

Result<void> readParts(const nlohmann::json& body, HandoverOrder& order)
{
    if (const auto parts = body.find("parts"); parts != body.end()) {
        if (!parts->is_array() || parts->size() > partsMax) {
            return malformed("parts");
        }
        for (const auto& each : *parts) {
            auto part = partOf(each);
            if (!part) {
                return fail(part.error());
            }
            order.parts.push_back(std::move(*part));
        }
    }
    const auto customers = body.find("customers");
    if (customers == body.end()) {
        return {};
    }
    if (!customers->is_object()) {
        return malformed("customers");
    }
    for (const auto& [key, value] : customers->items()) {
        const auto customer = Uuid::parse(key);
        const auto to = value.is_string() ? Uuid::parse(value.get<std::string>()) : std::nullopt;
        if (!customer || !to) {
            return malformed("customers: who gets each");
        }
        order.customers[*customer] = *to;
    }
    return {};
}

struct Asked {
    HandoverOrder order;
    bool preview = false;
};

Result<Asked> parseAsked(const net::Request& request)
{
    const auto body = parseBody(request);
    if (!body) {
        return fail(body.error());
    }
    const auto from = idAt(*body, "from");
    const auto to = idAt(*body, "to");
    if (!from || !to || from->isNil()) {
        return malformed("from and to are ids");
    }
    Asked asked{.order = {.from = *from,
                          .to = *to,
                          .parts = {},
                          .customers = {},
                          .reason = textMember(*body, "reason").value_or("")}};
    if (asked.order.reason.size() > reasonBytesMax) {
        return malformed("reason: at most 2,000 bytes");
    }
    const auto preview = body->find("preview");
    asked.preview = preview != body->end() && preview->is_boolean() && preview->get<bool>();
    auto read = readParts(*body, asked.order);
    return read ? Result<Asked>{std::move(asked)} : fail(read.error());
}

ordered_json countsJson(const std::vector<HandoverCount>& counts)
{
    auto list = ordered_json::array();
    for (const auto& each : counts) {
        list.push_back(
            {{"to", each.to.text()}, {"type", each.type->name}, {"records", each.records}});
    }
    return list;
}

ordered_json handoverJson(const Handover& handover)
{
    ordered_json json{{"id", handover.id.text()},
                      {"from", handover.from.text()},
                      {"at", toRfc3339(handover.at)},
                      {"reason", handover.reason},
                      {"moved", countsJson(handover.moved)},
                      {"kept", countsJson(handover.kept)}};
    json["by"] = handover.by.isNil() ? ordered_json() : ordered_json(handover.by.text());
    json["undone_at"] =
        handover.undoneAt ? ordered_json(toRfc3339(*handover.undoneAt)) : ordered_json();
    return json;
}

Result<net::Response> answer(const Result<Handover>& handover)
{
    return handover ? Result<net::Response>{json(handoverJson(*handover).dump())}
                    : fail(handover.error());
}

Result<net::Response> list(const Services& services, const Call& call)
{
    const auto handovers =
        services.handovers.listFor(call.caller.user, *services.directory.current());
    if (!handovers) {
        return fail(handovers.error());
    }
    auto list = ordered_json::array();
    for (const auto& each : *handovers) {
        list.push_back(handoverJson(each));
    }
    return json(ordered_json{{"handovers", std::move(list)}}.dump());
}

Result<net::Response> handOver(const Services& services, const Call& call)
{
    const auto asked = parseAsked(call.request);
    if (!asked) {
        return fail(asked.error());
    }
    return answer(asked->preview ? services.handovers.preview(call.caller.user, asked->order)
                                 : services.handovers.handOver(call.caller.user, asked->order));
}

Result<net::Response> undo(const Services& services, const Call& call)
{
    const auto id = Uuid::parse(call.request.pathParameter("id"));
    return id ? answer(services.handovers.undo(call.caller.user, *id))
              : fail(ErrorKind::NotFound, "handover.missing");
}

} // namespace

void addHandovers(Api& api)
{
    const Services& services = api.services();
    api.add({.path = "/v1/handovers",
             .operation = "listHandovers",
             .summary = {"Books that were handed over, the newest first", "交接记录，由新到旧"},
             .response = "Handovers"},
            {.pool = &services.pool},
            [&services](const Call& call) { return list(services, call); });
    api.add({.method = net::Method::Post,
             .path = "/v1/handovers",
             .operation = "handOver",
             .summary = {"Hand somebody's book over, or preview what would happen",
                         "交接某人负责的全部客户，或先预览结果"},
             .request = "HandoverOrder",
             .response = "Handover"},
            {.bodyMax = bodyBytesMax, .needsBody = true, .pool = &services.pool},
            [&services](const Call& call) { return handOver(services, call); });
    api.add({.method = net::Method::Delete,
             .path = "/v1/handovers/{id}",
             .operation = "undoHandover",
             .summary = {"Give back what still stands as it was handed over",
                         "撤销交接：交还仍保持原样的内容"},
             .response = "Handover"},
            {.pool = &services.pool},
            [&services](const Call& call) { return undo(services, call); });
}

} // namespace fieldbook::server::api
