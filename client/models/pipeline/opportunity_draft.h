#pragma once

#include "client/models/drafts/follow_up_draft.h"

namespace fieldbook::client {

// An opportunity as its form has it. GUI thread.
class OpportunityDraft : public fieldbook::client::FollowUpDraft {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed)
    // Minor units of `currency`; 0 where there is none.
    Q_PROPERTY(double amount READ amount WRITE setAmount NOTIFY changed)
    Q_PROPERTY(QString currency READ currency NOTIFY changed)
    Q_PROPERTY(QVariant expectedClose READ expectedClose WRITE setExpectedClose NOTIFY changed)
    Q_PROPERTY(QString source READ source WRITE setSource NOTIFY changed)
    Q_PROPERTY(QString nextStep READ nextStep WRITE setNextStep NOTIFY changed)
    Q_PROPERTY(QVariant nextStepAt READ nextStepAt WRITE setNextStepAt NOTIFY changed)
    Q_PROPERTY(QString needs READ needs WRITE setNeeds NOTIFY changed)
    // Names with commas between them.
    Q_PROPERTY(QString competitors READ competitors WRITE setCompetitors NOTIFY changed)

    // As the record has it; not for editing.
    Q_PROPERTY(QString stage READ stage NOTIFY changed)
    Q_PROPERTY(QVariant stageEnteredAt READ stageEnteredAt NOTIFY changed)
    Q_PROPERTY(QString stageReason READ stageReason NOTIFY changed)
    Q_PROPERTY(QString lostReason READ lostReason NOTIFY changed)
    Q_PROPERTY(double winRate READ winRate NOTIFY changed)
    Q_PROPERTY(QString ownerName READ ownerName NOTIFY changed)

public:
    using fieldbook::client::FollowUpDraft::FollowUpDraft;

    [[nodiscard]] QString name() const { return text("name"); }
    void setName(const QString& name) { setText("name", name); }
    [[nodiscard]] double amount() const;
    void setAmount(double minor);
    [[nodiscard]] QString currency() const;
    [[nodiscard]] QVariant expectedClose() const { return held<Date>("expected_close"); }
    void setExpectedClose(const QVariant& day);
    [[nodiscard]] QString source() const { return text("source"); }
    void setSource(const QString& code) { setText("source", code); }
    [[nodiscard]] QString nextStep() const { return text("next_step"); }
    void setNextStep(const QString& step) { setText("next_step", step); }
    [[nodiscard]] QVariant nextStepAt() const { return held<Timestamp>("next_step_at"); }
    void setNextStepAt(const QVariant& time);
    [[nodiscard]] QString needs() const { return text("needs"); }
    void setNeeds(const QString& needs) { setText("needs", needs); }
    [[nodiscard]] QString competitors() const;
    void setCompetitors(const QString& names);

    [[nodiscard]] QString stage() const { return text("stage"); }
    [[nodiscard]] QVariant stageEnteredAt() const { return held<Timestamp>("stage_entered_at"); }
    [[nodiscard]] QString stageReason() const { return text("stage_reason"); }
    [[nodiscard]] QString lostReason() const { return text("lost_reason"); }
    [[nodiscard]] double winRate() const;
    [[nodiscard]] QString ownerName() const;

protected:
    [[nodiscard]] const TypeSpec* spec() const override;
    void findProblems(QVariantMap& problems) const override;

private:
    template <class T>
    [[nodiscard]] QVariant held(std::string_view field) const
    {
        const Value found = value(field);
        const T* given = std::get_if<T>(&found);
        return given != nullptr ? QVariant::fromValue(toQt(*given)) : QVariant{};
    }
};

} // namespace fieldbook::client
