#include "client/models/schedule/reminder_actions.h"

#include "client/models/error_text.h"
#include "shared/calendar/zone.h"

#include <array>

namespace fieldbook::client {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

// What the acts write, and so what taking them back restores.
constexpr std::array<std::string_view, 5> restored{"state", "done_at", "due_at", "snoozed_until",
                                                   "recurrence"};

} // namespace

void ReminderActions::setApp(AppContext* app)
{
    if (app_ != app) {
        app_ = app;
        emit appChanged();
    }
}

QDateTime ReminderActions::until(Later later) const
{
    const Timestamp now = app_ ? app_->now() : Timestamp{};
    const QString name = app_ ? app_->zone() : QString{};
    const Zone zone = Zone::find(name.toStdString()).value_or(Zone::utc());
    const std::chrono::sys_days today{zone.dateAt(now)};
    const auto nine = [&](days ahead) {
        return toQt(zone.toUtc(LocalTime{(today + ahead).time_since_epoch() + hours{9}}));
    };
    switch (later) {
    case Later::TenMinutes:
        return toQt(now + minutes{10});
    case Later::OneHour:
        return toQt(now + hours{1});
    case Later::Tomorrow:
        return nine(days{1});
    case Later::NextWeek:
        break;
    }
    return nine(days{8 - static_cast<int>(std::chrono::weekday{today}.iso_encoding())});
}

void ReminderActions::fails(const QString& code) { emit refused(ErrorText::of(code)); }

void ReminderActions::perform(const QString& id,
                              std::function<Result<void>(Recorder&, const Record&)> deed,
                              std::function<void(const Record&)> told)
{
    if (!app_) {
        return;
    }
    const auto act = [this, deed = std::move(deed),
                      told = std::move(told)](const std::optional<Record>& record) {
        if (!record || record->type().name != "reminder") {
            fails(QStringLiteral("record.missing"));
            return;
        }
        app_->record(
                [deed, record = *record](Recorder& recorder) { return deed(recorder, record); })
            .then(this,
                  [this, told, record = *record](const Result<void>& done) {
                      if (done) {
                          before_ = record;
                          removed_ = false;
                          told(record);
                      } else {
                          fails(toQt(done.error().code));
                      }
                  })
            .onFailed(this,
                      [this](const std::runtime_error&) { fails(QStringLiteral("store.write")); });
    };
    app_->read([id = toId(id)](Queries& store) { return store.record(id); })
        .then(this, act)
        .onFailed(this, [this](const std::runtime_error&) { fails(QStringLiteral("store.read")); });
}

void ReminderActions::complete(const QString& id)
{
    if (!app_) {
        return;
    }
    perform(
        id,
        [at = toRfc3339(app_->now())](Recorder& recorder, const Record& reminder) {
            const auto* due = std::get_if<Timestamp>(&reminder.get("due_at"));
            const std::string seen =
                due != nullptr ? R"(,"due":")" + toRfc3339(*due) + R"(")" : std::string{};
            return recorder.act("reminder.complete", reminder.id(),
                                R"({"at":")" + at + R"(")" + seen + "}");
        },
        [this, id](const Record& reminder) { emit completed(id, toQt(reminder.textOf("title"))); });
}

void ReminderActions::snooze(const QString& id, Later later)
{
    const QDateTime moment = until(later);
    perform(
        id,
        [at = toRfc3339(fromMillis(moment.toMSecsSinceEpoch()))](Recorder& recorder,
                                                                 const Record& reminder) {
            return recorder.act("reminder.snooze", reminder.id(), R"({"until":")" + at + R"("})");
        },
        [this, id, moment](const Record&) { emit snoozed(id, moment); });
}

void ReminderActions::remove(const QString& id)
{
    perform(
        id,
        [](Recorder& recorder, const Record& reminder) { return recorder.remove(reminder.id()); },
        [this, id](const Record& reminder) {
            removed_ = true;
            emit removed(id, toQt(reminder.textOf("title")));
        });
}

void ReminderActions::reopen(const QString& id)
{
    perform(
        id,
        [](Recorder& recorder, const Record& reminder) {
            return recorder.edit(reminder.id(),
                                 {{"state", std::string{"open"}}, {"done_at", Value{}}});
        },
        [](const Record&) {});
}

void ReminderActions::undo()
{
    if (!app_ || !before_) {
        return;
    }
    app_->record([before = *before_, away = removed_](Recorder& recorder) -> Result<void> {
            if (away) {
                return recorder.restore(before.id());
            }
            std::vector<FieldValue> values;
            for (const auto field : restored) {
                values.emplace_back(field, before.get(field));
            }
            return recorder.edit(before.id(), std::move(values));
        })
        .then(this, [this](const Result<void>& done) {
            if (!done) {
                fails(toQt(done.error().code));
            }
        });
    before_.reset();
}

} // namespace fieldbook::client
