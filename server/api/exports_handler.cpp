#include "server/api/api.h"
#include "server/api/body.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server::api {
namespace {

// As much of a filter as a request's record holds.
constexpr std::size_t requestBytesMax = std::size_t{24} * 1024;

std::optional<TableFormat> formatFrom(std::string_view name)
{
    for (const auto format : {TableFormat::Csv, TableFormat::Xlsx}) {
        if (endingOf(format) == name) {
            return format;
        }
    }
    return std::nullopt;
}

Result<net::Response> request(const Services& services, const Call& call)
{
    const auto body = parseBody(call.request);
    if (!body) {
        return fail(body.error());
    }
    const auto type = textMember(*body, "type").value_or("");
    const auto format = formatFrom(textMember(*body, "format").value_or(""));
    ExportAsked asked{.type = findType(type),
                      .filter = {},
                      .fields = {},
                      .format = format.value_or(TableFormat::Csv),
                      .reason = textMember(*body, "reason").value_or(""),
                      .key = {}};
    if (asked.type == nullptr) {
        return fail(ErrorKind::NotFound, "record.type_unknown", type);
    }
    if (!format) {
        return fail(ErrorKind::Invalid, "body.malformed", "format: csv or xlsx");
    }
    if (const auto key = textMember(*body, "key")) {
        const auto id = Uuid::parse(*key);
        if (!id) {
            return fail(ErrorKind::Invalid, "body.malformed", "key: a UUID");
        }
        asked.key = id->text();
    }
    if (const auto where = body->find("where"); where != body->end() && !where->is_null()) {
        asked.filter = nlohmann::json{{"where", *where}}.dump();
    }
    const auto fields = body->value("fields", nlohmann::json::array());
    if (!fields.is_array() || fields.size() > asked.type->fields.size()) {
        return fail(ErrorKind::Invalid, "body.malformed", "fields: names");
    }
    for (const auto& field : fields) {
        if (!field.is_string()) {
            return fail(ErrorKind::Invalid, "body.malformed", "fields: names");
        }
        asked.fields.push_back(field.get<std::string>());
    }
    const auto made = services.exports.request(call.caller, asked);
    return made ? Result<net::Response>{json(made->document(), 201)} : fail(made.error());
}

Result<net::Response> take(const Services& services, const Call& call)
{
    const auto id = Uuid::parse(call.request.pathParameter("id"));
    if (!id) {
        return fail(ErrorKind::NotFound, "record.missing");
    }
    auto file = services.exports.take(call.caller, *id, call.language);
    if (!file) {
        return fail(file.error());
    }
    net::Response response{.body = std::move(file->bytes)};
    response.headers.set("Content-Type", std::string{mediaTypeOf(file->format)});
    response.headers.set("Content-Disposition", "attachment; filename=\"" + file->name + '"');
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace

void addExports(Api& api)
{
    const Services& services = api.services();
    api.add({.method = net::Method::Post,
             .path = "/v1/exports",
             .operation = "requestExport",
             .summary = {"Ask to take records out, with the reason", "申请导出数据并说明用途"},
             .status = 201,
             .request = "ExportAsked",
             .response = "Document"},
            {.bodyMax = requestBytesMax, .needsBody = true, .pool = &services.pool},
            [&services](const Call& call) { return request(services, call); });
    // POST: it happens once, and is noted.
    api.add({.method = net::Method::Post,
             .path = "/v1/exports/{id}/file",
             .operation = "takeExport",
             .summary = {"The file, once it is approved: CSV (RFC 4180) or an Excel workbook",
                         "批准后的文件：CSV（RFC 4180）或 Excel 工作簿"},
             .responseMedia = "application/octet-stream"},
            {.bodyMax = 1024, .pool = &services.exportPool},
            [&services](const Call& call) { return take(services, call); });
}

} // namespace fieldbook::server::api
