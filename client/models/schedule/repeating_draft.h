#pragma once

#include "client/models/drafts/follow_up_draft.h"
#include "client/models/schedule/repeat_rule.h"

namespace fieldbook::client {

// What the forms of things that repeat have in common: which of the common rules, until when, and
// the sentence of it. The times are those of `zoneName` where a series was made in another zone
// than the tablet's. GUI thread.
class RepeatingDraft : public fieldbook::client::FollowUpDraft {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the forms of reminders and appointments")
    // [{ value, text }]: the common rules for the day, "" for none, and the record's own.
    Q_PROPERTY(QVariantList repeatOptions READ repeatOptions NOTIFY changed)
    Q_PROPERTY(QString repeat READ repeat WRITE setRepeat NOTIFY changed)
    Q_PROPERTY(QVariant repeatUntil READ repeatUntil WRITE setRepeatUntil NOTIFY changed)
    // 0: not counted.
    Q_PROPERTY(int repeatCount READ repeatCount WRITE setRepeatCount NOTIFY changed)
    Q_PROPERTY(QString repeatText READ repeatText NOTIFY changed)
    // When a new one takes place, where the page that asks for it knows; undefined otherwise.
    Q_PROPERTY(QVariant startAt READ startAt WRITE setStartAt NOTIFY changed)
    // It begins before now; no more than a hint.
    Q_PROPERTY(bool inPast READ inPast NOTIFY changed)

public:
    using fieldbook::client::FollowUpDraft::FollowUpDraft;

    [[nodiscard]] QVariantList repeatOptions() const;
    [[nodiscard]] QString repeat() const;
    void setRepeat(const QString& base);
    [[nodiscard]] QVariant repeatUntil() const;
    void setRepeatUntil(const QVariant& day);
    [[nodiscard]] int repeatCount() const;
    void setRepeatCount(int count);
    [[nodiscard]] QString repeatText() const;
    [[nodiscard]] bool inPast() const;
    [[nodiscard]] const QVariant& startAt() const { return startAt_; }
    void setStartAt(const QVariant& moment);

protected:
    // The field of its first time.
    [[nodiscard]] virtual std::string_view startField() const = 0;
    // The moment that a new one starts with.
    [[nodiscard]] Timestamp firstMoment() const;
    // In which the stored series counts its days.
    [[nodiscard]] Zone seriesZone() const;
    void findRepeatProblems(QVariantMap& problems) const;
    // Puts the day-bound parts of a common rule in step with a new day.
    void moveRule(Date from, Date to);

private:
    [[nodiscard]] RepeatRule rule() const;
    void setRule(const RepeatRule& rule);
    [[nodiscard]] Date firstDay() const;

    QVariant startAt_;
};

} // namespace fieldbook::client
