#include "server/service/quarantine_service.h"

#include "server/service/decider.h"

#include <algorithm>
#include <span>
#include <utility>

namespace fieldbook::server {
namespace {

constexpr std::string_view released = "quarantine.released";
constexpr std::string_view discarded = "quarantine.discarded";

// What is held of the user, if the actor may decide about it.
Result<std::vector<Refusal>> heldFor(Commit& commit, const Uuid& by, const Uuid& user)
{
    const auto& directory = commit.directory();
    const auto actor = deciderFor(directory, by);
    if (!actor) {
        return fail(actor.error());
    }
    if (directory.findUser(user) == nullptr) {
        return fail(ErrorKind::NotFound, "user.missing", user.text());
    }
    if (auto may = mayDecideAbout(*actor, user, directory); !may) {
        return fail(may.error());
    }
    auto held = commit.view().held(user);
    if (held.empty()) {
        return fail(ErrorKind::NotFound, "quarantine.empty");
    }
    std::ranges::sort(held, {},
                      [](const Refusal& each) { return std::pair{each.device, each.number}; });
    return held;
}

// What was decided about one of them, and by whom.
void settle(Commit& commit, const Refusal& held, std::string_view code, const Uuid& by)
{
    commit.writer().settleRefusal(held.device, held.number, code);
    std::string body = "{\"number\":" + std::to_string(held.number) + ",\"code\":";
    appendJsonString(body, code);
    body += '}';
    commit.note(
        {.kind = "quarantine.settled", .by = by, .device = held.device, .body = std::move(body)});
}

sync::PushedChange readBack(const Refusal& held)
{
    auto change = sync::parseChange(held.raw);
    sync::PushedChange pushed{.number = held.number,
                              .groupFirst = change ? change->groupFirst : 0,
                              .groupLast = change ? change->groupLast : 0,
                              .raw = held.raw,
                              .change = std::move(change)};
    return pushed;
}

// How many of these, from the first on, stand or fall together.
std::size_t groupSize(std::span<const Refusal> held)
{
    const auto first = readBack(held.front());
    std::size_t size = 1;
    while (first.groupFirst != 0 && size < held.size() &&
           held[size].device == held.front().device && held[size].number <= first.groupLast) {
        ++size;
    }
    return size;
}

} // namespace

std::vector<Refusal> QuarantineService::list(const std::optional<Uuid>& user)
{
    return store_.read()->held(user);
}

Result<QuarantineOutcome> QuarantineService::release(const Uuid& by, const Uuid& user)
{
    return commits_.run([&](Commit& commit) -> Result<QuarantineOutcome> {
        const auto held = heldFor(commit, by, user);
        if (!held) {
            return fail(held.error());
        }
        QuarantineOutcome outcome;
        std::span<const Refusal> rest{*held};
        while (!rest.empty()) {
            const auto group = rest.first(groupSize(rest));
            std::vector<sync::PushedChange> changes;
            std::ranges::transform(group, std::back_inserter(changes), readBack);
            const Author author{.actor = *commit.directory().actorFor(user),
                                .device = group.front().device};
            const auto done = changes_.applyHeld(commit, author, changes);
            for (const auto& each : group) {
                const std::string_view code = done ? released : std::string_view{done.error().code};
                settle(commit, each, code, by);
                if (!done) {
                    outcome.refused.push_back(each);
                    outcome.refused.back().code = code;
                }
            }
            outcome.released += done ? group.size() : 0;
            rest = rest.subspan(group.size());
        }
        return outcome;
    });
}

Result<std::size_t> QuarantineService::discard(const Uuid& by, const Uuid& user)
{
    return commits_.run([&](Commit& commit) -> Result<std::size_t> {
        const auto held = heldFor(commit, by, user);
        if (!held) {
            return fail(held.error());
        }
        for (const auto& each : *held) {
            settle(commit, each, discarded, by);
        }
        return held->size();
    });
}

} // namespace fieldbook::server
