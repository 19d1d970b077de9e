#include "shared/rules/acts/act.h"
#include "shared/rules/position.h"

#include <algorithm>
#include <array>

// planned -> in_progress -> done | missed | cancelled. One that was not planned is created and
// checked in within one group.
namespace fieldbook::rules {
namespace {

constexpr std::array<std::string_view, 1> inProgress{"in_progress"};

bool isIn(const Record& visit, std::string_view state) { return visit.textOf("state") == state; }

const Geo* positionOf(const Value& value) { return std::get_if<Geo>(&value); }

void judge(RecordWrite& write, const ActCase& act)
{
    const auto& kind = act.record.textOf("kind");
    if (kind == "phone" || kind == "online") {
        return;
    }
    const auto customer = act.world.find(act.record.referenceOf("customer"));
    const auto check = checkPosition(positionOf(act.arguments.get("position")),
                                     customer ? positionOf(customer->get("position")) : nullptr);
    write.set("check_in_verdict", std::string{check.verdict});
    if (check.meters) {
        write.set("check_in_distance", *check.meters);
    }
}

Result<Writes> checkIn(const ActCase& act)
{
    // Nobody is somewhere for somebody else. Where the visit has passed on since, who was there
    // stands by the facts of that time and has it back.
    if (act.facts.owner != act.actor().user) {
        return fail(ErrorKind::Forbidden, "visit.not_yours");
    }
    if (!isIn(act.record, "planned")) {
        return refuse("visit.not_planned", act.record.textOf("state"));
    }
    const auto open =
        act.world.referringIn(typeNamed("visit"), "owner", act.actor().user, "state", inProgress);
    if (!open.empty()) {
        return refuse("visit.another_open", open.front().id().text());
    }
    Writes writes;
    RecordWrite& write = writes.of(act.record);
    write.set("state", std::string{"in_progress"});
    write.set("check_in_at", act.doneAt());
    if (act.arguments.has("position")) {
        write.set("check_in_position", act.arguments.get("position"));
    } else if (act.arguments.has("no_position")) {
        write.set("no_position", act.arguments.get("no_position"));
    }
    if (act.record.referenceOf("owner") != act.actor().user) {
        write.set("owner", act.actor().user);
    }
    judge(write, act);
    return writes;
}

Result<Writes> checkOut(const ActCase& act)
{
    if (!isIn(act.record, "in_progress")) {
        return refuse("visit.not_open", act.record.textOf("state"));
    }
    const auto* since = std::get_if<Timestamp>(&act.record.get("check_in_at"));
    Writes writes;
    RecordWrite& write = writes.of(act.record);
    write.set("state", std::string{"done"});
    write.set("check_out_at", since != nullptr ? std::max(*since, act.doneAt()) : act.doneAt());
    if (act.arguments.has("position")) {
        write.set("check_out_position", act.arguments.get("position"));
    }
    return writes;
}

Result<Writes> end(const ActCase& act, std::string_view state)
{
    Writes writes;
    RecordWrite& write = writes.of(act.record);
    write.set("state", std::string{state});
    if (act.arguments.has("reason")) {
        write.set("cancel_reason", act.arguments.get("reason"));
    }
    return writes;
}

Result<Writes> cancel(const ActCase& act)
{
    if (!act.arguments.has("reason")) {
        return refuse("visit.reason_missing");
    }
    if (!isIn(act.record, "planned") && !isIn(act.record, "in_progress")) {
        return refuse("visit.over", act.record.textOf("state"));
    }
    return end(act, "cancelled");
}

Result<Writes> miss(const ActCase& act)
{
    if (!isIn(act.record, "planned")) {
        return refuse("visit.not_planned", act.record.textOf("state"));
    }
    return end(act, "missed");
}

} // namespace

std::vector<ActDeclaration> visitActs()
{
    return {
        {"visit.check_in",
         {"Check in", "签到"},
         ActAccess::Writer,
         {geo("position"), time("at"), asField("visit", "no_position")},
         checkIn},
        {"visit.check_out",
         {"Check out", "签退"},
         ActAccess::Writer,
         {geo("position"), time("at")},
         checkOut},
        {"visit.cancel", {"Cancel", "取消"}, ActAccess::Writer, {text("reason")}, cancel},
        {"visit.miss", {"Not done", "未成行"}, ActAccess::Writer, {text("reason")}, miss},
    };
}

} // namespace fieldbook::rules
