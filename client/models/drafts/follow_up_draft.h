#pragma once

#include "client/models/drafts/record_draft.h"
#include "client/models/roles.h"
#include "shared/calendar/zone.h"

#include <QVariantList>

namespace fieldbook::client {

// What a salesperson notes, plans or hopes for about a customer, as its form has it: the customer
// with its contacts, and moments as a day and a time. GUI thread.
class FollowUpDraft : public fieldbook::client::RecordDraft {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the forms of notes, reminders, appointments and opportunities")
    // The customer that a new one is about, as the page that opens the form knows.
    Q_PROPERTY(QString context READ context WRITE setContext NOTIFY changed)
    Q_PROPERTY(QString customerId READ customerId WRITE setCustomerId NOTIFY changed)
    Q_PROPERTY(QString customerName READ customerName NOTIFY changed)
    // [{ value, text, note }] of the customer, for ChoiceField.
    Q_PROPERTY(QVariantList contacts READ contacts NOTIFY changed)

public:
    using fieldbook::client::RecordDraft::RecordDraft;

    [[nodiscard]] const QString& context() const { return context_; }
    void setContext(const QString& customer);
    [[nodiscard]] QString customerId() const;
    void setCustomerId(const QString& id);
    [[nodiscard]] QString customerName() const;
    [[nodiscard]] QVariantList contacts() const;
    [[nodiscard]] QVariantMap problems() const override;

protected:
    // What a new one starts with beside its customer.
    [[nodiscard]] virtual FieldValues firstValues() const { return {}; }
    virtual void findProblems(QVariantMap& problems) const = 0;
    [[nodiscard]] FieldValues defaults() const override;

    [[nodiscard]] std::optional<Timestamp> time(std::string_view field) const;
    // Days and minutes on the wall of a zone. A time without a day is 9:00; a day that is taken
    // away takes the time with it.
    [[nodiscard]] Zone zone() const;
    [[nodiscard]] QVariant dayOf(std::string_view field) const;
    [[nodiscard]] int minutesOf(std::string_view field) const;
    void setDay(std::string_view field, const QVariant& day);
    void setMinutes(std::string_view field, int minutes);
    static void require(QVariantMap& problems, std::string_view field, bool given);

private:
    QString context_;
};

} // namespace fieldbook::client
