#include "shared/rules/feeds.h"

#include "shared/rules/board.h"
#include "shared/rules/directory.h"

#include <algorithm>

namespace fieldbook::rules {
namespace {

// A line hangs on an order, that on a customer: more steps than this are a ring.
constexpr int stepsUpMax = 8;

std::vector<SharedWith> sharesOf(const Record& customer, std::string_view type, const World& world)
{
    std::vector<SharedWith> shares;
    if (customer.type().name != "customer" || customer.get("shared") != Value{true}) {
        return shares;
    }
    for (const Record& share : world.referring(typeNamed("share"), "customer", customer.id())) {
        const auto* set = std::get_if<TextSet>(&share.get("includes"));
        const TextSet includes = set == nullptr ? TextSet{} : *set;
        if (share.textOf("state") == "active" && covers(includes, type)) {
            shares.push_back({.user = share.referenceOf("user"),
                              .team = share.referenceOf("team"),
                              .edits = share.textOf("access") == "edit",
                              .includes = includes});
        }
    }
    return shares;
}

// The team whose record it is when nobody is responsible: the board in whose public pool it lies.
Uuid poolOf(const Record& record)
{
    return record.type().indexOf("pool") ? record.referenceOf("pool") : Uuid{};
}

template <class TeamOf, class BoardOf>
FeedFacts factsWith(const Record& record, const World& world, TeamOf teamOf, BoardOf boardOf)
{
    FeedFacts facts;
    bool ownerKnown = false;
    const auto seeOwner = [&](const Record& seen) {
        if (!ownerKnown && !seen.type().ownerField.empty()) {
            facts.owner = seen.referenceOf(seen.type().ownerField);
            ownerKnown = true;
        }
    };
    seeOwner(record);
    std::optional<Record> above;
    Uuid next = parentOf(record);
    for (int step = 0; step < stepsUpMax && !next.isNil(); ++step) {
        auto found = world.find(next);
        if (!found) {
            break;
        }
        above = std::move(found);
        seeOwner(*above);
        next = parentOf(*above);
    }
    if (above && !above->type().ownerField.empty()) {
        facts.rootOwner = above->referenceOf(above->type().ownerField);
    }
    const Uuid pool = poolOf(above ? *above : record);
    const auto teamOr = [&](const Uuid& owner) { return owner.isNil() ? pool : teamOf(owner); };
    if (isForBoard(record.type())) {
        FeedFacts ofBoard;
        ofBoard.ownerTeam = boardOf(above ? teamOr(facts.rootOwner) : Uuid{});
        return ofBoard;
    }
    facts.shared = sharesOf(above ? *above : record, record.type().name, world);
    facts.ownerTeam = teamOr(facts.owner);
    if (above) {
        facts.rootOwnerTeam =
            facts.rootOwner == facts.owner ? facts.ownerTeam : teamOr(facts.rootOwner);
    }
    return facts;
}

} // namespace

bool covers(const TextSet& includes, std::string_view type)
{
    const auto has = [&](std::string_view name) {
        return std::ranges::find(includes, name) != includes.end();
    };
    return type == "customer" || type == "share" || has(type) ||
           (type == "order_line" && has("order"));
}

Uuid parentOf(const Record& record)
{
    for (const auto field : record.type().parentFields) {
        if (const Uuid parent = record.referenceOf(field); !parent.isNil()) {
            return parent;
        }
    }
    return {};
}

FeedFacts factsOf(const Record& record, const World& world)
{
    const auto teamOf = [&](const Uuid& user) {
        const auto found = world.find(user);
        return found && found->type().name == "user" ? found->referenceOf("team") : Uuid{};
    };
    const auto above = [&](const Uuid& team) -> std::optional<TeamAbove> {
        const auto found = world.find(team);
        return found && found->type().name == "team" ? std::optional{teamAbove(*found)}
                                                     : std::nullopt;
    };
    return factsWith(record, world, teamOf,
                     [&](const Uuid& team) { return boardAbove(team, above); });
}

FeedFacts factsOf(const Record& record, const World& world, const Directory& directory)
{
    return factsWith(
        record, world, [&](const Uuid& user) { return directory.teamOf(user); },
        [&](const Uuid& team) { return directory.boardOf(team); });
}

FeedName deciderFeed(const Uuid& team) { return "d:" + team.text(); }

std::vector<FeedName> feedsOf(const TypeSpec& type, const FeedFacts& facts)
{
    if (type.audience == Audience::Company) {
        return {"c"};
    }
    if (isForBoard(type)) {
        return {boardFeed(facts.ownerTeam)};
    }
    if (type.audience == Audience::Deciders) {
        return {deciderFeed(facts.ownerTeam), "u:" + facts.owner.text()};
    }
    std::vector<FeedName> feeds;
    for (const Uuid& user : {facts.owner, facts.rootOwner}) {
        if (!user.isNil()) {
            feeds.push_back("u:" + user.text());
        }
    }
    for (const Uuid& team : {facts.ownerTeam, facts.rootOwnerTeam}) {
        if (!team.isNil()) {
            feeds.push_back("t:" + team.text());
        }
    }
    if (facts.ownerTeam.isNil() && facts.rootOwnerTeam.isNil()) {
        feeds.emplace_back("o");
    }
    for (const auto& share : facts.shared) {
        feeds.push_back(share.user.isNil() ? "m:" + share.team.text() : "u:" + share.user.text());
    }
    std::ranges::sort(feeds);
    const auto repeats = std::ranges::unique(feeds);
    feeds.erase(repeats.begin(), repeats.end());
    return feeds;
}

} // namespace fieldbook::rules
