#include "client/models/schedule/reminder_draft.h"

#include "client/models/days.h"
#include "client/models/error_text.h"

namespace fieldbook::client {

const TypeSpec* ReminderDraft::spec() const { return &typeNamed("reminder"); }

FieldValues ReminderDraft::firstValues() const
{
    return {{"due_at", firstMoment()},
            {"time_zone", app()->zone().toStdString()},
            {"kind", std::string{"task"}}};
}

void ReminderDraft::findProblems(QVariantMap& problems) const
{
    require(problems, "title", !title().trimmed().isEmpty());
    require(problems, "due_at", time("due_at").has_value());
    // A new one that is due already would ring at once: a slip of the day.
    if (!record() && inPast()) {
        problems.insert(QStringLiteral("due_at"),
                        ErrorText::of(QStringLiteral("reminder.until_past")));
    }
    findRepeatProblems(problems);
}

void ReminderDraft::setDueDay(const QVariant& day)
{
    const auto before = time("due_at");
    setDay("due_at", day);
    const auto after = time("due_at");
    if (before && after) {
        moveRule(zone().dateAt(*before), zone().dateAt(*after));
    }
    endSnooze();
}

void ReminderDraft::setDueMinutes(int minutes)
{
    FollowUpDraft::setMinutes("due_at", minutes);
    endSnooze();
}

QVariant ReminderDraft::snoozedUntil() const
{
    const auto until = time("snoozed_until");
    return until && app() != nullptr && *until > app()->now() ? QVariant{toQt(*until)} : QVariant{};
}

void ReminderDraft::endSnooze()
{
    if (record()) {
        set("snoozed_until", Value{});
    }
}

} // namespace fieldbook::client
