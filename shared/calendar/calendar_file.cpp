#include "shared/calendar/calendar_file.h"

#include "shared/calendar/ical_time.h"
#include "shared/calendar/recurrence.h"
#include "shared/calendar/zones_mutex.h"

#include <libical/ical.h>

#include <cstdlib>
#include <map>
#include <memory>

namespace fieldbook {
namespace {

using namespace std::chrono;

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

// libical takes what is added.
void add(icalcomponent* to, icalproperty* property) { icalcomponent_add_property(to, property); }

icaltimetype inUtc(Timestamp time)
{
    auto ical = toIcal(LocalTime{floor<seconds>(time).time_since_epoch()});
    return icaltime_set_timezone(&ical, icaltimezone_get_utc_timezone());
}

icaltimetype onDay(Date day)
{
    auto ical = toIcal(LocalTime{local_days{day}});
    ical.is_date = 1;
    return ical;
}

bool isUtc(const Zone& zone) { return zone == Zone::utc(); }

// One entry on its way into a component.
class Event {
public:
    explicit Event(const CalendarEntry& entry)
        : entry_{entry}, component_{icalcomponent_new_vevent()}
    {}

    icalcomponent* take()
    {
        auto* const event = component_.get();
        add(event, icalproperty_new_uid(entry_.uid.c_str()));
        add(event, icalproperty_new_dtstamp(inUtc(entry_.changedAt)));
        add(event, icalproperty_new_lastmodified(inUtc(entry_.changedAt)));
        add(event, icalproperty_new_summary(entry_.title.c_str()));
        if (!entry_.place.empty()) {
            add(event, icalproperty_new_location(entry_.place.c_str()));
        }
        if (!entry_.notes.empty()) {
            add(event, icalproperty_new_description(entry_.notes.c_str()));
        }
        addTimes();
        addRecurrence();
        add(event,
            icalproperty_new_transp(entry_.isBusy ? ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT));
        if (entry_.remindMinutesBefore) {
            addAlarm(*entry_.remindMinutesBefore);
        }
        return component_.release();
    }

private:
    [[nodiscard]] icaltimetype timeOf(Timestamp time) const
    {
        return isUtc(entry_.zone) ? inUtc(time) : toIcal(entry_.zone.toLocal(time));
    }

    // The zone is named beside the time, not in it.
    void addAt(icalproperty* property)
    {
        if (!entry_.isAllDay && !isUtc(entry_.zone)) {
            icalproperty_add_parameter(property,
                                       icalparameter_new_tzid(entry_.zone.name().c_str()));
        }
        add(component_.get(), property);
    }

    void addTimes()
    {
        if (!entry_.isAllDay) {
            addAt(icalproperty_new_dtstart(timeOf(entry_.start)));
            addAt(icalproperty_new_dtend(timeOf(entry_.end)));
            return;
        }
        const local_days first{entry_.zone.dateAt(entry_.start)};
        // The end is the day after the last; midnight belongs to the day before it.
        const auto until = std::max(entry_.start, entry_.end - milliseconds{1});
        const local_days last{entry_.zone.dateAt(until)};
        addAt(icalproperty_new_dtstart(onDay(Date{first})));
        addAt(icalproperty_new_dtend(onDay(Date{last + days{1}})));
    }

    // RFC 5545: the end of a rule is a day where the start is one, and otherwise in UTC.
    void settleEnd(icalrecurrencetype& rule) const
    {
        if (icaltime_is_null_time(rule.until)) {
            return;
        }
        const bool isDay = rule.until.is_date != 0;
        const bool inUtcAlready = icaltime_is_utc(rule.until) != 0;
        auto local = fromIcal(rule.until);
        if (isDay) {
            local += hours{24} - seconds{1};
        }
        const auto moment =
            inUtcAlready ? Timestamp{local.time_since_epoch()} : entry_.zone.toUtc(local);
        rule.until = entry_.isAllDay ? onDay(entry_.zone.dateAt(moment)) : inUtc(moment);
    }

    void addRecurrence()
    {
        if (auto recurrence = Recurrence::parse(entry_.recurrence)) {
            const auto text = recurrence->text();
            constexpr std::string_view ruleName = "RRULE:";
            constexpr std::string_view exceptName = "EXDATE:";
            // Without exceptions the rule stands alone.
            const auto begin = text.starts_with(ruleName) ? ruleName.size() : 0;
            const auto line = text.substr(begin, text.find('\n') - begin);
            auto rule = icalrecurrencetype_from_string(line.c_str());
            settleEnd(rule);
            add(component_.get(), icalproperty_new_rrule(rule));
            const auto at = text.find(exceptName);
            if (at != std::string::npos) {
                addExceptions(std::string_view{text}.substr(at + exceptName.size()));
            }
        }
        const auto local = entry_.zone.toLocal(entry_.start);
        const auto clock = local - floor<days>(local);
        for (const Date& day : entry_.exceptOn) {
            addException(LocalTime{local_days{day}} + clock);
        }
        for (const Timestamp time : entry_.alsoAt) {
            auto value = icaldatetimeperiodtype{
                .time = entry_.isAllDay ? onDay(entry_.zone.dateAt(time)) : timeOf(time),
                .period = icalperiodtype_null_period()};
            addAt(icalproperty_new_rdate(value));
        }
    }

    void addExceptions(std::string_view times)
    {
        constexpr std::size_t timeSize = 15;
        for (; times.size() >= timeSize;
             times.remove_prefix(std::min(times.size(), timeSize + 1))) {
            if (const auto time = parseLocalTime(times.substr(0, timeSize))) {
                addException(*time);
            }
        }
    }

    void addException(LocalTime time)
    {
        addAt(icalproperty_new_exdate(entry_.isAllDay ? onDay(Date{floor<days>(time)})
                                                      : timeOf(entry_.zone.toUtc(time))));
    }

    void addAlarm(int minutesBefore)
    {
        auto* const alarm = icalcomponent_new_valarm();
        add(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
        add(alarm, icalproperty_new_description(entry_.title.c_str()));
        add(alarm, icalproperty_new_trigger(icaltriggertype_from_int(-60 * minutesBefore)));
        icalcomponent_add_component(component_.get(), alarm);
    }

    const CalendarEntry& entry_;
    Component component_;
};

// What a zone is, under the name that the entries give it. Nothing where libical knows none.
icalcomponent* definitionOf(const Zone& zone)
{
    const std::scoped_lock lock{zonesMutex()};
    auto* const known = icaltimezone_get_builtin_timezone(zone.name().c_str());
    auto* const stored = known == nullptr ? nullptr : icaltimezone_get_component(known);
    if (stored == nullptr) {
        return nullptr;
    }
    auto* const definition = icalcomponent_new_clone(stored);
    for (auto* property = icalcomponent_get_first_property(definition, ICAL_TZID_PROPERTY);
         property != nullptr;
         property = icalcomponent_get_next_property(definition, ICAL_TZID_PROPERTY)) {
        icalproperty_set_tzid(property, zone.name().c_str());
    }
    return definition;
}

} // namespace

std::string calendarFile(std::string_view name, std::span<const CalendarEntry> entries)
{
    const Component calendar{icalcomponent_new_vcalendar()};
    add(calendar.get(), icalproperty_new_version("2.0"));
    add(calendar.get(), icalproperty_new_prodid("-//Fieldbook//Calendar//EN"));
    add(calendar.get(), icalproperty_new_calscale("GREGORIAN"));
    auto* const shown = icalproperty_new_x(std::string{name}.c_str());
    icalproperty_set_x_name(shown, "X-WR-CALNAME");
    add(calendar.get(), shown);

    std::map<std::string, Zone> zones;
    for (const auto& entry : entries) {
        if (!entry.isAllDay && !isUtc(entry.zone)) {
            zones.emplace(entry.zone.name(), entry.zone);
        }
    }
    for (const auto& [zoneName, zone] : zones) {
        if (auto* const definition = definitionOf(zone)) {
            icalcomponent_add_component(calendar.get(), definition);
        }
    }
    for (const auto& entry : entries) {
        icalcomponent_add_component(calendar.get(), Event{entry}.take());
    }
    const std::unique_ptr<char, decltype(&std::free)> text{
        icalcomponent_as_ical_string_r(calendar.get()), &std::free};
    return text.get();
}

} // namespace fieldbook
