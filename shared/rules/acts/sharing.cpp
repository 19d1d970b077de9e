#include "shared/rules/acts/act.h"

#include <algorithm>
#include <array>

// Showing a customer to somebody else for a time, and standing in for somebody who is away. What
// follows for who sees what is decided in feeds.h and access.h; what time ends, the server ends.
namespace fieldbook::rules {
namespace {

constexpr std::array<std::string_view, 8> shareable{"activity", "appointment", "attachment",
                                                    "contact",  "opportunity", "order",
                                                    "reminder", "visit"};
constexpr std::chrono::hours longest{24 * 366};

Timestamp timeOf(const ActCase& act, std::string_view argument)
{
    return std::get<Timestamp>(act.arguments.get(argument));
}

Result<void> checkPeriod(Timestamp from, Timestamp until)
{
    if (until <= from) {
        return refuse("period.ends_before_start");
    }
    return until - from > longest ? refuse("period.too_long") : Result<void>{};
}

Result<Record> findPerson(const ActCase& act, std::string_view argument)
{
    auto user = act.world.find(act.arguments.reference(argument));
    if (!user || user->type().name != "user" || user->isDeleted()) {
        return fail(ErrorKind::NotFound, "reference.missing", std::string{argument});
    }
    if (const auto& status = user->textOf("status"); !status.empty() && status != "active") {
        return refuse("user.inactive", user->id().text());
    }
    return std::move(*user);
}

Result<void> checkWithWhom(const ActCase& act)
{
    const auto& arguments = act.arguments;
    if (arguments.has("user") == arguments.has("team")) {
        return fail(ErrorKind::Invalid, "act.arguments", "user");
    }
    const Uuid owner = act.facts.owner;
    if (arguments.has("team")) {
        const auto team = act.world.find(arguments.reference("team"));
        if (!team || team->type().name != "team" || team->isDeleted()) {
            return fail(ErrorKind::NotFound, "reference.missing", "team");
        }
        return mayShareWithTeam(act.actor(), owner, team->id(), act.world);
    }
    const auto user = findPerson(act, "user");
    if (!user) {
        return fail(user.error());
    }
    return user->id() == owner ? refuse("share.owner")
                               : mayGive(act.actor(), owner, user->id(), act.world);
}

Result<TextSet> includedTypes(const ActCase& act)
{
    const auto* given = std::get_if<TextSet>(&act.arguments.get("includes"));
    if (given == nullptr) {
        return TextSet{shareable.begin(), shareable.end()};
    }
    const bool known = std::ranges::all_of(*given, [](const std::string& type) {
        return std::ranges::find(shareable, type) != shareable.end();
    });
    return known ? Result<TextSet>{*given} : fail(ErrorKind::Invalid, "act.arguments", "includes");
}

bool isWithSame(const ActCase& act, const Record& share)
{
    return share.textOf("state") == "active" &&
           share.referenceOf("user") == act.arguments.reference("user") &&
           share.referenceOf("team") == act.arguments.reference("team");
}

// The server's own command line is nobody.
void stamp(RecordWrite& made, const ActCase& act)
{
    made.set("created_at", act.call.at);
    if (!act.actor().user.isNil()) {
        made.set("created_by", act.actor().user);
    }
}

Result<Writes> share(const ActCase& act)
{
    if (auto checked = checkWithWhom(act); !checked) {
        return fail(checked.error());
    }
    if (auto checked = checkPeriod(act.call.at, timeOf(act, "until")); !checked) {
        return fail(checked.error());
    }
    auto includes = includedTypes(act);
    if (!includes) {
        return fail(includes.error());
    }
    const Uuid id = act.arguments.reference("id");
    if (act.world.find(id)) {
        return refuse("record.exists", id.text());
    }
    Writes writes;
    // A new one takes the place of the one that is in force.
    for (const Record& former :
         act.world.referring(typeNamed("share"), "customer", act.record.id())) {
        if (isWithSame(act, former)) {
            endNow(writes, act, former);
        }
    }
    RecordWrite& made = writes.create("share", id);
    made.set("customer", act.record.id());
    made.set("includes", std::move(*includes));
    for (const std::string_view field : {"user", "team", "access", "until", "reason"}) {
        made.set(field, act.arguments.get(field));
    }
    made.set("state", std::string{"active"});
    stamp(made, act);
    if (act.record.get("shared") != Value{true}) {
        writes.of(act.record).set("shared", true);
    }
    return writes;
}

Result<Writes> end(const ActCase& act)
{
    Writes writes;
    if (act.record.textOf("state") != "ended") {
        endNow(writes, act, act.record);
    }
    return writes;
}

// Their own, or as the manager of whoever is away.
Result<void> mayArrange(const ActCase& act, const Record& absent)
{
    const Uuid team = absent.referenceOf("team");
    return act.actor().user == absent.id() ? Result<void>{}
                                           : mayManage(act.actor(), {.owner = absent.id(),
                                                                     .ownerTeam = team,
                                                                     .rootOwner = {},
                                                                     .rootOwnerTeam = {}});
}

Result<Writes> cover(const ActCase& act)
{
    if (auto allowed = mayArrange(act, act.record); !allowed) {
        return fail(allowed.error());
    }
    const auto standsIn = findPerson(act, "stands_in");
    if (!standsIn) {
        return fail(standsIn.error());
    }
    if (standsIn->id() == act.record.id()) {
        return refuse("cover.self");
    }
    if (auto allowed = mayGive(act.actor(), act.record.id(), standsIn->id(), act.world); !allowed) {
        return fail(allowed.error());
    }
    const Timestamp from = timeOf(act, "starts_at");
    const Timestamp until = timeOf(act, "ends_at");
    auto checked = checkPeriod(std::max(from, act.call.at), until);
    if (checked) {
        checked = checkPeriod(from, until);
    }
    const Uuid id = act.arguments.reference("id");
    if (checked && act.world.find(id)) {
        checked = refuse("record.exists", id.text());
    }
    if (!checked) {
        return fail(checked.error());
    }
    Writes writes;
    RecordWrite& made = writes.create("substitution", id);
    made.set("absent", act.record.id());
    for (const std::string_view field : {"stands_in", "ends_at", "access", "returns", "reason"}) {
        made.set(field, act.arguments.get(field));
    }
    // What was seen before it was arranged was not theirs to see.
    made.set("starts_at", std::max(from, act.call.at));
    made.set("state", std::string{from <= act.call.at ? "active" : "planned"});
    stamp(made, act);
    return writes;
}

Result<Writes> endCover(const ActCase& act)
{
    const auto absent = act.world.find(act.record.referenceOf("absent"));
    if (act.record.referenceOf("stands_in") != act.actor().user && absent) {
        if (auto allowed = mayArrange(act, *absent); !allowed) {
            return fail(allowed.error());
        }
    }
    return end(act);
}

} // namespace

std::vector<ActDeclaration> sharingActs()
{
    const auto required = [](std::string_view type, std::string_view field) {
        return asField(type, field).required();
    };
    return {
        {"customer.share",
         {"Share", "共享"},
         ActAccess::Responsible,
         {reference("id", "share").required(), asField("share", "user"), asField("share", "team"),
          required("share", "access"), asField("share", "includes"), required("share", "until"),
          asField("share", "reason")},
         share},
        {"share.end", {"End the sharing", "结束共享"}, ActAccess::Responsible, {}, end},
        {"user.cover",
         {"Leave cover", "休假代理"},
         ActAccess::Itself,
         {reference("id", "substitution").required(), required("substitution", "stands_in"),
          required("substitution", "starts_at"), required("substitution", "ends_at"),
          required("substitution", "access"), asField("substitution", "returns"),
          asField("substitution", "reason")},
         cover},
        {"substitution.end", {"End the cover", "结束代理"}, ActAccess::Itself, {}, endCover},
    };
}

} // namespace fieldbook::rules
