#pragma once

#include "client/models/drafts/follow_up_draft.h"

namespace fieldbook::client {

// A communication with a customer or a lead as its form has it: call, message, mail, meeting, note;
// and the next step, which becomes a reminder in the same moment. GUI thread.
class NoteDraft : public fieldbook::client::FollowUpDraft {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY changed)
    Q_PROPERTY(QString direction READ direction WRITE setDirection NOTIFY changed)
    Q_PROPERTY(QString contactId READ contactId WRITE setContactId NOTIFY changed)
    Q_PROPERTY(QString content READ content WRITE setContent NOTIFY changed)
    Q_PROPERTY(QString outcome READ outcome WRITE setOutcome NOTIFY changed)
    Q_PROPERTY(QVariant happenedDay READ happenedDay WRITE setHappenedDay NOTIFY changed)
    Q_PROPERTY(int happenedMinutes READ happenedMinutes WRITE setHappenedMinutes NOTIFY changed)
    // The lead that a new one is about, where there is no customer yet.
    Q_PROPERTY(QString leadId READ leadId WRITE setLeadId NOTIFY changed)
    Q_PROPERTY(bool ofLead READ ofLead NOTIFY changed)
    // Of a new one only: a reminder is made where it has a title.
    Q_PROPERTY(QString nextTitle READ nextTitle WRITE setNextTitle NOTIFY changed)
    Q_PROPERTY(QVariant nextDay READ nextDay WRITE setNextDay NOTIFY changed)
    Q_PROPERTY(int nextMinutes READ nextMinutes WRITE setNextMinutes NOTIFY changed)

public:
    using fieldbook::client::FollowUpDraft::FollowUpDraft;

    [[nodiscard]] QString kind() const { return text("kind"); }
    void setKind(const QString& kind) { setText("kind", kind); }
    [[nodiscard]] QString direction() const { return text("direction"); }
    void setDirection(const QString& direction) { setText("direction", direction); }
    [[nodiscard]] QString leadId() const { return toQt(lead_); }
    void setLeadId(const QString& id);
    [[nodiscard]] bool ofLead() const { return !isEmpty(value("lead")); }
    [[nodiscard]] QString contactId() const;
    void setContactId(const QString& id);
    [[nodiscard]] QString content() const { return text("content"); }
    void setContent(const QString& content) { setText("content", content); }
    [[nodiscard]] QString outcome() const { return text("outcome"); }
    void setOutcome(const QString& outcome) { setText("outcome", outcome); }
    [[nodiscard]] QVariant happenedDay() const { return dayOf("happened_at"); }
    void setHappenedDay(const QVariant& day) { setDay("happened_at", day); }
    [[nodiscard]] int happenedMinutes() const { return minutesOf("happened_at"); }
    void setHappenedMinutes(int minutes) { setMinutes("happened_at", minutes); }
    [[nodiscard]] QString nextTitle() const { return text("next.title"); }
    void setNextTitle(const QString& title);
    [[nodiscard]] QVariant nextDay() const { return dayOf("next.due_at"); }
    void setNextDay(const QVariant& day) { setDay("next.due_at", day); }
    [[nodiscard]] int nextMinutes() const { return minutesOf("next.due_at"); }
    void setNextMinutes(int minutes) { setMinutes("next.due_at", minutes); }

protected:
    [[nodiscard]] const TypeSpec* spec() const override;
    [[nodiscard]] ExtraFields extra() const override;
    [[nodiscard]] FieldValues firstValues() const override;
    void findProblems(QVariantMap& problems) const override;
    [[nodiscard]] std::function<Result<Uuid>(Recorder&)> deed() const override;

private:
    Uuid lead_;
};

} // namespace fieldbook::client
