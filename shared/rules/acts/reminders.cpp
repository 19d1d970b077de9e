#include "shared/rules/acts/act.h"
#include "shared/rules/schedule.h"

#include <algorithm>
#include <charconv>

// open -> done; one that repeats goes on to its next time instead, until none is left.
namespace fieldbook::rules {
namespace {

// The rule with fewer times to go: it is read from where the reminder stands now, so those that
// have gone by must not be counted again. Empty where the rule does not count.
std::string withoutGone(const std::string& rule, std::int64_t gone)
{
    constexpr std::string_view key = "COUNT=";
    const auto at = rule.find(key);
    if (at == std::string::npos) {
        return {};
    }
    const char* begin = rule.data() + at + key.size();
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(begin, rule.data() + rule.size(), count);
    if (error != std::errc{}) {
        return {};
    }
    return rule.substr(0, at + key.size()) +
           std::to_string(std::max<std::int64_t>(count - gone, 1)) +
           std::string{end, rule.data() + rule.size()};
}

Result<Writes> complete(const ActCase& act)
{
    const Record& reminder = act.record;
    const auto due = std::get<Timestamp>(reminder.get("due_at"));
    const auto* seen = std::get_if<Timestamp>(&act.arguments.get("due"));
    Writes writes;
    // Done on two tablets is done once; without this a repeating one would skip a time.
    if (reminder.textOf("state") == "done" || (seen != nullptr && *seen != due)) {
        return writes;
    }
    if (reminder.textOf("state") == "cancelled") {
        return refuse("reminder.closed");
    }
    RecordWrite& write = writes.of(reminder);
    write.set("done_at", act.doneAt());
    write.set("snoozed_until", Value{});
    const Zone zone = zoneOf(reminder, act.world);
    const auto next = occurrenceAfter(reminder, zone, std::max(due, act.doneAt()));
    if (!next) {
        write.set("state", std::string{"done"});
        return writes;
    }
    constexpr std::size_t goneMax = 10'000;
    const auto gone = occurrencesBetween(reminder, zone, due, *next, goneMax).size();
    write.set("due_at", *next);
    if (auto rest = withoutGone(reminder.textOf("recurrence"), static_cast<std::int64_t>(gone));
        !rest.empty()) {
        write.set("recurrence", std::move(rest));
    }
    return writes;
}

Result<Writes> snooze(const ActCase& act)
{
    const auto& state = act.record.textOf("state");
    if (state == "done" || state == "cancelled") {
        return refuse("reminder.closed", state);
    }
    const Value& until = act.arguments.get("until");
    if (std::get<Timestamp>(until) <= act.call.at) {
        return refuse("reminder.until_past");
    }
    Writes writes;
    writes.of(act.record).set("snoozed_until", until);
    return writes;
}

} // namespace

std::vector<ActDeclaration> reminderActs()
{
    return {
        {"reminder.complete",
         {"Done", "完成"},
         ActAccess::Writer,
         {time("at"), time("due")},
         complete},
        {"reminder.snooze",
         {"Snooze", "稍后提醒"},
         ActAccess::Writer,
         {time("until").required()},
         snooze},
    };
}

} // namespace fieldbook::rules
