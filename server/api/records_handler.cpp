#include "server/api/api.h"
#include "server/api/body.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace fieldbook::server::api {
namespace {

constexpr std::size_t listMax = 500;
constexpr std::size_t listUsual = 100;

Result<const TypeSpec*> typeOf(const Call& call)
{
    const auto* type = findType(call.request.pathParameter("type"));
    if (type == nullptr) {
        return fail(ErrorKind::NotFound, "record.type_unknown", call.request.pathParameter("type"));
    }
    return type;
}

Result<Uuid> idOf(const Call& call)
{
    const auto id = Uuid::parse(call.request.pathParameter("id"));
    return id ? Result<Uuid>{*id} : fail(ErrorKind::NotFound, "record.missing");
}

Result<std::size_t> limitOf(const Call& call)
{
    const auto text = call.request.queryValue("limit");
    if (!text) {
        return listUsual;
    }
    std::size_t limit = 0;
    const char* end = text->data() + text->size();
    const auto [after, error] = std::from_chars(text->data(), end, limit);
    if (error != std::errc{} || after != end || limit == 0 || limit > listMax) {
        return fail(ErrorKind::Invalid, "query.malformed", "limit: 1 to 500");
    }
    return limit;
}

Result<net::Response> list(const Services& services, const Call& call)
{
    const auto type = typeOf(call);
    const auto limit = limitOf(call);
    if (!type || !limit) {
        return fail(type ? limit.error() : type.error());
    }
    Uuid after;
    if (const auto text = call.request.queryValue("after")) {
        const auto id = Uuid::parse(*text);
        if (!id) {
            return fail(ErrorKind::Invalid, "query.malformed", "after: a UUID");
        }
        after = *id;
    }
    // The documents go out as they are stored.
    const auto documents = services.records.list(call.caller, **type, after, *limit);
    std::string body = R"({"records":[)";
    for (const auto& document : documents) {
        body += &document == &documents.front() ? "" : ",";
        body += document;
    }
    body += documents.size() == *limit ? R"(],"more":true})" : R"(],"more":false})";
    return json(std::move(body));
}

Result<net::Response> find(const Services& services, const Call& call)
{
    const auto type = typeOf(call);
    const auto id = idOf(call);
    if (!type || !id) {
        return fail(type ? id.error() : type.error());
    }
    auto document = services.records.find(call.caller, **type, *id);
    return document ? Result<net::Response>{json(std::move(*document))} : fail(document.error());
}

// Noted first, then told.
Result<net::Response> reveal(const Services& services, const Call& call)
{
    const auto type = typeOf(call);
    const auto id = idOf(call);
    if (!type || !id) {
        return fail(type ? id.error() : type.error());
    }
    const auto body = parseBody(call.request);
    if (!body) {
        return fail(body.error());
    }
    std::vector<std::string> fields;
    const auto named = body->find("fields");
    if (named == body->end() || !named->is_array() || named->empty()) {
        return fail(ErrorKind::Invalid, "body.malformed", "fields are needed");
    }
    for (const auto& field : *named) {
        if (!field.is_string() || fields.size() == (*type)->fields.size()) {
            return fail(ErrorKind::Invalid, "body.malformed", "fields: names");
        }
        fields.push_back(field.get<std::string>());
    }
    const auto values = services.records.reveal(call.caller, **type, *id, fields);
    if (!values) {
        return fail(values.error());
    }
    const nlohmann::json what{{"fields", fields}};
    const auto noted = services.trail.noteNow({.kind = "field.viewed",
                                               .by = call.caller.user,
                                               .device = call.caller.device,
                                               .type = *type,
                                               .record = *id,
                                               .body = R"({"what":)" + what.dump() + '}'});
    if (!noted) {
        return fail(noted.error());
    }
    std::string answer = R"({"values":{)";
    for (const auto& [name, value] : *values) {
        answer += answer.back() == '{' ? "" : ",";
        appendJsonString(answer, name);
        answer += ':';
        appendJson(answer, value);
    }
    return json(answer + "}}");
}

Result<net::Response> history(const Services& services, const Call& call)
{
    const auto type = typeOf(call);
    const auto id = idOf(call);
    if (!type || !id) {
        return fail(type ? id.error() : type.error());
    }
    const auto past = services.records.history(call.caller, **type, *id);
    if (!past) {
        return fail(past.error());
    }
    std::string body = R"({"values":[)";
    for (const auto& entry : *past) {
        body += &entry == &past->front() ? R"({"field":)" : R"(,{"field":)";
        appendJsonString(body, (*type)->fields[entry.field].fieldName);
        body += R"(,"value":)";
        appendJson(body, entry.value);
        body += R"(,"v":)";
        appendJsonString(body, entry.version.text());
        body += R"(,"replaced_by":)";
        appendJsonString(body, entry.replacedBy.text());
        body += R"(,"by":)";
        entry.author.isNil() ? body.append("null")
                             : (appendJsonString(body, entry.author.text()), body);
        body += '}';
    }
    return json(body + "]}");
}

} // namespace

void addRecords(Api& api)
{
    const Services& services = api.services();
    api.add({.path = "/v1/records/{type}",
             .operation = "listRecords",
             .summary = {"The records of a type that the caller may see, in order of id",
                         "调用者可见的某类记录，按标识排序"},
             .scope = Scope::RecordsRead,
             .response = "RecordList",
             .query = {{"after",
                        {"The last id of the page before", "上一页最后的标识"},
                        R"({"type":"string","format":"uuid"})"},
                       {"limit",
                        {"Records in the page", "每页记录数"},
                        R"({"type":"integer","minimum":1,"maximum":500})"}}},
            {.pool = &services.pool},
            [&services](const Call& call) { return list(services, call); });
    api.add({.path = "/v1/records/{type}/{id}",
             .operation = "getRecord",
             .summary = {"One record", "单条记录"},
             .scope = Scope::RecordsRead,
             .response = "Document"},
            {.pool = &services.pool},
            [&services](const Call& call) { return find(services, call); });
    api.add({.method = net::Method::Post,
             .path = "/v1/records/{type}/{id}/reveal",
             .operation = "revealFields",
             .summary = {"Sensitive fields as they are; noted in the trail",
                         "查看敏感字段原值，并记入审计"},
             .request = "Reveal",
             .response = "Revealed"},
            {.bodyMax = 4096, .needsBody = true, .pool = &services.pool},
            [&services](const Call& call) { return reveal(services, call); });
    api.add({.method = net::Method::Post,
             .path = "/v1/records/{type}/{id}/history",
             .operation = "recordHistory",
             .summary = {"What its fields held before, oldest first", "字段的历史值，由旧到新"},
             .scope = Scope::RecordsRead,
             .response = "History"},
            {.bodyMax = 1024, .pool = &services.pool},
            [&services](const Call& call) { return history(services, call); });
}

} // namespace fieldbook::server::api
