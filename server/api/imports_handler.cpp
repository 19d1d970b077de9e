#include "server/api/api.h"
#include "server/api/body.h"
#include "server/api/problem_text.h"
#include "server/import/importable.h"
#include "server/import/told_findings.h"
#include "server/service/reason_text.h"
#include "shared/base/assert.h"

#include <algorithm>
#include <array>
#include <span>

namespace fieldbook::server::api {
namespace {

using import::FieldOrder;
using import::Finding;
using import::ImportOrder;
using import::Job;
using nlohmann::json;

// A file as the text in a request.
constexpr std::size_t bodyBytesMax = std::size_t{32} << 20U;
constexpr std::size_t faultsShown = 20;
constexpr std::size_t nameBytesMax = 400;
constexpr std::string_view delimiters = ",;|\t";

constexpr std::array kinds{
    std::pair{FieldKind::Text, "text"},           std::pair{FieldKind::LongText, "long_text"},
    std::pair{FieldKind::Integer, "integer"},     std::pair{FieldKind::Quantity, "quantity"},
    std::pair{FieldKind::BasisPoints, "percent"}, std::pair{FieldKind::Money, "money"},
    std::pair{FieldKind::Boolean, "boolean"},     std::pair{FieldKind::Date, "date"},
    std::pair{FieldKind::Time, "time"},           std::pair{FieldKind::Choice, "choice"},
    std::pair{FieldKind::Reference, "reference"}, std::pair{FieldKind::TextSet, "text_set"}};

std::string_view kindName(FieldKind kind)
{
    const auto* found = std::ranges::find(kinds, kind, &std::pair<FieldKind, const char*>::first);
    FIELDBOOK_ASSERT(found != kinds.end());
    return found->second;
}

tl::unexpected<Error> malformed(std::string_view what)
{
    return fail(ErrorKind::Invalid, "body.malformed", std::string{what});
}

std::string sentenceOf(const Error& error, std::string_view type, Language language)
{
    const auto ofKind = problemText({error.kind, {}, {}}).detail;
    const auto sentence = problemText(error).detail;
    if (sentence.en != ofKind.en) {
        return std::string{in(language, sentence)};
    }
    const auto reason = reasonFor(error.code, type, error.detail);
    return language == Language::Chinese ? reason.zh : reason.en;
}

json findingsJson(std::span<const Finding> findings, std::string_view type, Language language)
{
    auto list = json::array();
    for (const auto& each : findings) {
        list.push_back(
            {{"line", each.line},
             {"column", each.column},
             {"severity", each.severity == import::Severity::Error ? "error" : "warning"},
             {"code", each.code},
             {"sentence", sentenceOf({ErrorKind::Invalid, each.code, each.detail}, type, language)},
             {"detail", each.detail}});
    }
    return list;
}

json fieldsJson(const TypeSpec& type)
{
    auto fields = json::array();
    for (const auto& field : type.fields) {
        if (!import::isImportable(type, field)) {
            continue;
        }
        json told{{"name", field.fieldName},
                  {"kind", kindName(field.kind)},
                  {"required", field.isRequired},
                  {"tells", import::mayTell(field)}};
        if (field.kind == FieldKind::Reference) {
            told["by"] = import::namedBy(typeNamed(field.refersTo));
        }
        fields.push_back(std::move(told));
    }
    return fields;
}

Result<std::optional<char>> delimiterOf(const json& body)
{
    const auto text = textMember(body, "delimiter");
    if (!text || text->empty()) {
        return std::optional<char>{};
    }
    return text->size() == 1 && delimiters.find(text->front()) != std::string_view::npos
               ? Result<std::optional<char>>{text->front()}
               : malformed("delimiter: , ; | or a tab");
}

Result<const TypeSpec*> typeOf(const json& body)
{
    const auto name = textMember(body, "type").value_or("");
    const auto* type = import::importableType(name);
    return type == nullptr ? fail(ErrorKind::Invalid, "import.type", name)
                           : Result<const TypeSpec*>{type};
}

Result<net::Response> look(const Services& services, const Call& call)
{
    const auto body = parseBody(call.request);
    if (!body) {
        return fail(body.error());
    }
    const auto type = typeOf(*body);
    const auto delimiter = delimiterOf(*body);
    if (!type || !delimiter) {
        return fail(type ? delimiter.error() : type.error());
    }
    const auto text = textMember(*body, "text").value_or("");
    const auto look = services.imports.look(call.caller, **type, text, *delimiter);
    if (!look) {
        return fail(look.error());
    }
    auto columns = json::array();
    for (const auto& column : look->columns) {
        json told{{"name", column.name}, {"examples", column.examples}};
        if (!column.field.empty()) {
            told["field"] = column.field;
        }
        if (!column.date.empty()) {
            told["date"] = column.date;
        }
        columns.push_back(std::move(told));
    }
    const auto unread =
        std::ranges::count(look->findings, import::Severity::Error, &Finding::severity);
    const auto faults = import::toldOf(look->findings, faultsShown);
    return api::json(json{{"delimiter", std::string{look->delimiter}},
                          {"rows", look->table.rows().size()},
                          {"columns", std::move(columns)},
                          {"fields", fieldsJson(**type)},
                          {"key", look->key},
                          {"unread", unread},
                          {"faults", findingsJson(faults, (*type)->name, call.language)}}
                         .dump());
}

Result<FieldOrder> fieldOrder(const json& from)
{
    if (!from.is_object()) {
        return malformed("fields: objects");
    }
    const auto decimal = textMember(from, "decimal").value_or(".");
    if (decimal != "." && decimal != ",") {
        return malformed("fields: a decimal sign is a point or a comma");
    }
    // A column without a name is not the same as none.
    if (textMember(from, "column") == "") {
        return malformed("fields: the name of a column");
    }
    const auto text = [&](std::string_view name) { return textMember(from, name).value_or(""); };
    return FieldOrder{.field = text("field"),
                      .column = text("column"),
                      .value = text("value"),
                      .by = text("by"),
                      .date = text("date"),
                      .decimal = decimal.front()};
}

Result<void> readFields(const json& body, ImportOrder& order)
{
    for (const char* name : {"key", "fields"}) {
        const auto list = body.find(name);
        if (list == body.end() || !list->is_array()) {
            return malformed(name);
        }
    }
    for (const auto& column : body["key"]) {
        if (!column.is_string()) {
            return malformed("key: names of columns");
        }
        order.key.push_back(column.get<std::string>());
    }
    for (const auto& each : body["fields"]) {
        auto field = fieldOrder(each);
        if (!field) {
            return fail(field.error());
        }
        order.fields.push_back(std::move(*field));
    }
    return {};
}

Result<void> readExisting(const json& body, ImportOrder& order)
{
    const auto existing = body.find("existing");
    if (existing == body.end() || existing->is_null()) {
        return {};
    }
    const auto then = existing->is_object() ? textMember(*existing, "then").value_or("") : "";
    if (then != "skip" && then != "update") {
        return malformed("existing: then skip or update");
    }
    order.existing = then == "skip" ? import::Existing::Skip : import::Existing::Update;
    order.existingBy = textMember(*existing, "by").value_or("");
    return {};
}

Result<ImportOrder> parseOrder(const net::Request& request)
{
    auto body = parseBody(request);
    if (!body) {
        return fail(body.error());
    }
    const auto type = typeOf(*body);
    const auto delimiter = delimiterOf(*body);
    if (!type || !delimiter) {
        return fail(type ? delimiter.error() : type.error());
    }
    ImportOrder order{.name = textMember(*body, "name").value_or(""),
                      .source = textMember(*body, "source").value_or(""),
                      .type = *type,
                      .text = textMember(*body, "text").value_or(""),
                      .delimiter = *delimiter};
    if (order.name.empty() || order.name.size() > nameBytesMax) {
        return malformed("name: that of the file");
    }
    const auto dryRun = body->find("dry_run");
    order.dryRun = dryRun != body->end() && *dryRun == json(true);
    if (auto read = readFields(*body, order); !read) {
        return fail(read.error());
    }
    if (auto read = readExisting(*body, order); !read) {
        return fail(read.error());
    }
    return order;
}

json jobJson(const Services& services, const Job& job, Language language)
{
    const auto directory = services.directory.current();
    const auto* person = directory->findUser(job.by);
    json told{{"id", job.id.text()},
              {"name", job.name},
              {"source", job.source},
              {"type", job.type->name},
              {"by", {{"id", job.by.text()}, {"name", person == nullptr ? "" : person->name}}},
              {"at", toRfc3339(job.at)},
              {"state", import::nameOf(job.state)},
              {"dry_run", job.dryRun},
              {"rows", job.rows},
              {"done", job.done},
              {"created", job.created},
              {"changed", job.changed},
              {"unchanged", job.unchanged},
              {"skipped", job.skipped},
              {"rejected", job.rejected},
              {"faults", job.faults},
              {"undoable", import::isUndoable(job)}};
    if (!job.code.empty()) {
        told["code"] = job.code;
        told["sentence"] = sentenceOf({ErrorKind::Invalid, job.code, {}}, job.type->name, language);
    }
    if (job.undoneAt) {
        told["undone_at"] = toRfc3339(*job.undoneAt);
        told["put_back"] = job.takenBack.putBack;
        told["kept"] = job.takenBack.kept;
    }
    return told;
}

// Has it done behind the answer.
Result<net::Response> begun(const Services& services, const Call& call, const Result<Job>& job)
{
    if (!job) {
        return fail(job.error());
    }
    auto& imports = services.imports;
    if (!services.importPool.post([&imports, &failed = services.failed, id = job->id] {
            try {
                imports.work(id);
            } catch (const std::exception& error) {
                failed(id.text(), error.what());
            }
        })) {
        imports.giveUp(job->id);
        return fail(ErrorKind::Unavailable, "import.busy");
    }
    return api::json(jobJson(services, *job, call.language).dump(), 202);
}

Result<net::Response> list(const Services& services, const Call& call)
{
    const auto jobs = services.imports.list(call.caller);
    if (!jobs) {
        return fail(jobs.error());
    }
    auto told = json::array();
    for (const auto& job : *jobs) {
        told.push_back(jobJson(services, job, call.language));
    }
    return api::json(json{{"imports", std::move(told)}}.dump());
}

Result<net::Response> run(const Services& services, const Call& call)
{
    auto order = parseOrder(call.request);
    return order ? begun(services, call, services.imports.begin(call.caller, std::move(*order)))
                 : fail(order.error());
}

Result<net::Response> get(const Services& services, const Call& call)
{
    const auto id = Uuid::parse(call.request.pathParameter("id"));
    const auto job = id ? services.imports.find(call.caller, *id)
                        : Result<Job>{fail(ErrorKind::NotFound, "import.missing")};
    if (!job) {
        return fail(job.error());
    }
    auto told = jobJson(services, *job, call.language);
    told["findings"] = findingsJson(job->findings, job->type->name, call.language);
    return api::json(told.dump());
}

Result<net::Response> undo(const Services& services, const Call& call)
{
    const auto id = Uuid::parse(call.request.pathParameter("id"));
    return id ? begun(services, call, services.imports.beginUndo(call.caller, *id))
              : fail(ErrorKind::NotFound, "import.missing");
}

} // namespace

void addImports(Api& api)
{
    const Services& services = api.services();
    api.add({.method = net::Method::Post,
             .path = "/v1/imports/table",
             .operation = "readImportTable",
             .summary = {"The head and first rows of a file, and what its columns seem to hold",
                         "读取文件的表头与前几行，并推测各列内容"},
             .request = "ImportTableAsked",
             .response = "ImportTable"},
            {.bodyMax = bodyBytesMax, .needsBody = true, .pool = &services.pool},
            [&services](const Call& call) { return look(services, call); });
    api.add({.path = "/v1/imports",
             .operation = "listImports",
             .summary = {"What was brought in from files, the newest first",
                         "从文件导入的记录，由新到旧"},
             .response = "Imports"},
            {.pool = &services.pool},
            [&services](const Call& call) { return list(services, call); });
    api.add({.method = net::Method::Post,
             .path = "/v1/imports",
             .operation = "runImport",
             .summary = {"Bring the rows of a file in, or check them only",
                         "导入文件中的各行，或仅检查"},
             .status = 202,
             .request = "ImportAsked",
             .response = "Import"},
            {.bodyMax = bodyBytesMax, .needsBody = true, .pool = &services.pool},
            [&services](const Call& call) { return run(services, call); });
    api.add({.path = "/v1/imports/{id}",
             .operation = "getImport",
             .summary = {"How an import stands, with what was found", "导入的进度与问题"},
             .response = "Import"},
            {.pool = &services.pool},
            [&services](const Call& call) { return get(services, call); });
    api.add({.method = net::Method::Delete,
             .path = "/v1/imports/{id}",
             .operation = "undoImport",
             .summary = {"Take back what an import brought and nobody has touched since",
                         "撤销导入：收回此后无人改动的内容"},
             .status = 202,
             .response = "Import"},
            {.pool = &services.pool},
            [&services](const Call& call) { return undo(services, call); });
}

} // namespace fieldbook::server::api
