#include "server/service/sharing_service.h"

#include "server/service/decider.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace fieldbook::server {
namespace {

using nlohmann::json;

std::string_view accessCode(bool edits) { return edits ? "edit" : "read"; }

// A state that the time brings about.
struct Turn {
    std::string_view type;
    std::string_view from;
    std::string_view time; // The field that says when.
    std::string_view to;
};
constexpr std::array turns{
    Turn{"share", "active", "until", "ended"},
    Turn{"substitution", "planned", "starts_at", "active"},
    Turn{"substitution", "active", "ends_at", "ended"},
};

bool stays(const Record& record, const Turn& turn)
{
    return turn.time == "ends_at" && record.get("returns") != Value{true};
}

} // namespace

Result<void> SharingService::act(const Uuid& by, sync::ActBody body)
{
    return commits_.run([&](Commit& commit) -> Result<void> {
        const auto actor = deciderFor(commit.directory(), by);
        if (!actor) {
            return fail(actor.error());
        }
        const std::vector<ServerChange> changes{body};
        const auto done = changes_.applyGroup(commit, *actor, changes);
        return done ? Result<void>{} : fail(done.error());
    });
}

Result<Uuid> SharingService::share(const Uuid& by, const Share& share)
{
    const Uuid id = ids_.next();
    json arguments{{"id", id.text()},
                   {"access", accessCode(share.edits)},
                   {"until", toRfc3339(share.until)},
                   {"reason", share.reason}};
    if (!share.user.isNil()) {
        arguments["user"] = share.user.text();
    }
    if (!share.team.isNil()) {
        arguments["team"] = share.team.text();
    }
    if (!share.includes.empty()) {
        arguments["includes"] = share.includes;
    }
    const auto done = act(by, {.name = "customer.share",
                               .type = &typeNamed("customer"),
                               .id = share.customer,
                               .arguments = arguments.dump()});
    return done ? Result<Uuid>{id} : fail(done.error());
}

Result<Uuid> SharingService::cover(const Uuid& by, const Cover& cover)
{
    const Uuid id = ids_.next();
    const json arguments{{"id", id.text()},
                         {"stands_in", cover.standsIn.text()},
                         {"starts_at", toRfc3339(cover.from)},
                         {"ends_at", toRfc3339(cover.until)},
                         {"access", accessCode(cover.edits)},
                         {"returns", cover.returns},
                         {"reason", cover.reason}};
    const auto done = act(by, {.name = "user.cover",
                               .type = &typeNamed("user"),
                               .id = cover.absent,
                               .arguments = arguments.dump()});
    return done ? Result<Uuid>{id} : fail(done.error());
}

Result<void> SharingService::end(const Uuid& by, const Uuid& id)
{
    const auto placement = store_.read()->findPlacement(id);
    const auto name = placement ? placement->type->name : std::string_view{};
    if (name != "share" && name != "substitution") {
        return fail(ErrorKind::NotFound, "record.missing", id.text());
    }
    return act(
        by,
        {.name = std::string{name} + ".end", .type = placement->type, .id = id, .arguments = "{}"});
}

std::vector<Record> SharingService::recordsOf(std::string_view type, bool all)
{
    std::vector<Record> records;
    store_.read()->forEachDocument(typeNamed(type), [&](std::string_view document) {
        if (auto record = Record::parse(document);
            record && (all || record->textOf("state") != "ended")) {
            records.push_back(std::move(*record));
        }
    });
    return records;
}

std::vector<Record> SharingService::shares(bool all) { return recordsOf("share", all); }

std::vector<Record> SharingService::covers(bool all) { return recordsOf("substitution", all); }

Result<std::size_t> SharingService::keepTime()
{
    const Timestamp now = clock_.now();
    const auto isDue = [&](StoreView& view) {
        return std::ranges::any_of(turns, [&](const Turn& turn) {
            return !view.due(typeNamed(turn.type), "state", turn.from, turn.time, now).empty();
        });
    };
    if (!isDue(*store_.read())) {
        return 0;
    }
    return commits_.run([&](Commit& commit) -> Result<std::size_t> {
        std::size_t count = 0;
        for (const Turn& turn : turns) {
            const auto& type = typeNamed(turn.type);
            for (const auto& id : commit.view().due(type, "state", turn.from, turn.time, now)) {
                const auto record = commit.world().find(id);
                if (!record || stays(*record, turn)) {
                    continue;
                }
                rules::RecordWrite write{&type, id, false, {}};
                write.set("state", std::string{turn.to});
                if (turn.to == "ended") {
                    write.set("ended_at", record->get(turn.time));
                }
                const std::vector<ServerChange> changes{std::move(write)};
                const auto done = changes_.applyGroup(commit, rules::Actor{}, changes);
                if (!done) {
                    return fail(done.error());
                }
                ++count;
            }
        }
        return count;
    });
}

} // namespace fieldbook::server
