#pragma once

#include "client/models/schedule/repeating_draft.h"

namespace fieldbook::client {

// An appointment as its form has it. Opened at one `occurrence` of a series it shows the times of
// that one, and `scope` says what the changes are meant for. GUI thread.
class AppointmentDraft : public fieldbook::client::RepeatingDraft {
    Q_OBJECT
    QML_ELEMENT
    // The moment at which the occurrence begins; undefined for the first. To be set with recordId.
    Q_PROPERTY(QVariant occurrence READ occurrence WRITE setOccurrence NOTIFY changed)
    Q_PROPERTY(
        fieldbook::client::AppointmentDraft::Scope scope READ scope WRITE setScope NOTIFY changed)
    // The stored record repeats, so that `scope` matters.
    Q_PROPERTY(bool series READ series NOTIFY changed)
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY changed)
    Q_PROPERTY(QString place READ place WRITE setPlace NOTIFY changed)
    Q_PROPERTY(QString notes READ notes WRITE setNotes NOTIFY changed)
    Q_PROPERTY(bool allDay READ allDay WRITE setAllDay NOTIFY changed)
    Q_PROPERTY(QVariant startDay READ startDay WRITE setStartDay NOTIFY changed)
    Q_PROPERTY(int startMinutes READ startMinutes WRITE setStartMinutes NOTIFY changed)
    Q_PROPERTY(QVariant endDay READ endDay WRITE setEndDay NOTIFY changed)
    Q_PROPERTY(int endMinutes READ endMinutes WRITE setEndMinutes NOTIFY changed)
    // Minutes before the start; -1: no reminder.
    Q_PROPERTY(int leadMinutes READ leadMinutes WRITE setLeadMinutes NOTIFY changed)

public:
    enum class Scope { This, Following, All };
    Q_ENUM(Scope)

    using fieldbook::client::RepeatingDraft::RepeatingDraft;

    [[nodiscard]] QVariant occurrence() const { return toQt(occurrence_); }
    void setOccurrence(const QVariant& moment);
    [[nodiscard]] Scope scope() const { return scope_; }
    void setScope(Scope scope);
    [[nodiscard]] bool series() const;
    [[nodiscard]] QString title() const { return text("title"); }
    void setTitle(const QString& title) { setText("title", title); }
    [[nodiscard]] QString place() const { return text("place"); }
    void setPlace(const QString& place) { setText("place", place); }
    [[nodiscard]] QString notes() const { return text("notes"); }
    void setNotes(const QString& notes) { setText("notes", notes); }
    [[nodiscard]] bool allDay() const;
    void setAllDay(bool allDay);
    [[nodiscard]] QVariant startDay() const { return dayOf("starts_at"); }
    // The end moves along, so that the length stays.
    void setStartDay(const QVariant& day);
    [[nodiscard]] int startMinutes() const { return minutesOf("starts_at"); }
    void setStartMinutes(int minutes);
    [[nodiscard]] QVariant endDay() const;
    void setEndDay(const QVariant& day);
    [[nodiscard]] int endMinutes() const { return minutesOf("ends_at"); }
    void setEndMinutes(int minutes);
    [[nodiscard]] int leadMinutes() const;
    void setLeadMinutes(int minutes);

    // Takes away what `scope` says: this time, this and those after it, or all.
    Q_INVOKABLE void removeScope();

signals:
    void removed();

protected:
    [[nodiscard]] const TypeSpec* spec() const override;
    [[nodiscard]] FieldValues firstValues() const override;
    void findProblems(QVariantMap& problems) const override;
    [[nodiscard]] std::function<Result<Uuid>(Recorder&)> deed() const override;
    [[nodiscard]] std::string keySuffix() const override;
    [[nodiscard]] std::string_view startField() const override { return "starts_at"; }
    [[nodiscard]] Value shownAs(std::string_view field, const Value& stored) const override;

private:
    void moveStart(std::optional<Timestamp> before);
    void spanWholeDays();

    std::optional<Timestamp> occurrence_;
    Scope scope_ = Scope::This;
};

} // namespace fieldbook::client
