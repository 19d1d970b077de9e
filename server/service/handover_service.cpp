#include "server/service/handover_service.h"

#include "server/service/decider.h"
#include "shared/rules/access.h"
#include "shared/rules/stages.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace fieldbook::server {
namespace {

using nlohmann::json;

constexpr std::string_view listSetting = "handovers";

// A handover as it is remembered. Its changes are those of the server between the two numbers.
struct Remembered {
    Handover handover;
    std::int64_t before = 0;
    std::int64_t after = 0;
};

json countsJson(const std::vector<HandoverCount>& counts)
{
    json list = json::array();
    for (const auto& count : counts) {
        list.push_back({{"to", count.to.text()},
                        {"type", std::string{count.type->name}},
                        {"records", count.records}});
    }
    return list;
}

std::vector<HandoverCount> readCounts(const json& list)
{
    std::vector<HandoverCount> counts;
    for (const auto& entry : list) {
        if (const auto* type = findType(entry.value("type", ""))) {
            counts.push_back({Uuid::parse(entry.value("to", "")).value_or(Uuid{}), type,
                              entry.value("records", std::size_t{0})});
        }
    }
    return counts;
}

std::string toText(const std::vector<Remembered>& all)
{
    json list = json::array();
    for (const auto& [handover, before, after] : all) {
        json entry{{"id", handover.id.text()},
                   {"from", handover.from.text()},
                   {"by", handover.by.text()},
                   {"at", toMillis(handover.at)},
                   {"reason", handover.reason},
                   {"moved", countsJson(handover.moved)},
                   {"kept", countsJson(handover.kept)},
                   {"before", before},
                   {"after", after}};
        if (handover.undoneAt) {
            entry["undone_at"] = toMillis(*handover.undoneAt);
        }
        list.push_back(std::move(entry));
    }
    return list.dump();
}

std::vector<Remembered> readAll(StoreView& view)
{
    std::vector<Remembered> all;
    const auto list = json::parse(view.setting(listSetting).value_or("[]"));
    const auto idOf = [](const json& entry, const char* name) {
        return Uuid::parse(entry.value(name, "")).value_or(Uuid{});
    };
    for (const auto& entry : list) {
        Remembered one{.handover = {.id = idOf(entry, "id"),
                                    .from = idOf(entry, "from"),
                                    .by = idOf(entry, "by"),
                                    .at = fromMillis(entry.value("at", std::int64_t{0})),
                                    .reason = entry.value("reason", ""),
                                    .moved = readCounts(entry.at("moved")),
                                    .kept = readCounts(entry.at("kept")),
                                    .undoneAt = {}},
                       .before = entry.value("before", std::int64_t{0}),
                       .after = entry.value("after", std::int64_t{0})};
        if (entry.contains("undone_at")) {
            one.handover.undoneAt = fromMillis(entry.at("undone_at").get<std::int64_t>());
        }
        all.push_back(std::move(one));
    }
    return all;
}

Result<void> checkSuccessor(const rules::Actor& actor,
                            const Uuid& from,
                            const Uuid& to,
                            const rules::World& world,
                            const rules::Directory& directory)
{
    if (to.isNil()) {
        return {};
    }
    if (to == from) {
        return fail(ErrorKind::Invalid, "handover.same");
    }
    const auto* person = directory.findUser(to);
    if (person == nullptr) {
        return fail(ErrorKind::NotFound, "user.missing", to.text());
    }
    if (!person->isActive()) {
        return fail(ErrorKind::Conflict, "user.inactive", person->login);
    }
    return rules::mayGive(actor, from, to, world);
}

Result<void> checkOrder(Commit& commit, const rules::Actor& actor, const HandoverOrder& order)
{
    const auto& directory = commit.directory();
    if (directory.findUser(order.from) == nullptr) {
        return fail(ErrorKind::NotFound, "user.missing", order.from.text());
    }
    if (auto may = mayDecideAbout(actor, order.from, directory); !may) {
        return may;
    }
    std::vector<Uuid> successors{order.to};
    for (const auto& part : order.parts) {
        const auto index = typeNamed("customer").indexOf(part.field);
        const auto kind = index ? typeNamed("customer").fields[*index].kind : FieldKind::Money;
        if (kind != FieldKind::Text && kind != FieldKind::Choice) {
            return fail(ErrorKind::Invalid, "handover.field", part.field);
        }
        successors.push_back(part.to);
    }
    for (const auto& [customer, to] : order.customers) {
        successors.push_back(to);
    }
    std::ranges::sort(successors);
    const auto repeats = std::ranges::unique(successors);
    successors.erase(repeats.begin(), repeats.end());
    for (const auto& to : successors) {
        if (auto good = checkSuccessor(actor, order.from, to, commit.world(), directory); !good) {
            return good;
        }
    }
    return {};
}

// What somebody has to take over. The rest is done, and stays whose it was.
bool isToBeTakenOver(const Record& record, Timestamp now)
{
    const auto type = record.type().name;
    if (type == "customer" || type == "lead") {
        return true;
    }
    if (type == "opportunity") {
        const auto* stage = rules::findStage(record.textOf("stage"));
        return stage != nullptr && stage->kind == rules::Stage::Kind::Open;
    }
    if (type == "appointment") {
        const auto* ends = std::get_if<Timestamp>(&record.get("ends_at"));
        return !record.textOf("recurrence").empty() || (ends != nullptr && *ends >= now);
    }
    const auto stands = [&](std::string_view state) { return record.textOf("state") == state; };
    return (type == "reminder" && stands("open")) || (type == "visit" && stands("planned")) ||
           (type == "order" && stands("draft"));
}

Uuid ownerOf(const Record& record) { return record.referenceOf(record.type().ownerField); }

// Who gets what, as the order says and as has been given so far.
class Successors {
public:
    Successors(const HandoverOrder& order, const rules::World& world) : order_{order}, world_{world}
    {}

    [[nodiscard]] Uuid of(const Record& record) const
    {
        if (record.type().name == "customer") {
            return ofCustomer(record);
        }
        // With what it hangs on, if that was the leaver's.
        const Uuid parent = rules::parentOf(record);
        if (const auto found = given_.find(parent); found != given_.end()) {
            return found->second;
        }
        const auto above = world_.find(parent);
        const bool stays =
            above && !above->type().ownerField.empty() && ownerOf(*above) == order_.from;
        return stays ? Uuid{} : order_.to;
    }
    void note(const Uuid& record, const Uuid& to) { given_[record] = to; }

private:
    [[nodiscard]] Uuid ofCustomer(const Record& customer) const
    {
        if (const auto found = order_.customers.find(customer.id());
            found != order_.customers.end()) {
            return found->second;
        }
        const auto part = std::ranges::find_if(order_.parts, [&](const HandoverPart& each) {
            return customer.textOf(each.field) == each.value;
        });
        return part == order_.parts.end() ? order_.to : part->to;
    }

    const HandoverOrder& order_;
    const rules::World& world_;
    std::unordered_map<Uuid, Uuid> given_;
};

// The act of giving it on where the type has one: it takes along what hangs on it. What lies in the
// recycle bin is no act's to touch.
ServerChange giving(const Record& record, const Uuid& from, const Uuid& to, std::string_view reason)
{
    const auto& type = record.type();
    if (type.indexOf("assign_reason") && !record.isDeleted()) {
        json arguments{{"owner", to.text()}, {"from", from.text()}};
        if (!reason.empty()) {
            arguments["reason"] = reason;
        }
        return sync::ActBody{.name = std::string{type.name} + ".assign",
                             .type = &type,
                             .id = record.id(),
                             .arguments = arguments.dump()};
    }
    rules::RecordWrite write{&type, record.id(), false, {}};
    write.set(type.ownerField, to);
    return write;
}

void count(std::vector<HandoverCount>& counts, const Uuid& to, const TypeSpec& type)
{
    const auto known = std::ranges::find_if(
        counts, [&](const HandoverCount& each) { return each.to == to && each.type == &type; });
    if (known != counts.end()) {
        ++known->records;
    } else {
        counts.push_back({to, &type, 1});
    }
}

void note(Commit& commit, std::string_view kind, const Handover& handover, const Uuid& by)
{
    json moved = json::array();
    for (const auto& each : handover.moved) {
        moved.push_back(
            {{"to", each.to.text()}, {"type", each.type->name}, {"records", each.records}});
    }
    const json body{{"handover", handover.id.text()},
                    {"from", handover.from.text()},
                    {"reason", handover.reason},
                    {"moved", moved}};
    commit.note({.kind = kind, .by = by, .body = body.dump()});
}

} // namespace

Result<Handover>
HandoverService::carryOut(Commit& commit, const Uuid& by, const HandoverOrder& order)
{
    const auto actor = deciderFor(commit.directory(), by);
    if (!actor) {
        return fail(actor.error());
    }
    if (auto good = checkOrder(commit, *actor, order); !good) {
        return fail(good.error());
    }
    Remembered made{.handover = {.id = ids_.next(),
                                 .from = order.from,
                                 .by = by,
                                 .at = clock_.now(),
                                 .reason = order.reason,
                                 .moved = {},
                                 .kept = {},
                                 .undoneAt = {}},
                    .before = commit.writer().nextServerChange()};
    // Customers come before what hangs on them. Each goes in a group of its own: pages end only
    // between groups, and a book may be large.
    const auto book = commit.view().ownedBy(order.from);
    Successors successors{order, commit.world()};
    for (const auto& placement : book) {
        const auto record = commit.world().find(placement.id);
        if (!record || ownerOf(*record) != order.from ||
            !isToBeTakenOver(*record, made.handover.at)) {
            continue;
        }
        const Uuid to = successors.of(*record);
        if (to.isNil()) {
            continue;
        }
        const std::array<ServerChange, 1> change{giving(*record, order.from, to, order.reason)};
        if (auto done = changes_.applyGroup(commit, *actor, change); !done) {
            return fail(done.error());
        }
        successors.note(record->id(), to);
    }
    made.after = commit.writer().nextServerChange();
    auto& handover = made.handover;
    for (const auto& placement : book) {
        const auto record = commit.world().find(placement.id);
        const Uuid owner = record ? ownerOf(*record) : order.from;
        count(owner == order.from ? handover.kept : handover.moved, owner, *placement.type);
    }
    if (handover.moved.empty()) {
        return fail(ErrorKind::Conflict, "handover.empty");
    }
    note(commit, "handover.given", handover, by);
    auto all = readAll(commit.view());
    all.push_back(made);
    commit.writer().setSetting(listSetting, toText(all));
    return std::move(handover);
}

Result<Handover> HandoverService::handOver(const Uuid& by, const HandoverOrder& order)
{
    return commits_.run([&](Commit& commit) { return carryOut(commit, by, order); });
}

Result<Handover> HandoverService::preview(const Uuid& by, const HandoverOrder& order)
{
    std::optional<Result<Handover>> would;
    const auto undone = commits_.run([&](Commit& commit) -> Result<void> {
        would = carryOut(commit, by, order);
        return fail(ErrorKind::Conflict, "handover.preview");
    });
    return would ? std::move(*would) : fail(undone.error());
}

Result<Handover> HandoverService::undo(const Uuid& by, const Uuid& id)
{
    return commits_.run([&](Commit& commit) -> Result<Handover> {
        const auto actor = deciderFor(commit.directory(), by);
        if (!actor) {
            return fail(actor.error());
        }
        auto all = readAll(commit.view());
        const auto found = std::ranges::find_if(
            all, [&](const Remembered& each) { return each.handover.id == id; });
        if (found == all.end()) {
            return fail(ErrorKind::NotFound, "handover.missing", id.text());
        }
        if (found->handover.undoneAt) {
            return fail(ErrorKind::Conflict, "handover.undone", id.text());
        }
        Handover back = found->handover;
        back.moved.clear();
        back.kept.clear();
        std::vector<Uuid> successors;
        for (const auto& each : found->handover.moved) {
            if (std::ranges::find(successors, each.to) == successors.end()) {
                successors.push_back(each.to);
            }
        }
        for (const auto& successor : successors) {
            if (auto may = mayDecideAbout(*actor, successor, commit.directory()); !may) {
                return fail(may.error());
            }
            for (const auto& placement : commit.view().ownedBy(successor)) {
                const auto& type = *placement.type;
                const auto record = commit.world().find(placement.id);
                const auto version = record->versionAt(*type.indexOf(type.ownerField));
                if (version.device != 0 || version.change <= found->before ||
                    version.change >= found->after) {
                    continue;
                }
                rules::RecordWrite write{&type, placement.id, false, {}};
                write.set(type.ownerField, back.from);
                if (type.indexOf("assign_reason")) {
                    write.set("assign_reason", Value{});
                }
                const std::array<ServerChange, 1> change{std::move(write)};
                if (auto done = changes_.applyGroup(commit, *actor, change); !done) {
                    return fail(done.error());
                }
                count(back.moved, back.from, type);
            }
        }
        back.undoneAt = clock_.now();
        note(commit, "handover.undone", back, by);
        found->handover.undoneAt = back.undoneAt;
        commit.writer().setSetting(listSetting, toText(all));
        return back;
    });
}

std::vector<Handover> HandoverService::list()
{
    std::vector<Handover> handovers;
    for (auto& each : readAll(*store_.read())) {
        handovers.push_back(std::move(each.handover));
    }
    std::ranges::reverse(handovers);
    return handovers;
}

Result<std::vector<Handover>> HandoverService::listFor(const Uuid& by,
                                                       const rules::Directory& directory)
{
    const auto actor = deciderFor(directory, by);
    if (!actor) {
        return fail(actor.error());
    }
    auto handovers = list();
    std::erase_if(handovers, [&](const Handover& each) {
        return !mayDecideAbout(*actor, each.from, directory);
    });
    return handovers;
}

} // namespace fieldbook::server
