#include "server/service/change_group.h"
#include "server/service/derived_records.h"

#include <unordered_set>
#include <utility>

// The second half of a group: writing what was laid, and refiling what hangs on it.
namespace fieldbook::server {
namespace {

bool isPeople(const TypeSpec& type)
{
    return type.name == "user" || type.name == "team" || type.name == "substitution";
}

} // namespace

Sequence ChangeGroup::file()
{
    const std::vector<Uuid> written = order_;
    for (const auto& id : written) {
        if (const auto name = laid_.laid(id)->type().name; name != "customer" && name != "lead") {
            continue; // Nothing else changes hands, or is listed.
        }
        const Record record = *laid_.laid(id);
        if (!created_.contains(id)) {
            const Record former = commit_.world().known(id)->record;
            if (auto change = ownershipChange(former, record, author_.actor.user)) {
                lay(std::move(change->write), change->version, Keep::Nothing);
            }
            for (auto& each : casesFollowing(former, record, laid_)) {
                lay(std::move(each.write), each.version, Keep::History);
            }
        }
        if (const auto listing = listingFor(record, laid_)) {
            lay(listing->write, listing->version, Keep::Nothing);
            for (auto& found : foundAgain(record, *listing, commit_, laid_)) {
                lay(std::move(found.write), found.version, Keep::Nothing);
            }
        }
    }
    for (const auto& past : history_) {
        commit_.writer().addHistory(past);
    }
    for (auto& view : views_) {
        commit_.note(std::move(view));
    }
    views_.clear();
    if (order_.empty()) {
        return commit_.view().head();
    }
    for (const auto& id : order_) {
        if (const auto& record = *laid_.laid(id); isPeople(record.type())) {
            commit_.learn(record);
        }
    }
    const Sequence sequence = commit_.writer().nextSequence();
    std::vector<Uuid> moved;
    for (const auto& id : order_) {
        if (fileRecord(*laid_.laid(id), sequence)) {
            moved.push_back(id);
        }
    }
    for (const auto& id : moved) {
        refileBelow(id, sequence);
    }
    for (const auto& customer : shared_) {
        if (const auto* known = commit_.world().known(customer)) {
            refile(Placement{known->placement}, sequence);
        }
        refileBelow(customer, sequence);
    }
    return followPeople(sequence);
}

// Who sees a customer, and what hangs on it, follows from what is in force of its shares.
void ChangeGroup::noteShare(const Record* former, const Record& now)
{
    if (now.type().name == "share" &&
        (former == nullptr || former->get("state") != now.get("state"))) {
        shared_.push_back(now.referenceOf("customer"));
    }
}

Placement ChangeGroup::place(const Record& record, Sequence sequence) const
{
    const auto& type = record.type();
    const auto facts = rules::factsOf(record, laid_, commit_.directory());
    return {.type = &type,
            .id = record.id(),
            .sequence = sequence,
            .parent = rules::parentOf(record),
            .feeds = rules::feedsOf(type, facts)};
}

bool ChangeGroup::fileRecord(const Record& record, Sequence sequence)
{
    auto placement = place(record, sequence);
    commit_.touch(placement.feeds);
    if (created_.contains(record.id())) {
        noteShare(nullptr, record);
        commit_.note(noteOf(nullptr, record, author_.actor.user, author_.device, latest_));
        commit_.writer().add(record, placement);
        commit_.world().remember(record, std::move(placement));
        return false;
    }
    // What the world knows is what stood before the group.
    const auto former = *commit_.world().known(record.id());
    commit_.touch(former.placement.feeds);
    noteShare(&former.record, record);
    commit_.note(noteOf(&former.record, record, author_.actor.user, author_.device, latest_));
    commit_.writer().replace(record, former.placement, placement);
    const auto& owner = record.type().ownerField;
    const bool moved = former.placement.parent != placement.parent ||
                       (!owner.empty() && former.record.get(owner) != record.get(owner));
    if (record.type().name == "user") {
        notePerson(former.record, record);
    } else if (record.type().name == "team") {
        noteTeam(former.record, record);
    }
    commit_.world().remember(record, std::move(placement));
    return moved;
}

void ChangeGroup::notePerson(const Record& former, const Record& now)
{
    if (former.get("team") != now.get("team")) {
        movedUsers_.push_back(now.id());
    }
    const auto* person = commit_.directory().findUser(now.id());
    if (person == nullptr || !person->isActive()) {
        shutOut_.push_back(now.id());
    }
}

// What a board knows follows from which teams are below it.
void ChangeGroup::noteTeam(const Record& former, const Record& now)
{
    if (former.get("parent") == now.get("parent") && former.get("kind") == now.get("kind")) {
        return;
    }
    for (const auto& team : commit_.directory().withTeamsBelow(now.id())) {
        const auto members = commit_.directory().membersOf(team);
        movedUsers_.insert(movedUsers_.end(), members.begin(), members.end());
    }
}

void ChangeGroup::refileBelow(const Uuid& id, Sequence sequence)
{
    std::unordered_set<Uuid> seen{id};
    std::vector<Uuid> above{id};
    while (!above.empty()) {
        const Uuid next = above.back();
        above.pop_back();
        for (const auto& placement : commit_.view().hangingOn(next)) {
            if (seen.insert(placement.id).second) {
                refile(placement, sequence);
                above.push_back(placement.id);
            }
        }
    }
}

void ChangeGroup::refile(const Placement& former, Sequence sequence)
{
    if (former.sequence == sequence) {
        return; // Written by this very group, and placed then.
    }
    auto placement = place(*laid_.find(former.id), sequence);
    if (placement.feeds == former.feeds) {
        return;
    }
    commit_.touch(former.feeds);
    commit_.touch(placement.feeds);
    commit_.writer().refile(former, placement);
    commit_.world().remember(placement);
}

// A user's book may be large, so each record with what hangs on it has a sequence of its own: pages
// end only between sequences.
Sequence ChangeGroup::followPeople(Sequence sequence)
{
    for (const auto& user : shutOut_) {
        for (const auto& session : commit_.view().sessions(user)) {
            commit_.writer().endSession(session.id, fromMillis(latest_.millis), "user_inactive");
            commit_.note({.kind = "session.ended",
                          .by = author_.actor.user,
                          .device = session.device,
                          .body = R"({"because":"user_inactive"})"});
        }
    }
    for (const auto& user : movedUsers_) {
        for (const auto& placement : commit_.view().ownedBy(user)) {
            sequence = commit_.writer().nextSequence();
            // As it stands now: one before it in the list may have taken it along.
            if (const auto* known = commit_.world().known(placement.id)) {
                refile(Placement{known->placement}, sequence);
            }
            refileBelow(placement.id, sequence);
        }
    }
    return sequence;
}

} // namespace fieldbook::server
