#include "server/service/bin_service.h"

#include "server/service/decider.h"
#include "shared/rules/access.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fieldbook::server {
namespace {

const Timestamp* deletedAt(const Record& record)
{
    return std::get_if<Timestamp>(&record.get("deleted_at"));
}

std::string titleOf(const Record& record)
{
    for (const char* field : {"name", "title", "number"}) {
        if (record.type().indexOf(field)) {
            return record.textOf(field);
        }
    }
    return {};
}

// All that hangs on it, however far below.
std::vector<Placement> below(StoreView& view, const Uuid& id)
{
    std::vector<Placement> all = view.hangingOn(id);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto next = view.hangingOn(all[i].id);
        all.insert(all.end(), next.begin(), next.end());
    }
    return all;
}

// What has gone into a customer goes for good with it, and what had gone into that.
void addMergedInto(std::vector<Placement>& going, Commit& commit)
{
    for (std::size_t i = 0; i < going.size(); ++i) {
        const Placement each = going[i];
        const auto found = each.type->name == "merge_case" ? commit.world().find(each.id)
                                                           : std::optional<Record>{};
        const auto loser = found ? commit.world().find(found->referenceOf("loser")) : std::nullopt;
        if (!loser || loser->type().name != "customer" ||
            loser->referenceOf("merged_into") != found->referenceOf("survivor") ||
            std::ranges::find(going, loser->id(), &Placement::id) != going.end()) {
            continue;
        }
        going.push_back(*commit.view().findPlacement(loser->id()));
        const auto hanging = below(commit.view(), loser->id());
        going.insert(going.end(), hanging.begin(), hanging.end());
    }
}

// What has been deleted since before a time, the oldest first.
std::vector<Uuid> deletedBefore(StoreView& view, Timestamp time)
{
    std::vector<std::pair<Timestamp, Uuid>> found;
    for (const TypeSpec* type : allTypes()) {
        view.forEachDeleted(*type, [&](const Uuid& id, Timestamp since) {
            if (since < time) {
                found.emplace_back(since, id);
            }
        });
    }
    std::ranges::sort(found);
    std::vector<Uuid> ids;
    ids.reserve(found.size());
    for (const auto& [since, id] : found) {
        ids.push_back(id);
    }
    return ids;
}

} // namespace

std::vector<BinnedRecord> BinService::list()
{
    const auto view = store_.read();
    const StoreWorld world{*view};
    std::vector<BinnedRecord> binned;
    for (const auto& id : deletedBefore(*view, Timestamp::max())) {
        const auto record = world.find(id);
        if (!rules::isInBin(*record) || !rules::wasDeletedItself(*record, world)) {
            continue;
        }
        BinnedRecord one{.type = &record->type(),
                         .id = id,
                         .title = titleOf(*record),
                         .deletedAt = *deletedAt(*record),
                         .deletedBy = record->referenceOf("deleted_by"),
                         .reason = record->textOf("delete_reason")};
        for (const auto& each : below(*view, id)) {
            const auto hanging = world.find(each.id);
            if (each.type->tabletWrites) {
                ++(hanging->isDeleted() ? one.below : one.since);
            }
        }
        binned.push_back(std::move(one));
    }
    return binned;
}

Result<void> BinService::restore(const Uuid& by, const Uuid& id)
{
    return commits_.run([&](Commit& commit) -> Result<void> {
        const auto actor = deciderFor(commit.directory(), by);
        if (!actor) {
            return fail(actor.error());
        }
        const auto record = commit.world().find(id);
        if (!record) {
            return fail(ErrorKind::NotFound, "record.missing", id.text());
        }
        if (auto may = rules::mayManage(
                *actor, rules::factsOf(*record, commit.world(), commit.directory()));
            !may) {
            return may;
        }
        if (!rules::isInBin(*record)) {
            return fail(ErrorKind::Conflict, "bin.not_in", id.text());
        }
        rules::RecordWrite write{&record->type(), id, false, {}};
        write.set("deleted_at", Value{});
        const std::array<ServerChange, 1> change{std::move(write)};
        const auto done = changes_.applyGroup(commit, *actor, change);
        return done ? Result<void>{} : fail(done.error());
    });
}

std::size_t BinService::purge()
{
    std::vector<Uuid> due; // Without a commit for each that nobody may take away.
    {
        const auto view = store_.read();
        const StoreWorld world{*view};
        for (const auto& id : deletedBefore(*view, clock_.now() - rules::binKept)) {
            const auto record = world.find(id);
            if (record && rules::isInBin(*record) && rules::wasDeletedItself(*record, world)) {
                due.push_back(id);
            }
        }
    }
    std::size_t purged = 0;
    for (const auto& id : due) {
        const auto count = commits_.run(
            [&](Commit& commit) -> Result<std::size_t> { return purgeOne(commit, id); });
        purged += count.value_or(0);
    }
    return purged;
}

std::size_t BinService::purgeOne(Commit& commit, const Uuid& id)
{
    const auto record = commit.world().find(id);
    const auto* since = record ? deletedAt(*record) : nullptr;
    if (since == nullptr || *since >= clock_.now() - rules::binKept || !rules::isInBin(*record) ||
        !rules::wasDeletedItself(*record, commit.world())) {
        return 0; // Restored meanwhile, or it goes with what it hangs on.
    }
    auto going = below(commit.view(), id);
    for (const auto& each : going) {
        if (each.type->tabletWrites && !commit.world().find(each.id)->isDeleted()) {
            return 0; // Recorded about it since; somebody has to decide about that.
        }
    }
    going.insert(going.begin(), *commit.view().findPlacement(id));
    addMergedInto(going, commit);
    const Sequence sequence = commit.writer().nextSequence();
    for (const auto& each : going) {
        commit.writer().remove(each, sequence);
        commit.touch(each.feeds);
        commit.note({.kind = "record.purged", .type = each.type, .record = each.id});
    }
    commit.world().forget();
    return going.size();
}

} // namespace fieldbook::server
