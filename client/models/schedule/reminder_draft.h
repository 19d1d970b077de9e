#pragma once

#include "client/models/schedule/repeating_draft.h"

namespace fieldbook::client {

// A reminder as its form has it; what changes concerns the whole series, from its next time on. GUI
// thread.
class ReminderDraft : public fieldbook::client::RepeatingDraft {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY changed)
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY changed)
    Q_PROPERTY(QString notes READ notes WRITE setNotes NOTIFY changed)
    Q_PROPERTY(QVariant dueDay READ dueDay WRITE setDueDay NOTIFY changed)
    Q_PROPERTY(int dueMinutes READ dueMinutes WRITE setDueMinutes NOTIFY changed)
    // As the record has it; not for editing.
    Q_PROPERTY(QVariant dueAt READ dueAt NOTIFY changed)
    Q_PROPERTY(QVariant snoozedUntil READ snoozedUntil NOTIFY changed)
    Q_PROPERTY(bool open READ open NOTIFY changed)

public:
    using fieldbook::client::RepeatingDraft::RepeatingDraft;

    [[nodiscard]] QString title() const { return text("title"); }
    void setTitle(const QString& title) { setText("title", title); }
    [[nodiscard]] QString kind() const { return text("kind"); }
    void setKind(const QString& kind) { setText("kind", kind); }
    [[nodiscard]] QString notes() const { return text("notes"); }
    void setNotes(const QString& notes) { setText("notes", notes); }
    [[nodiscard]] QVariant dueDay() const { return dayOf("due_at"); }
    void setDueDay(const QVariant& day);
    [[nodiscard]] int dueMinutes() const { return minutesOf("due_at"); }
    void setDueMinutes(int minutes);
    [[nodiscard]] QVariant dueAt() const { return toQt(time("due_at")); }
    [[nodiscard]] QVariant snoozedUntil() const;
    [[nodiscard]] bool open() const { return text("state") != QStringLiteral("done"); }

protected:
    [[nodiscard]] const TypeSpec* spec() const override;
    [[nodiscard]] FieldValues firstValues() const override;
    void findProblems(QVariantMap& problems) const override;
    [[nodiscard]] std::string_view startField() const override { return "due_at"; }

private:
    // A new time ends the snoozing from the old one.
    void endSnooze();
};

} // namespace fieldbook::client
