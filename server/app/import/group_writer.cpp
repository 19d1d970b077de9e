#include "server/app/import/group_writer.h"

#include "shared/base/hash.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fieldbook::server::import {
namespace {

std::string printSetting(const Uuid& id) { return "import." + id.text(); }

std::string printOf(const Value& value)
{
    std::string json;
    appendJson(json, value);
    const auto digest = sha256(json);
    return toHex(std::span{digest}.first(8));
}

std::map<std::string, std::string, std::less<>> printOf(const rules::RecordWrite& write)
{
    std::map<std::string, std::string, std::less<>> print;
    for (const auto& [field, value] : write.values) {
        print[std::string{write.type->fields[field].fieldName}] = printOf(value);
    }
    return print;
}

} // namespace

std::optional<rules::RecordWrite>
GroupWriter::pending(Commit& commit, const PlannedRecord& planned, const Print& print) const
{
    const auto standing = commit.world().find(planned.write.id);
    if (!standing) {
        auto write = planned.write;
        if (write.find("created_at") == nullptr) {
            write.set("created_at", now_);
        }
        return write;
    }
    Print former;
    if (const auto stored = commit.view().setting(printSetting(planned.write.id))) {
        former = nlohmann::json::parse(*stored).get<Print>();
    }
    rules::RecordWrite write;
    write.type = planned.write.type;
    write.id = planned.write.id;
    for (const auto& [field, value] : planned.write.values) {
        const auto name = planned.write.type->fields[field].fieldName;
        const auto known = former.find(name);
        const bool same = known != former.end() && known->second == print.find(name)->second;
        if (!same && standing->at(field) != value) {
            write.values.emplace_back(field, value);
        }
    }
    for (const auto& [name, hash] : former) {
        const auto field = planned.write.type->indexOf(name);
        if (field && !print.contains(name) && !isEmpty(standing->at(*field))) {
            write.values.emplace_back(*field, Value{});
        }
    }
    return write.values.empty() ? std::nullopt : std::optional{std::move(write)};
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
    Summary counts;
    for (const auto& planned : group.records) {
        if (auto good = check(commit, planned); !good) {
            refuse(group, planned, good.error());
            return;
        }
        const auto print = printOf(planned.write);
        auto write = pending(commit, planned, print);
        if (!write) {
            ++counts.unchanged;
            continue;
        }
        write->create ? ++counts.created : ++counts.changed;
        changes.emplace_back(std::move(*write));
        prints.emplace_back(printSetting(planned.write.id), nlohmann::json(print).dump());
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
    tally_.created += counts.created;
    tally_.changed += counts.changed;
    tally_.unchanged += counts.unchanged;
}

} // namespace fieldbook::server::import
