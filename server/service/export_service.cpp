#include "server/service/export_service.h"

#include "server/service/field_condition.h"
#include "server/service/query_fields.h"
#include "server/service/record_names.h"
#include "server/service/review_service.h"
#include "shared/base/assert.h"
#include "shared/base/derived_id.h"
#include "shared/rules/access.h"
#include "shared/rules/exports.h"
#include "shared/text/fold.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace fieldbook::server {
namespace {

constexpr std::size_t pageRows = 500;

// One column of the file; an amount has two, the second of which is its currency.
struct Column {
    std::size_t field = 0;
    bool currency = false;
};

// What is no figure of the record: of the recycle bin, where nothing that is exported lies, and how
// somebody signed.
bool isLeftOut(const FieldSpec& field)
{
    return field.fieldName.starts_with("deleted_") || field.fieldName == "delete_reason" ||
           field.fieldName == "signature";
}

// The columns of the file, in the order of the type's fields; with none named, all that are shown.
Result<std::vector<Column>>
columnsFor(rules::Role role, const TypeSpec& type, std::span<const std::string> named)
{
    for (const auto& name : named) {
        const auto field = type.indexOf(name);
        if (!field) {
            return fail(ErrorKind::Invalid, "query.field", name);
        }
        if (!rules::mayExport(role, type.fields[*field])) {
            return fail(ErrorKind::Forbidden, "access.field", name);
        }
    }
    std::vector<Column> columns;
    for (std::size_t field = 0; field < type.fields.size(); ++field) {
        const auto& spec = type.fields[field];
        const bool taken = named.empty() ? rules::mayExport(role, spec) && !isLeftOut(spec)
                                         : std::ranges::find(named, spec.fieldName) != named.end();
        if (!taken) {
            continue;
        }
        columns.push_back({.field = field});
        if (spec.kind == FieldKind::Money) {
            columns.push_back({.field = field, .currency = true});
        }
    }
    return columns;
}

std::string joined(const TextSet& members)
{
    std::string text;
    for (const auto& member : members) {
        text += (text.empty() ? "" : "; ") + member;
    }
    return text;
}

// Values as a spreadsheet takes them; what is referred to by the name that its reader sees.
class Cells {
public:
    Cells(StoreView& view, const rules::Actor& actor, Language language)
        : names_{view, actor, known_}, language_{language}
    {}

    [[nodiscard]] TableCell of(const FieldSpec& field, const Value& value)
    {
        if (const auto* text = std::get_if<std::string>(&value)) {
            return field.kind == FieldKind::Choice ? choice(field, *text) : TableCell{*text};
        }
        if (const auto* id = std::get_if<Uuid>(&value)) {
            names_.learn(*id);
            const auto found = known_.find(*id);
            return found == known_.end() ? TableCell{} : TableCell{found->second};
        }
        if (const auto* money = std::get_if<Money>(&value)) {
            return DecimalCell{money->minor(), money->currency().decimals()};
        }
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            switch (field.kind) {
            case FieldKind::Quantity:
                return DecimalCell{*number, 3};
            case FieldKind::BasisPoints:
                return DecimalCell{*number, 2, true};
            default:
                return *number;
            }
        }
        if (const auto* members = std::get_if<TextSet>(&value)) {
            return joined(*members);
        }
        if (const auto* flag = std::get_if<bool>(&value)) {
            return *flag;
        }
        if (const auto* day = std::get_if<Date>(&value)) {
            return *day;
        }
        if (const auto* time = std::get_if<Timestamp>(&value)) {
            return *time;
        }
        return isEmpty(value) ? TableCell{} : TableCell{toJson(value).dump()};
    }

private:
    [[nodiscard]] TableCell choice(const FieldSpec& field, const std::string& code) const
    {
        const auto found = std::ranges::find(field.choices, code, &Choice::code);
        return found == field.choices.end() ? code : std::string{in(language_, found->label)};
    }

    std::map<Uuid, std::string> known_;
    RecordNames names_;
    Language language_;
};

std::vector<std::string> namesOf(const Record& request)
{
    const auto* set = std::get_if<TextSet>(&request.get("columns"));
    return set == nullptr ? std::vector<std::string>{} : *set;
}

template <class Held>
std::optional<Held> valueAt(const Record& record, std::string_view field)
{
    const auto* held = std::get_if<Held>(&record.get(field));
    return held == nullptr ? std::nullopt : std::optional{*held};
}

// Whether the field takes the text.
Result<void> checkText(std::string_view field, const std::string& text)
{
    const auto& spec = typeNamed("export_request").field(field);
    if (text.find('\0') != std::string::npos) {
        return fail(ErrorKind::Invalid, "field.invalid", std::string{field});
    }
    return text.size() <= spec.maxBytes
               ? Result<void>{}
               : fail(ErrorKind::Invalid, "field.too_long", std::string{field});
}

std::size_t bytesOf(const TableCell& cell)
{
    const auto* text = std::get_if<std::string>(&cell);
    return text == nullptr ? sizeof(std::int64_t) : text->size();
}

// Whether it may be taken now.
Result<void> checkOpen(const Record& request, Timestamp now)
{
    const auto state = request.textOf("state");
    if (state == "requested" || state == "rejected") {
        return fail(ErrorKind::Conflict,
                    state == "requested" ? "export.waiting" : "export.rejected");
    }
    const auto since = [&](std::string_view field) {
        return now - valueAt<Timestamp>(request, field).value_or(now);
    };
    if (state == "taken") {
        return since("taken_at") > rules::exportTakenAgain
                   ? Result<void>{fail(ErrorKind::Conflict, "export.taken")}
                   : Result<void>{};
    }
    const bool decided = !isEmpty(request.get("decided_at"));
    if (since(decided ? "decided_at" : "created_at") > rules::exportOpen) {
        return fail(ErrorKind::Conflict, "export.expired");
    }
    return {};
}

ExportAsked askedBy(const Record& request)
{
    return {.type = findType(request.textOf("subject")),
            .filter = request.textOf("filter"),
            .fields = namesOf(request),
            .format = request.textOf("format") == "xlsx" ? TableFormat::Xlsx : TableFormat::Csv,
            .reason = request.textOf("reason"),
            .key = {}};
}

// "customer-20260514-91200a.xlsx": the type, the day, and the end of the number.
std::string fileName(const TypeSpec& type, Date day, const Uuid& id, TableFormat format)
{
    std::string date = toIsoDate(day);
    std::erase(date, '-');
    const std::string number = id.text();
    return std::string{type.name} + '-' + date + '-' + number.substr(number.size() - 6) + '.' +
           std::string{endingOf(format)};
}

} // namespace

// What would be in the file, and that it may be.
struct ExportService::Extract {
    const TypeSpec* type = nullptr;
    RecordFilter filter;
    std::vector<Column> columns;
    std::int64_t rows = 0;
};

struct ExportService::Table {
    std::string bytes;
    std::int64_t rows = 0;
};

Uuid ExportService::idFor(const Uuid& user, const std::string& key)
{
    std::array<std::uint8_t, 16> chance{};
    if (key.empty()) {
        entropy_.fill(chance);
    }
    return derivedId({"export", user.text(), key.empty() ? Uuid{chance}.text() : key});
}

Result<ExportService::Extract> ExportService::extractFor(const rules::Actor& actor,
                                                         const ExportAsked& asked)
{
    if (rules::exportingOf(actor.role, *asked.type) == rules::Exporting::Never) {
        return fail(ErrorKind::Forbidden, "access.export");
    }
    auto columns = columnsFor(actor.role, *asked.type, asked.fields);
    if (!columns) {
        return fail(columns.error());
    }
    Extract extract{.type = asked.type,
                    .filter = {.type = asked.type, .visibleTo = rules::subscriptionsOf(actor)},
                    .columns = std::move(*columns)};
    const auto where = nlohmann::json::parse(asked.filter.empty() ? "{}" : asked.filter);
    const auto parsed = parseWhere(where);
    if (!parsed) {
        return fail(parsed.error());
    }
    auto condition = QueryFields{*asked.type, actor.role}.condition(*parsed);
    if (!condition) {
        return fail(condition.error());
    }
    extract.filter.where = std::move(*condition);
    extract.rows = store_.read()->count(extract.filter);
    if (extract.rows > rowsMax) {
        return fail(ErrorKind::TooLarge, "export.too_many", std::to_string(extract.rows));
    }
    return extract;
}

Result<Record> ExportService::request(const Caller& caller, const ExportAsked& asked)
{
    const auto actor = directory_.current()->actorFor(caller.user).value_or(rules::Actor{});
    const auto extract = extractFor(actor, asked);
    if (!extract) {
        return fail(extract.error());
    }
    if (foldForSearch(asked.reason).empty()) {
        return fail(ErrorKind::Invalid, "export.reason");
    }
    for (const auto& [field, text] :
         {std::pair{"reason", &asked.reason}, std::pair{"filter", &asked.filter}}) {
        if (auto fits = checkText(field, *text); !fits) {
            return fail(fits.error());
        }
    }
    TextSet fields = asked.fields;
    std::ranges::sort(fields);
    const auto again = std::ranges::unique(fields);
    fields.erase(again.begin(), again.end());
    const bool asks = rules::exportingOf(actor.role, *asked.type) == rules::Exporting::Asks;
    rules::RecordWrite made{&typeNamed("export_request"), {}, true, {}};
    made.set("owner", caller.user);
    made.set("subject", std::string{asked.type->name});
    if (!asked.filter.empty()) {
        made.set("filter", asked.filter);
    }
    if (!fields.empty()) {
        made.set("columns", std::move(fields));
    }
    made.set("format", std::string{endingOf(asked.format)});
    made.set("expected", extract->rows);
    made.set("reason", asked.reason);
    made.set("state", std::string{asks ? "requested" : "approved"});
    made.set("created_at", clock_.now());
    made.set("created_by", caller.user);
    const auto done = commits_.run([&](Commit& commit) -> Result<void> {
        made.id = idFor(caller.user, asked.key);
        if (commit.view().find(made.id)) {
            return {}; // The answer to the first time did not arrive.
        }
        const std::vector<ServerChange> changes{made};
        if (const auto applied = changes_.applyGroup(commit, actor, changes); !applied) {
            return fail(applied.error());
        }
        commit.note({.kind = "export.requested",
                     .by = caller.user,
                     .device = caller.device,
                     .type = made.type,
                     .record = made.id});
        return {};
    });
    if (!done) {
        return fail(done.error());
    }
    const auto stored = store_.read()->find(made.id);
    FIELDBOOK_ASSERT(stored.has_value());
    return Record::parse(stored->document);
}

Result<ExportService::Table> ExportService::tableOf(const rules::Actor& actor,
                                                    const Record& request,
                                                    const Extract& extract,
                                                    Language language)
{
    const TypeSpec& type = *extract.type;
    const auto directory = directory_.current();
    const auto* person = directory->findUser(actor.user);
    const Timestamp now = clock_.now();
    TableAbout about{.title = std::string{in(language, type.label)},
                     .head = {},
                     .mark = (person == nullptr ? actor.user.text() : person->login) + ' ' +
                             toRfc3339(now) + ' ' + request.id().text(),
                     .at = now,
                     .zone = companyZone(*directory)};
    for (const auto& column : extract.columns) {
        const auto name = in(language, type.fields[column.field].fieldLabel);
        constexpr Label currency{" (currency)", "（币种）"};
        about.head.push_back(std::string{name} +
                             std::string{column.currency ? in(language, currency) : ""});
    }
    const auto file = tableFile(askedBy(request).format, about, scratch_);
    const auto view = store_.read();
    Cells cells{*view, actor, language};
    RecordQuery query{.filter = extract.filter, .orderBy = {}, .after = {}, .limit = pageRows};
    std::vector<std::string> documents;
    std::vector<TableCell> row;
    Table table;
    std::size_t bytes = 0;
    do {
        documents.clear();
        view->query(query, [&](std::string_view document, const OwnCell& value, const Uuid& id) {
            documents.push_back(rules::asMaskedFor(actor.role, type, document));
            query.after = {value, id};
        });
        for (const auto& document : documents) {
            const auto record = Record::parse(document);
            FIELDBOOK_ASSERT(record.has_value());
            row.clear();
            for (const auto& [field, currency] : extract.columns) {
                const auto& value = record->at(field);
                const auto* money = std::get_if<Money>(&value);
                row.push_back(!currency ? cells.of(type.fields[field], value)
                              : money == nullptr
                                  ? TableCell{}
                                  : TableCell{std::string{money->currency().code()}});
            }
            for (const auto& cell : row) {
                bytes += bytesOf(cell);
            }
            if (bytes > bytesMax) {
                return fail(ErrorKind::TooLarge, "export.too_many", std::to_string(table.rows));
            }
            file->write(row);
            ++table.rows;
        }
    } while (documents.size() == pageRows);
    table.bytes = file->finish();
    return table;
}

Result<ExportFile> ExportService::take(const Caller& caller, const Uuid& id, Language language)
{
    const auto actor = directory_.current()->actorFor(caller.user).value_or(rules::Actor{});
    const auto stored = store_.read()->find(id);
    const auto request =
        stored ? Record::parse(stored->document) : fail(ErrorKind::NotFound, "record.missing");
    if (!request || request->type().name != "export_request" ||
        request->referenceOf("owner") != caller.user) {
        return fail(ErrorKind::NotFound, "record.missing", id.text());
    }
    const Timestamp now = clock_.now();
    if (auto open = checkOpen(*request, now); !open) {
        return fail(open.error());
    }
    const auto asked = askedBy(*request);
    if (asked.type == nullptr) {
        return fail(ErrorKind::NotFound, "record.type_unknown", request->textOf("subject"));
    }
    // It stood approved by the role alone, which is another since.
    if (isEmpty(request->get("decided_by")) &&
        rules::exportingOf(actor.role, *asked.type) == rules::Exporting::Asks) {
        return fail(ErrorKind::Conflict, "export.waiting");
    }
    const auto extract = extractFor(actor, asked);
    if (!extract) {
        return fail(extract.error());
    }
    auto table = tableOf(actor, *request, *extract, language);
    if (!table) {
        return fail(table.error());
    }
    if (const auto noted = noteTaken(caller, actor, *request, *extract, table->rows); !noted) {
        return fail(noted.error());
    }
    const auto day = companyZone(*directory_.current()).dateAt(now);
    return ExportFile{.name = fileName(*asked.type, day, id, asked.format),
                      .format = asked.format,
                      .bytes = std::move(table->bytes)};
}

Result<void> ExportService::noteTaken(const Caller& caller,
                                      const rules::Actor& actor,
                                      const Record& request,
                                      const Extract& extract,
                                      std::int64_t rows)
{
    rules::RecordWrite taken{&request.type(), request.id(), false, {}};
    taken.set("rows", rows);
    if (request.textOf("state") != "taken") {
        taken.set("state", std::string{"taken"});
        taken.set("taken_at", clock_.now());
    }
    nlohmann::json what{{"of", extract.type->name},
                        {"rows", rows},
                        {"fields", nlohmann::json::array()},
                        {"format", request.textOf("format")}};
    for (const auto& column : extract.columns) {
        if (!column.currency) {
            what["fields"].push_back(extract.type->fields[column.field].fieldName);
        }
    }
    const TrailNote note{.kind = "export.taken",
                         .by = caller.user,
                         .device = caller.device,
                         .type = &request.type(),
                         .record = request.id(),
                         .body = nlohmann::json{{"what", std::move(what)}}.dump()};
    return commits_.run([&](Commit& commit) -> Result<void> {
        // What somebody saw when it was begun may no longer be theirs now that it is given out.
        if (commit.directory().actorFor(caller.user).value_or(rules::Actor{}) != actor) {
            return fail(ErrorKind::Conflict, "export.changed");
        }
        const std::vector<ServerChange> changes{taken};
        if (const auto applied = changes_.applyGroup(commit, actor, changes); !applied) {
            return fail(applied.error());
        }
        commit.note(note);
        return {};
    });
}

} // namespace fieldbook::server
