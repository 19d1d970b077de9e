#include "client/models/schedule/appointment_draft.h"

#include "client/models/days.h"
#include "client/models/error_text.h"
#include "client/models/schedule/series.h"

namespace fieldbook::client {

using std::chrono::days;
using std::chrono::hours;

const TypeSpec* AppointmentDraft::spec() const { return &typeNamed("appointment"); }

FieldValues AppointmentDraft::firstValues() const
{
    const Timestamp start = firstMoment();
    return {{"starts_at", start},
            {"ends_at", start + hours{1}},
            {"time_zone", app()->zone().toStdString()},
            {"remind_minutes_before", std::int64_t{15}}};
}

std::string AppointmentDraft::keySuffix() const
{
    return occurrence_ ? "@" + toRfc3339(*occurrence_) : std::string{};
}

void AppointmentDraft::setOccurrence(const QVariant& moment)
{
    const auto next = pickedTime(moment);
    if (occurrence_ != next) {
        occurrence_ = next;
        emit changed();
        start();
    }
}

void AppointmentDraft::setScope(Scope scope)
{
    if (scope_ != scope) {
        scope_ = scope;
        emit changed();
    }
}

bool AppointmentDraft::series() const
{
    return record() && !record()->textOf("recurrence").empty();
}

// Of a series, the times of the occurrence that is shown.
Value AppointmentDraft::shownAs(std::string_view field, const Value& stored) const
{
    const auto* time = std::get_if<Timestamp>(&stored);
    if (!occurrence_ || !series() || time == nullptr) {
        return stored;
    }
    if (field == "starts_at") {
        return *occurrence_;
    }
    const auto* first = std::get_if<Timestamp>(&record()->get("starts_at"));
    return field == "ends_at" && first != nullptr ? Value{*occurrence_ + (*time - *first)} : stored;
}

bool AppointmentDraft::allDay() const
{
    const Value flag = value("all_day");
    const bool* all = std::get_if<bool>(&flag);
    return all != nullptr && *all;
}

// All-day ones run from the first moment of their first day to that of the day after the last.
void AppointmentDraft::spanWholeDays()
{
    const auto from = time("starts_at");
    const auto to = time("ends_at");
    if (!allDay() || !from || !to) {
        return;
    }
    const Date first = zone().dateAt(*from);
    const Date last =
        std::max(first, zone().dateAt(std::max(*from, *to - std::chrono::seconds{1})));
    set("starts_at", zone().startOf(first));
    set("ends_at", zone().startOf(Date{std::chrono::sys_days{last} + days{1}}));
}

void AppointmentDraft::setAllDay(bool allDay)
{
    set("all_day", allDay ? Value{true} : Value{});
    if (allDay) {
        spanWholeDays();
        return;
    }
    const auto from = time("starts_at");
    if (from) {
        const auto midnight = std::chrono::sys_days{zone().dateAt(*from)}.time_since_epoch();
        const Timestamp nine = zone().toUtc(LocalTime{midnight + hours{9}});
        set("starts_at", nine);
        set("ends_at", nine + hours{1});
    }
}

void AppointmentDraft::moveStart(std::optional<Timestamp> before)
{
    const auto after = time("starts_at");
    const auto end = time("ends_at");
    if (before && after && end) {
        set("ends_at", *after + (*end - *before));
        moveRule(zone().dateAt(*before), zone().dateAt(*after));
    }
    spanWholeDays();
}

void AppointmentDraft::setStartDay(const QVariant& day)
{
    const auto before = time("starts_at");
    setDay("starts_at", day);
    moveStart(before);
}

void AppointmentDraft::setStartMinutes(int minutes)
{
    const auto before = time("starts_at");
    setMinutes("starts_at", minutes);
    moveStart(before);
}

QVariant AppointmentDraft::endDay() const
{
    const auto end = time("ends_at");
    return end && allDay() ? QVariant{toQt(zone().dateAt(*end - std::chrono::seconds{1}))}
                           : dayOf("ends_at");
}

void AppointmentDraft::setEndDay(const QVariant& day)
{
    const auto picked = pickedDay(day);
    if (allDay() && picked) {
        set("ends_at", zone().startOf(Date{std::chrono::sys_days{*picked} + days{1}}));
    } else {
        setDay("ends_at", day);
    }
}

void AppointmentDraft::setEndMinutes(int minutes) { setMinutes("ends_at", minutes); }

int AppointmentDraft::leadMinutes() const
{
    const Value minutes = value("remind_minutes_before");
    const auto* lead = std::get_if<std::int64_t>(&minutes);
    return lead != nullptr ? static_cast<int>(*lead) : -1;
}

void AppointmentDraft::setLeadMinutes(int minutes)
{
    set("remind_minutes_before", minutes < 0 ? Value{} : Value{std::int64_t{minutes}});
}

void AppointmentDraft::findProblems(QVariantMap& problems) const
{
    const auto from = time("starts_at");
    const auto to = time("ends_at");
    require(problems, "title", !title().trimmed().isEmpty());
    require(problems, "starts_at", from.has_value());
    require(problems, "ends_at", to.has_value());
    if (from && to && *to < *from) {
        problems.insert(QStringLiteral("ends_at"),
                        ErrorText::of(QStringLiteral("appointment.ends_before_start")));
    }
    findRepeatProblems(problems);
}

std::function<Result<Uuid>(Recorder&)> AppointmentDraft::deed() const
{
    if (!series()) {
        return RepeatingDraft::deed();
    }
    const auto* first = std::get_if<Timestamp>(&record()->get("starts_at"));
    const Occurrence at{*record(), occurrence_.value_or(*first), seriesZone()};
    return [at, scope = scope_, values = values()](Recorder& recorder) {
        switch (scope) {
        case Scope::This:
            return changeOnce(recorder, at, values);
        case Scope::Following:
            return changeFollowing(recorder, at, values);
        case Scope::All:
            break;
        }
        return changeAll(recorder, at, values);
    };
}

void AppointmentDraft::removeScope()
{
    if (!record() || app() == nullptr) {
        return;
    }
    const auto* first = std::get_if<Timestamp>(&record()->get("starts_at"));
    const Occurrence at{*record(), occurrence_.value_or(*first), seriesZone()};
    const Scope scope = series() ? scope_ : Scope::All;
    app()
        ->record([at, scope](Recorder& recorder) -> Result<void> {
            return scope == Scope::This        ? removeOnce(recorder, at)
                   : scope == Scope::Following ? removeFollowing(recorder, at)
                                               : recorder.remove(at.series.id());
        })
        .then(this,
              [this](const Result<void>& done) {
                  if (done) {
                      emit removed();
                  } else {
                      emit refused(ErrorText::of(toQt(done.error().code)));
                  }
              })
        .onFailed(this, [this](const std::runtime_error&) {
            emit refused(ErrorText::of(QStringLiteral("store.write")));
        });
}

} // namespace fieldbook::client
