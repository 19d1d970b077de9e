#pragma once

#include "client/models/app_context.h"
#include "client/models/list_model.h"
#include "client/models/roles.h"

#include <QtQml/qqmlregistration.h>

#include <QPointer>

namespace fieldbook::client {

// What a person decides when a lead becomes a customer: a new customer or one that is there, who is
// the contact, what the opportunity is. All of it is one act, `lead.convert`. Kept as a draft until
// it is done. GUI thread.
class LeadConversion : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)
    Q_PROPERTY(QString leadId READ leadId WRITE setLeadId NOTIFY leadIdChanged)
    Q_PROPERTY(fieldbook::client::ListModel::State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString errorCode READ errorCode NOTIFY stateChanged)

    // As the lead has it: what the new records will be called.
    Q_PROPERTY(QString leadName READ leadName NOTIFY changed)
    Q_PROPERTY(QString phone READ phone NOTIFY changed)
    Q_PROPERTY(QString customerName READ customerName NOTIFY changed)
    Q_PROPERTY(QString contactName READ contactName NOTIFY changed)
    Q_PROPERTY(QString currency READ currency NOTIFY changed)

    // "" for a new customer.
    Q_PROPERTY(QString existingId READ existingId WRITE setExistingId NOTIFY changed)
    Q_PROPERTY(QString existingName READ existingName NOTIFY changed)
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY changed) // Of a new customer.
    Q_PROPERTY(bool withContact READ withContact WRITE setWithContact NOTIFY changed)
    Q_PROPERTY(bool withOpportunity READ withOpportunity WRITE setWithOpportunity NOTIFY changed)
    Q_PROPERTY(QString opportunityName READ opportunityName WRITE setOpportunityName NOTIFY changed)
    Q_PROPERTY(double amount READ amount WRITE setAmount NOTIFY changed) // Minor units.
    Q_PROPERTY(QVariant expectedClose READ expectedClose WRITE setExpectedClose NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    // Field -> sentence; told from the first attempt on.
    Q_PROPERTY(QVariantMap problems READ problems NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] AppContext* app() const { return app_; }
    void setApp(AppContext* app);
    [[nodiscard]] const QString& leadId() const { return leadId_; }
    void setLeadId(const QString& id);
    [[nodiscard]] ListModel::State state() const { return state_; }
    [[nodiscard]] const QString& errorCode() const { return errorCode_; }

    [[nodiscard]] QString leadName() const { return toQt(lead_.row.name); }
    [[nodiscard]] QString phone() const { return toQt(lead_.row.phone); }
    [[nodiscard]] QString customerName() const;
    [[nodiscard]] QString contactName() const;
    [[nodiscard]] QString currency() const { return toQt(currency_.code()); }

    [[nodiscard]] QString existingId() const { return choice_.existing; }
    void setExistingId(const QString& id);
    [[nodiscard]] const QString& existingName() const { return existingName_; }
    [[nodiscard]] QString kind() const { return choice_.kind; }
    void setKind(const QString& kind) { put(choice_.kind, kind); }
    [[nodiscard]] bool withContact() const { return choice_.withContact; }
    void setWithContact(bool with) { put(choice_.withContact, with); }
    [[nodiscard]] bool withOpportunity() const { return choice_.withOpportunity; }
    void setWithOpportunity(bool with) { put(choice_.withOpportunity, with); }
    [[nodiscard]] QString opportunityName() const { return choice_.opportunityName; }
    void setOpportunityName(const QString& name) { put(choice_.opportunityName, name); }
    [[nodiscard]] double amount() const { return choice_.amount; }
    void setAmount(double minor) { put(choice_.amount, minor); }
    [[nodiscard]] QVariant expectedClose() const;
    void setExpectedClose(const QVariant& day);
    [[nodiscard]] bool busy() const { return busy_; }
    [[nodiscard]] QVariantMap problems() const;

    Q_INVOKABLE void convert();
    Q_INVOKABLE void reload();

signals:
    void appChanged();
    void leadIdChanged();
    void stateChanged();
    void changed();
    // The fields are to show their values anew.
    void filled();
    void converted(const QString& customerId);
    // A sentence for a toast.
    void refused(const QString& text);

private:
    struct Choice {
        QString existing;
        QString kind;
        bool withContact = true;
        bool withOpportunity = true;
        QString opportunityName;
        double amount = 0;
        QDate expectedClose;

        friend bool operator==(const Choice&, const Choice&) = default;
    };
    struct Reading {
        std::optional<LeadDetail> lead;
        Currency currency;
        std::optional<std::string> draft;
        // A customer with the lead's own number: most likely the same.
        Uuid samePhone;
        std::string existingName;
    };
    [[nodiscard]] static Reading read(Queries& store, const Uuid& lead);
    [[nodiscard]] static std::string keyOf(const Uuid& lead);
    [[nodiscard]] static Choice fromJson(const std::string& json);
    [[nodiscard]] std::string toJson() const;
    // Mints the ids of what is new, but for the customer's.
    [[nodiscard]] static std::string
    argumentsOf(const Choice& choice, const Uuid& customer, Currency currency, Recorder& recorder);
    [[nodiscard]] Choice suggested(const Reading& reading) const;

    template <class T>
    void put(T& held, const T& value)
    {
        if (held != value) {
            held = value;
            emit changed();
            keep();
        }
    }
    void take(Reading reading);
    void keep();
    void findExisting();
    void finish(const Result<Uuid>& done);
    void setState(ListModel::State state, const QString& errorCode = {});

    QPointer<AppContext> app_;
    QString leadId_;
    ListModel::State state_ = ListModel::State::Loading;
    QString errorCode_;
    LeadDetail lead_;
    Currency currency_;
    Choice choice_;
    QString existingName_;
    bool attempted_ = false;
    bool busy_ = false;
    int loads_ = 0;
};

} // namespace fieldbook::client
