#include "server/import/group_writer.h"

#include "shared/base/hash.h"
#include "shared/rules/creation.h"
#include "shared/rules/pool.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace fieldbook::server::import {
namespace {

using Print = std::map<std::string, std::string, std::less<>>;

// In place of a print: the record is in the bin because its import was taken back.
constexpr std::string_view takenBack = "taken back";

std::string printSetting(const Uuid& origin) { return "import." + origin.text(); }

std::string printOf(const Value& value)
{
    std::string json;
    appendJson(json, value);
    const auto digest = sha256(json);
    return toHex(std::span{digest}.first(8));
}

Print printOf(const rules::RecordWrite& write)
{
    Print print;
    for (const auto& [field, value] : write.values) {
        print[std::string{write.type->fields[field].fieldName}] = printOf(value);
    }
    return print;
}

// What stands and is changed by acts alone: a stage is moved, and a customer in the pool is
// assigned or claimed.
bool isOfActs(const Record& standing, std::string_view field)
{
    return field == "stage" ||
           (field == "owner" && standing.type().name == "customer" && rules::isPooled(standing));
}

} // namespace

void forgetLast(Commit& commit, const Written& written)
{
    commit.writer().setSetting(printSetting(written.origin),
                               written.created ? takenBack : std::string_view{written.formerPrint});
}

// What nobody has said otherwise of.
void GroupWriter::begin(rules::RecordWrite& write) const
{
    if (write.find("created_at") == nullptr) {
        write.set("created_at", now_);
    }
    if (!by_.isNil()) {
        rules::fillFirstState(write, now_);
        write.set("created_by", by_);
    }
}

GroupWriter::Pending GroupWriter::pending(Commit& commit, const PlannedRecord& planned) const
{
    const auto& type = *planned.write.type;
    const auto standing = commit.world().find(planned.write.id);
    Pending pending{.write = {&type, planned.write.id, false, {}},
                    .written = {.id = planned.write.id, .type = &type, .origin = planned.origin},
                    .print = printOf(planned.write)};
    if (!standing) {
        pending.write = planned.write;
        pending.written.created = true;
        begin(pending.write);
        return pending;
    }
    auto& written = pending.written;
    written.formerPrint = commit.view().setting(printSetting(planned.origin)).value_or("");
    const bool wasTakenBack = written.formerPrint == takenBack;
    const auto former = written.formerPrint.empty() || wasTakenBack
                            ? Print{}
                            : nlohmann::json::parse(written.formerPrint).get<Print>();
    for (const auto& [field, value] : planned.write.values) {
        const auto name = type.fields[field].fieldName;
        const auto known = former.find(name);
        const bool same =
            known != former.end() && known->second == pending.print.find(name)->second;
        if (!same && standing->at(field) != value && !isOfActs(*standing, name)) {
            pending.write.values.emplace_back(field, value);
        }
    }
    for (const auto& [name, hash] : former) {
        const auto field = type.indexOf(name);
        if (!field || pending.print.contains(name)) {
            continue;
        }
        if (planned.section->mappingOf(name) == nullptr || isOfActs(*standing, name)) {
            pending.print[name] = hash; // Nobody asks about it, or may.
        } else if (printOf(standing->at(*field)) == hash) {
            pending.write.values.emplace_back(*field, Value{});
        }
    }
    if (standing->isDeleted() && wasTakenBack) {
        pending.write.set("deleted_at", Value{});
        written.created = true;
    }
    std::ranges::transform(pending.write.values, std::back_inserter(written.fields),
                           [](const auto& each) { return each.first; });
    return pending;
}

Result<void> GroupWriter::check(const Commit& commit, const PlannedRecord& planned) const
{
    for (const auto& [field, value] : planned.write.values) {
        const auto* id = std::get_if<Uuid>(&value);
        if (id != nullptr && refused_.contains(*id)) {
            return fail(ErrorKind::Invalid, "import.reference_rejected",
                        std::string{planned.write.type->fields[field].fieldName});
        }
    }
    if (planned.write.type->name == "user") {
        const auto* login = planned.write.find("login");
        const auto* text = login == nullptr ? nullptr : std::get_if<std::string>(login);
        const auto* holder = text == nullptr ? nullptr : commit.directory().userByLogin(*text);
        if (holder != nullptr && holder->id != planned.write.id) {
            return fail(ErrorKind::Conflict, "user.login_taken", *text);
        }
    }
    return {};
}

void GroupWriter::refuse(const PlannedGroup& group, const PlannedRecord& culprit, const Error& why)
{
    tally_.rejected += group.records.size();
    for (const auto& planned : group.records) {
        refused_.insert(planned.write.id);
        const bool own = &planned == &culprit;
        tally_.findings.push_back({.severity = Severity::Error,
                                   .file = planned.file,
                                   .line = planned.line,
                                   .column = {},
                                   .code = own ? why.code : "import.whole_rejected",
                                   .detail = own ? why.detail : std::string{}});
    }
}

void GroupWriter::write(Commit& commit, const PlannedGroup& group)
{
    std::vector<ServerChange> changes;
    std::vector<std::pair<std::string, std::string>> prints;
    std::vector<Written> written;
    Summary counts;
    for (const auto& planned : group.records) {
        if (auto good = check(commit, planned); !good) {
            refuse(group, planned, good.error());
            return;
        }
        auto next = pending(commit, planned);
        const std::string print = nlohmann::json(next.print).dump();
        if (print != next.written.formerPrint) {
            prints.emplace_back(printSetting(planned.origin), print);
        }
        if (next.write.values.empty()) {
            ++counts.unchanged;
            continue;
        }
        next.written.created ? ++counts.created : ++counts.changed;
        written.push_back(std::move(next.written));
        changes.emplace_back(std::move(next.write));
    }
    if (!changes.empty()) {
        if (const auto done = changes_.applyGroup(commit, rules::Actor{}, changes); !done) {
            refuse(group, group.records.front(), done.error());
            return;
        }
    }
    for (const auto& [name, print] : prints) {
        commit.writer().setSetting(name, print);
    }
    std::ranges::move(written, std::back_inserter(written_));
    tally_.created += counts.created;
    tally_.changed += counts.changed;
    tally_.unchanged += counts.unchanged;
}

} // namespace fieldbook::server::import
