#include "server/service/calendar_service.h"

#include "server/service/store_world.h"
#include "shared/calendar/calendar_file.h"
#include "shared/rules/access.h"
#include "shared/rules/schedule.h"

#include <algorithm>
#include <array>

namespace fieldbook::server {
namespace {

// How long a reminder stands in a calendar.
constexpr std::chrono::minutes reminderTime{15};
// A rule of the Chinese calendar is told as moments, for few programs read RFC 7529.
constexpr std::size_t momentsMax = 50;
constexpr std::chrono::days momentsAhead{800};

// The values of a record that a role may see.
class Seen {
public:
    Seen(const Record& record, rules::Role role) : record_{record}, role_{role} {}

    [[nodiscard]] std::string text(std::string_view name) const
    {
        const auto* value = find<std::string>(name);
        return value == nullptr ? std::string{} : *value;
    }
    template <class T>
    [[nodiscard]] const T* find(std::string_view name) const
    {
        const auto index = record_.type().indexOf(name);
        if (!index ||
            rules::accessTo(role_, record_.type().fields[*index]) < rules::FieldAccess::View) {
            return nullptr;
        }
        return std::get_if<T>(&record_.at(*index));
    }

private:
    const Record& record_;
    rules::Role role_;
};

// When the record last changed, by the newest of its versions.
Timestamp changedAt(const Record& record)
{
    HybridTime newest = record.made().at;
    for (std::size_t i = 0; i < record.type().fields.size(); ++i) {
        newest = std::max(newest, record.versionAt(i).at);
    }
    return fromMillis(newest.millis);
}

std::optional<CalendarEntry>
entryOf(const Record& record, const rules::World& world, rules::Role role, Timestamp now)
{
    const bool isReminder = record.type().name == "reminder";
    const Seen seen{record, role};
    const auto* start = seen.find<Timestamp>(isReminder ? "due_at" : "starts_at");
    if (start == nullptr || (isReminder && seen.text("state") != "open")) {
        return std::nullopt;
    }
    const Zone zone = rules::zoneOf(record, world);
    CalendarEntry entry{.uid = record.id().text() + "@fieldbook",
                        .changedAt = changedAt(record),
                        .title = seen.text("title"),
                        .place = seen.text("place"),
                        .notes = seen.text("notes"),
                        .zone = zone,
                        .start = *start,
                        .end = *start + reminderTime,
                        .recurrence = seen.text("recurrence"),
                        .isBusy = !isReminder};
    if (const auto* end = seen.find<Timestamp>("ends_at"); end != nullptr && *end >= *start) {
        entry.end = *end;
    }
    if (const auto* allDay = seen.find<bool>("all_day")) {
        entry.isAllDay = *allDay;
    }
    if (const auto* minutes = seen.find<std::int64_t>("remind_minutes_before")) {
        entry.remindMinutesBefore =
            static_cast<int>(std::clamp<std::int64_t>(*minutes, 0, 100'000));
    } else if (isReminder) {
        entry.remindMinutesBefore = 0;
    }
    if (const auto* days = seen.find<TextSet>("except_on")) {
        for (const auto& day : *days) {
            if (const auto date = parseIsoDate(day)) {
                entry.exceptOn.push_back(*date);
            }
        }
    }
    if (entry.recurrence.find("RSCALE") != std::string::npos) {
        entry.alsoAt = rules::occurrencesBetween(record, zone, now, now + momentsAhead, momentsMax);
        entry.recurrence.clear();
    }
    return entry;
}

bool isOver(const CalendarEntry& entry, Timestamp now)
{
    return entry.recurrence.empty() && entry.alsoAt.empty() &&
           entry.end < now - CalendarService::pastMax;
}

} // namespace

std::string CalendarService::file(const Caller& caller) const
{
    const auto directory = directory_.current();
    const auto actor = directory->actorFor(caller.user);
    const auto* person = directory->findUser(caller.user);
    std::vector<CalendarEntry> entries;
    if (actor && person != nullptr) {
        // To the day: the calendar is not to change with every moment.
        const Timestamp now = std::chrono::floor<std::chrono::days>(clock_.now());
        const auto view = store_.read();
        const StoreWorld world{*view};
        constexpr std::array<std::string_view, 1> open{"open"};
        const std::array found{
            view->referring(typeNamed("appointment"), "owner", caller.user),
            view->referringIn(typeNamed("reminder"), "owner", caller.user, "state", open)};
        for (const auto& records : found) {
            std::size_t left = entriesMax;
            for (const Record& record : records) {
                auto entry = entryOf(record, world, actor->role, now);
                if (!entry || isOver(*entry, now)) {
                    continue;
                }
                if (left-- == 0) {
                    break;
                }
                entries.push_back(std::move(*entry));
            }
        }
    }
    return calendarFile(person == nullptr ? "Fieldbook" : "Fieldbook " + person->name, entries);
}

} // namespace fieldbook::server
