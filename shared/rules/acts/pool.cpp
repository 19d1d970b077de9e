#include "shared/rules/pool.h"

#include "shared/rules/acts/act.h"
#include "shared/rules/acts/open_work.h"
#include "shared/rules/board.h"
#include "shared/rules/schedule.h"

#include <algorithm>
#include <array>

// The public pool: a customer that nobody is responsible for lies in the pool of its board, until
// somebody claims it or is given it. The server decides about claims, for it alone has the
// customer; on the claimant's tablet a claim is a wish that shows as such.
namespace fieldbook::rules {
namespace {

constexpr std::array<std::string_view, 1> activeShares{"active"};

Value orNothing(const Uuid& id) { return id.isNil() ? Value{} : Value{id}; }

// What the former owner still had to do there is nobody's any more, nor theirs to share; open deals
// wait for the next.
void letGo(Writes& writes, const ActCase& act)
{
    const Uuid id = act.record.id();
    const auto each = [&](std::string_view type, std::string_view state,
                          std::span<const std::string_view> open, auto write) {
        for (const Record& record :
             act.world.referringIn(typeNamed(type), "customer", id, state, open)) {
            if (record.referenceOf("owner") == act.record.referenceOf("owner")) {
                write(writes.of(record));
            }
        }
    };
    each("opportunity", "stage", openStages(),
         [](RecordWrite& write) { write.set("owner", Value{}); });
    each("reminder", "state", openReminders,
         [](RecordWrite& write) { write.set("state", std::string{"cancelled"}); });
    each("visit", "state", plannedVisits, [&](RecordWrite& write) {
        write.set("state", std::string{"cancelled"});
        write.set("cancel_reason", act.arguments.get("reason"));
    });
    for (const Record& share :
         act.world.referringIn(typeNamed("share"), "customer", id, "state", activeShares)) {
        endNow(writes, act, share);
    }
}

Result<Writes> intoPool(const ActCase& act, std::string_view how)
{
    if (isPooled(act.record)) {
        return Writes{};
    }
    if (!CustomerRules::of(act.world).indexKey) {
        return refuse("pool.off"); // Without listings nobody could find it there.
    }
    const Uuid owner = act.record.referenceOf("owner");
    if (act.arguments.has("from") && act.arguments.reference("from") != owner) {
        return refuse("assign.changed", owner.text());
    }
    if (isProtected(act.record, act.today())) {
        return refuse("pool.protected");
    }
    Writes writes;
    letGo(writes, act);
    RecordWrite& write = writes.of(act.record);
    write.set("owner", Value{});
    write.set("assign_reason", act.arguments.get("reason"));
    write.set("former_owner", orNothing(owner));
    write.set("pooled_at", act.call.at);
    write.set("pool", orNothing(boardOf(owner, act.world)));
    write.set("pool_kind", std::string{how});
    write.set("pool_reason", act.arguments.get("reason"));
    write.set("protected_until", Value{});
    write.set("protect_reason", Value{});
    return writes;
}

Result<Writes> release(const ActCase& act) { return intoPool(act, "released"); }
Result<Writes> giveBack(const ActCase& act) { return intoPool(act, "returned"); }

std::size_t ownedBy(const Uuid& user, const CustomerRules& rules, const World& world)
{
    const auto owned = world.referring(typeNamed("customer"), "owner", user);
    return static_cast<std::size_t>(std::ranges::count_if(owned, [&](const Record& customer) {
        return !rules.activeNotCounted || customer.textOf("status") != "active";
    }));
}

// Customers that the user has claimed on the day of the act.
std::size_t claimedToday(const ActCase& act)
{
    const auto& user = act.actor().user;
    Record mine{typeNamed("reminder"), {}};
    mine.set("owner", user);
    const Zone zone = zoneOf(mine, act.world);
    const Date today = zone.dateAt(act.call.at);
    const auto changes = act.world.referring(typeNamed("ownership_change"), "to", user);
    return static_cast<std::size_t>(std::ranges::count_if(changes, [&](const Record& change) {
        const auto* at = std::get_if<Timestamp>(&change.get("created_at"));
        return change.textOf("kind") == "claimed" && at != nullptr && zone.dateAt(*at) == today;
    }));
}

Result<void> checkClaim(const ActCase& act)
{
    if (act.actor().role == Role::RecordsClerk) {
        return fail(ErrorKind::Forbidden, "access.denied", "listing");
    }
    const auto rules = CustomerRules::of(act.world);
    const auto& user = act.actor().user;
    if (auto may = mayClaim(act.record, user, rules, act.call.at); !may) {
        return may;
    }
    if (rules.maxOwned && ownedBy(user, rules, act.world) >= *rules.maxOwned) {
        return refuse("claim.capacity");
    }
    if (rules.claimsPerDay && claimedToday(act) >= *rules.claimsPerDay) {
        return refuse("claim.daily_limit");
    }
    return {};
}

Result<Writes> claim(const ActCase& act)
{
    const auto& user = act.actor().user;
    if (act.record.referenceOf("owner") == user || act.record.referenceOf("claimed_by") == user) {
        return Writes{}; // Claimed by the same on another tablet, or once more.
    }
    if (auto may = checkClaim(act); !may) {
        return fail(may.error());
    }
    Writes writes;
    RecordWrite& listing = writes.of(act.record);
    listing.set("claimed_by", user);
    listing.set("claimed_at", act.call.at);
    const auto customer = act.world.find(act.record.referenceOf("customer"));
    if (!customer) {
        return writes; // A tablet that has still to be given it.
    }
    if (!isPooled(*customer) || customer->isDeleted()) {
        return refuse("claim.taken", customer->referenceOf("owner").text());
    }
    RecordWrite& write = writes.of(*customer);
    write.set("owner", user);
    for (const auto field : {"assign_reason", "pooled_at", "pool", "pool_kind", "pool_reason"}) {
        write.set(field, Value{});
    }
    for (const Record& deal : act.world.referringIn(typeNamed("opportunity"), "customer",
                                                    customer->id(), "stage", openStages())) {
        if (deal.referenceOf("owner").isNil()) {
            writes.of(deal).set("owner", user);
        }
    }
    return writes;
}

Result<Writes> protect(const ActCase& act)
{
    const auto rules = CustomerRules::of(act.world);
    if (rules.protection.count() == 0) {
        return refuse("protect.off");
    }
    const Uuid owner = act.record.referenceOf("owner");
    if (owner.isNil()) {
        return refuse("protect.pooled");
    }
    const Date today = act.today();
    const Date last{std::chrono::sys_days{today} + rules.protection};
    const auto* asked = std::get_if<Date>(&act.arguments.get("until"));
    const Date until = asked != nullptr ? *asked : last;
    if (until < today || until > last) {
        return refuse("protect.too_long");
    }
    const auto owned = act.world.referring(typeNamed("customer"), "owner", owner);
    const auto others = std::ranges::count_if(owned, [&](const Record& customer) {
        return customer.id() != act.record.id() && isProtected(customer, today);
    });
    if (rules.maxProtected && static_cast<std::size_t>(others) >= *rules.maxProtected) {
        return refuse("protect.capacity");
    }
    Writes writes;
    RecordWrite& write = writes.of(act.record);
    write.set("protected_until", until);
    write.set("protect_reason", act.arguments.get("reason"));
    return writes;
}

Result<Writes> unprotect(const ActCase& act)
{
    Writes writes;
    if (isEmpty(act.record.get("protected_until"))) {
        return writes;
    }
    RecordWrite& write = writes.of(act.record);
    write.set("protected_until", Value{});
    write.set("protect_reason", Value{});
    return writes;
}

} // namespace

std::vector<ActDeclaration> poolActs()
{
    const FieldSpec from = reference("from", "user");
    return {
        {"customer.release",
         {"Release to the pool", "放入公海"},
         ActAccess::Responsible,
         {text("reason").label("Reason", "原因").required(), from},
         release},
        {"customer.return",
         {"Return to the pool", "退回公海"},
         ActAccess::Manager,
         {text("reason").label("Reason", "原因"), from},
         giveBack},
        {"customer.protect",
         {"Protect", "客户保护"},
         ActAccess::Responsible,
         {date("until").label("Until", "保护期至"), text("reason").label("Reason", "原因")},
         protect},
        {"customer.unprotect",
         {"End protection", "解除保护"},
         ActAccess::Responsible,
         {},
         unprotect},
        {"listing.claim", {"Claim", "领取"}, ActAccess::Seer, {}, claim},
    };
}

} // namespace fieldbook::rules
