#include "client/models/schedule/schedule_view.h"

#include "client/models/days.h"
#include "client/models/error_text.h"
#include "client/models/schedule/series.h"

#include <algorithm>
#include <tuple>

namespace fieldbook::client {

using std::chrono::days;
using std::chrono::sys_days;

namespace {

constexpr int agendaDays = 14;
constexpr int weekDays = 7;
constexpr int weekDaysNarrow = 3;

Date plus(Date day, int count) { return Date{sys_days{day} + days{count}}; }

} // namespace

ScheduleView::ScheduleView(QObject* parent)
    : QObject{parent},
      timed_{new EventListModel{this}},
      allDay_{new EventListModel{this}},
      agenda_{new EventListModel{this}},
      today_{new EventListModel{this}}
{}

void ScheduleView::setApp(AppContext* app)
{
    if (app_ == app) {
        return;
    }
    app_ = app;
    if (app_ == nullptr) {
        return;
    }
    day_ = zone().dateAt(app_->now());
    connect(app_, &AppContext::storeChanged, this, [this](const StoreChange& change) {
        if (change.touches("visit") || change.touches("reminder") ||
            change.touches("appointment") || change.touches("customer")) {
            load(false);
        }
    });
    emit appChanged();
    emit daysChanged();
    emit nowChanged();
    load(true);
}

Zone ScheduleView::zone() const
{
    const QString name = app_ ? app_->zone() : QString{};
    return Zone::find(name.toStdString()).value_or(Zone::utc());
}

void ScheduleView::setSpan(Span span)
{
    if (span_ != span) {
        span_ = span;
        emit daysChanged();
        emit nowChanged();
        load(true);
    }
}

void ScheduleView::setNarrow(bool narrow)
{
    if (narrow_ != narrow) {
        narrow_ = narrow;
        emit daysChanged();
        emit nowChanged();
        load(true);
    }
}

void ScheduleView::setDay(const QVariant& day)
{
    const auto picked = pickedDay(day);
    if (picked && *picked != day_) {
        day_ = *picked;
        emit daysChanged();
        emit nowChanged();
        load(true);
    }
}

int ScheduleView::dayCount() const
{
    switch (span_) {
    case Span::Day:
        return 1;
    case Span::Week:
        return narrow_ ? weekDaysNarrow : weekDays;
    case Span::Agenda:
        break;
    }
    return agendaDays;
}

// A week begins on Monday.
Date ScheduleView::firstDay() const
{
    if (span_ != Span::Week || narrow_) {
        return day_;
    }
    const auto weekday = std::chrono::weekday{sys_days{day_}}.iso_encoding();
    return plus(day_, 1 - static_cast<int>(weekday));
}

QVariantList ScheduleView::days() const
{
    QVariantList list;
    for (int i = 0; i < dayCount(); ++i) {
        const Date day = plus(firstDay(), i);
        const auto weekday = std::chrono::weekday{sys_days{day}}.iso_encoding();
        list.append(QVariantMap{{QStringLiteral("date"), toQt(day)},
                                {QStringLiteral("today"), i == todayColumn()},
                                {QStringLiteral("weekend"), weekday > 5}});
    }
    return list;
}

int ScheduleView::week() const { return toQt(firstDay()).date().weekNumber(); }

int ScheduleView::todayColumn() const
{
    if (!app_) {
        return -1;
    }
    const auto column = (sys_days{zone().dateAt(app_->now())} - sys_days{firstDay()}).count();
    return column >= 0 && column < dayCount() ? static_cast<int>(column) : -1;
}

int ScheduleView::nowMinute() const { return app_ ? minuteOfDay(zone(), app_->now()) : 0; }

QVariant ScheduleView::now() const { return app_ ? QVariant{toQt(app_->now())} : QVariant{}; }

void ScheduleView::turn(int spans)
{
    if (app_) {
        setDay(toQt(spans == 0 ? zone().dateAt(app_->now()) : plus(day_, spans * dayCount())));
    }
}

void ScheduleView::reload()
{
    setState(ListModel::State::Loading);
    load(true);
}

void ScheduleView::tick()
{
    emit nowChanged();
    // Midnight moves the mark of today, and what was due becomes overdue.
    emit daysChanged();
    load(false);
}

void ScheduleView::load(bool anew)
{
    if (!app_) {
        return;
    }
    const int asking = ++asked_;
    const Zone zone = this->zone();
    const Timestamp now = app_->now();
    const Date today = zone.dateAt(now);
    const DayRange range{zone.startOf(firstDay()), zone.startOf(plus(firstDay(), dayCount()))};
    const DayRange ofToday{zone.startOf(today), zone.startOf(plus(today, 1))};
    app_->read([range, ofToday, now](Queries& store) {
            return Reading{store.schedule(range), store.schedule(ofToday), store.dueBy(now)};
        })
        .then(this,
              [this, asking, anew](Reading reading) {
                  if (asking == asked_) {
                      show(std::move(reading), anew);
                  }
              })
        .onFailed(this, [this, asking](const std::runtime_error&) {
            if (asking == asked_) {
                setState(ListModel::State::Failed, QStringLiteral("store.read"));
            }
        });
}

void ScheduleView::show(Reading reading, bool anew)
{
    // Cancelled visits take no time of the day.
    const auto gone = [](const ScheduleRow& row) { return row.state == "cancelled"; };
    std::erase_if(reading.rows, gone);
    std::erase_if(reading.today, gone);
    const Timestamp now = app_->now();
    PlacedDays placed = placeEvents(reading.rows, zone(), firstDay(), dayCount());
    std::vector<PlacedEvent> list = placed.allDay;
    // Only where each begins, not its part on the day after.
    std::ranges::copy_if(placed.timed, std::back_inserter(list), [&](const PlacedEvent& event) {
        return event.startMinute == minuteOfDay(zone(), event.row.startsAt);
    });
    std::ranges::sort(list, [](const PlacedEvent& a, const PlacedEvent& b) {
        return std::tuple{a.day, !a.row.allDay, a.startMinute, a.row.id} <
               std::tuple{b.day, !b.row.allDay, b.startMinute, b.row.id};
    });
    PlacedDays ofToday = placeEvents(reading.today, zone(), zone().dateAt(now), 1);
    std::vector<PlacedEvent> todays = std::move(ofToday.allDay);
    std::ranges::move(ofToday.timed, std::back_inserter(todays));
    overdue_ = std::move(reading.overdue);
    std::erase_if(overdue_, [&](const ReminderRow& row) {
        return row.kind == "appointment" || row.dueAt >= now;
    });
    allDayLines_ = placed.allDayLines;
    timed_->show(std::move(placed.timed), now, anew);
    allDay_->show(std::move(placed.allDay), now, anew);
    agenda_->show(std::move(list), now, anew);
    today_->show(std::move(todays), now, anew);
    emit shown();
    setState(ListModel::State::Ready);
}

QDateTime ScheduleView::momentAt(int column, int minute) const
{
    const auto midnight = sys_days{plus(firstDay(), column)}.time_since_epoch();
    return toQt(zone().toUtc(LocalTime{midnight + std::chrono::minutes{minute}}));
}

void ScheduleView::move(
    const QString& type, const QString& id, const QDateTime& begins, int column, int minute)
{
    const Timestamp from = fromMillis(begins.toMSecsSinceEpoch());
    const Timestamp to = fromMillis(momentAt(column, minute).toMSecsSinceEpoch());
    if (!app_ || from == to) {
        return;
    }
    app_->read([id = toId(id)](Queries& store) { return store.record(id); })
        .then(this,
              [this, type, from, to](const std::optional<Record>& record) {
                  if (record) {
                      moveTo(type, *record, from, to);
                  }
              })
        .onFailed(this, [this](const std::runtime_error&) {
            emit refused(ErrorText::of(QStringLiteral("store.read")));
        });
}

void ScheduleView::moveTo(const QString& type, const Record& record, Timestamp begins, Timestamp to)
{
    std::vector<FieldValue> values;
    bool once = false;
    before_.clear();
    const auto write = [&](std::string_view field, Value value) {
        before_.emplace_back(field, record.get(field));
        values.emplace_back(field, std::move(value));
    };
    if (type == QStringLiteral("visit")) {
        write("planned_at", to);
    } else if (type == QStringLiteral("reminder")) {
        write("due_at", to);
        write("snoozed_until", Value{});
    } else {
        const auto length = std::get<Timestamp>(record.get("ends_at")) -
                            std::get<Timestamp>(record.get("starts_at"));
        write("starts_at", to);
        write("ends_at", to + length);
        once = !record.textOf("recurrence").empty();
    }
    lastMoved_ = once ? Uuid{} : record.id();
    const Zone series = type == QStringLiteral("visit")
                            ? zone()
                            : Zone::find(record.textOf("time_zone")).value_or(zone());
    const Occurrence at{record, begins, series};
    app_->record([at, values, once](Recorder& recorder) -> Result<void> {
            if (!once) {
                return recorder.edit(at.series.id(), values);
            }
            const auto made = changeOnce(recorder, at, values);
            return made ? Result<void>{} : fail(made.error());
        })
        .then(this,
              [this, once](const Result<void>& done) {
                  if (done) {
                      emit moved(once);
                  } else {
                      emit refused(ErrorText::of(toQt(done.error().code)));
                      load(false);
                  }
              })
        .onFailed(this, [this](const std::runtime_error&) {
            emit refused(ErrorText::of(QStringLiteral("store.write")));
        });
}

void ScheduleView::undoMove()
{
    if (!app_ || lastMoved_.isNil()) {
        return;
    }
    app_->record([id = lastMoved_, before = before_](Recorder& recorder) {
            return recorder.edit(id, {before.begin(), before.end()});
        })
        .then(this, [this](const Result<void>& done) {
            if (!done) {
                emit refused(ErrorText::of(toQt(done.error().code)));
            }
        });
    lastMoved_ = {};
}

void ScheduleView::setState(ListModel::State state, const QString& errorCode)
{
    if (state_ != state || errorCode_ != errorCode) {
        state_ = state;
        errorCode_ = errorCode;
        emit stateChanged();
    }
}

} // namespace fieldbook::client
