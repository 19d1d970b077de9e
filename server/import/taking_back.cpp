#include "server/import/taking_back.h"

#include "server/import/group_writer.h"
#include "shared/rules/board.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace fieldbook::server::import {
namespace {

using nlohmann::json;

// Whether nobody but the server has written it, and nothing after the import.
bool isUntouched(const Record& record, const Part& part)
{
    for (std::size_t field = 0; field < record.type().fields.size(); ++field) {
        const auto version = record.versionAt(field);
        if (version.device != 0 || version.change >= part.after) {
            return false;
        }
    }
    return true;
}

bool hasSomethingBelow(Commit& commit, const Uuid& id)
{
    return std::ranges::any_of(commit.view().hangingOn(id), [&](const Placement& below) {
        return below.type->tabletWrites && !commit.world().find(below.id)->isDeleted();
    });
}

// What the field held without this edit: the latest of what it replaced, be it what stood there or
// what came later and was older.
Value valueWithout(Commit& commit, const Record& record, std::size_t field, const Version& edit)
{
    const auto past = commit.view().pastValues(record.id(), record.type().fields[field].fieldName);
    const PastValue* latest = nullptr;
    for (const auto& each : past) {
        if (each.replacedBy.sameEdit(edit) &&
            (latest == nullptr || latest->version < each.version)) {
            latest = &each;
        }
    }
    return latest == nullptr ? Value{} : latest->value;
}

// What takes it back; empty where nothing of it is to be.
rules::RecordWrite undoingOf(Commit& commit,
                             const Record& standing,
                             const Written& one,
                             const Part& part,
                             const TakingBack& how)
{
    rules::RecordWrite write{one.type, one.id, false, {}};
    if (one.created) {
        if (isUntouched(standing, part) && !hasSomethingBelow(commit, one.id) &&
            !how.referredTo.contains(one.id)) {
            write.set("deleted_at", how.now);
            write.set("delete_reason", how.reason);
        }
        return write;
    }
    for (const auto field : one.fields) {
        const auto version = standing.versionAt(field);
        if (version.device == 0 && version.change > part.before && version.change < part.after) {
            write.values.emplace_back(field, valueWithout(commit, standing, field, version));
        }
    }
    return write;
}

void addReferences(const Record& record, const std::set<Uuid>& ids, std::set<Uuid>& found)
{
    const auto add = [&](const Uuid& id) {
        if (ids.contains(id)) {
            found.insert(id);
        }
    };
    for (std::size_t field = 0; field < record.type().fields.size(); ++field) {
        const auto& value = record.at(field);
        if (const auto* id = std::get_if<Uuid>(&value)) {
            add(*id);
        } else if (const auto* members = std::get_if<TextSet>(&value)) {
            for (const auto& member : *members) {
                add(Uuid::parse(member).value_or(Uuid{}));
            }
        }
    }
}

} // namespace

std::string toText(const Part& part)
{
    auto records = json::array();
    for (const auto& one : part.records) {
        auto fields = json::array();
        for (const auto field : one.fields) {
            fields.push_back(one.type->fields[field].fieldName);
        }
        records.push_back({{"id", one.id.text()},
                           {"type", one.type->name},
                           {"created", one.created},
                           {"fields", std::move(fields)},
                           {"origin", one.origin.text()},
                           {"print", one.formerPrint}});
    }
    return json{{"before", part.before}, {"after", part.after}, {"records", std::move(records)}}
        .dump();
}

Part partFrom(std::string_view text)
{
    const auto stored = json::parse(text);
    Part part{.before = stored.at("before"), .after = stored.at("after"), .records = {}};
    for (const auto& entry : stored.at("records")) {
        const auto id = Uuid::parse(entry.at("id").get<std::string>());
        const auto origin = Uuid::parse(entry.at("origin").get<std::string>());
        const auto* type = findType(entry.at("type").get<std::string>());
        if (!id || !origin || type == nullptr) {
            continue; // A type that is no more.
        }
        Written one{.id = *id,
                    .type = type,
                    .created = entry.at("created"),
                    .origin = *origin,
                    .formerPrint = entry.at("print")};
        for (const auto& name : entry.at("fields")) {
            if (const auto field = type->indexOf(name.get<std::string>())) {
                one.fields.push_back(*field);
            }
        }
        part.records.push_back(std::move(one));
    }
    return part;
}

std::set<Uuid> referredTo(StoreView& view, const std::set<Uuid>& ids)
{
    std::set<Uuid> found;
    for (const auto* type : allTypes()) {
        if (rules::isForBoard(*type)) {
            continue; // They follow from the records themselves.
        }
        view.forEachDocument(*type, [&](std::string_view document) {
            const auto record = Record::parse(document);
            if (record && !record->isDeleted() && !ids.contains(record->id())) {
                addReferences(*record, ids, found);
            }
        });
    }
    return found;
}

void takeBack(
    Commit& commit, ChangeService& changes, const Part& part, const TakingBack& how, TakenBack& sum)
{
    for (const auto& one : part.records) {
        const auto standing = commit.world().find(one.id);
        if (one.created && (!standing || standing->isDeleted())) {
            ++sum.putBack; // Somebody else did it.
            continue;
        }
        auto write = standing ? undoingOf(commit, *standing, one, part, how) : rules::RecordWrite{};
        const std::size_t values = write.values.size();
        const bool whole = one.created ? values > 0 : values == one.fields.size();
        const std::array<ServerChange, 1> change{std::move(write)};
        const bool done =
            values > 0 && changes.applyGroup(commit, rules::Actor{}, change).has_value();
        if (done) {
            forgetLast(commit, one);
        }
        done&& whole ? ++sum.putBack : ++sum.kept;
    }
}

} // namespace fieldbook::server::import
