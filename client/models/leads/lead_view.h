#pragma once

#include "client/models/record_view.h"
#include "client/models/roles.h"

namespace fieldbook::client {

// A lead's page, and what may be done with the lead: each is an act that the rules decide.
class LeadView : public fieldbook::client::RecordView {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name READ name NOTIFY shown)
    Q_PROPERTY(QString company READ company NOTIFY shown)
    Q_PROPERTY(QString contactName READ contactName NOTIFY shown)
    Q_PROPERTY(QString phone READ phone NOTIFY shown)
    Q_PROPERTY(QString email READ email NOTIFY shown)
    Q_PROPERTY(QString address READ address NOTIFY shown)
    Q_PROPERTY(QString source READ source NOTIFY shown)
    Q_PROPERTY(QString interest READ interest NOTIFY shown)
    Q_PROPERTY(QString readiness READ readiness NOTIFY shown)
    Q_PROPERTY(QString stage READ stage NOTIFY shown)
    Q_PROPERTY(bool open READ open NOTIFY shown)
    Q_PROPERTY(QString disqualifiedReason READ disqualifiedReason NOTIFY shown)
    Q_PROPERTY(QString notes READ notes NOTIFY shown)
    Q_PROPERTY(QString ownerName READ ownerName NOTIFY shown)
    Q_PROPERTY(QVariant createdAt READ createdAt NOTIFY shown)
    Q_PROPERTY(QVariant nextContactAt READ nextContactAt NOTIFY shown)
    Q_PROPERTY(QString convertedCustomerId READ convertedCustomerId NOTIFY shown)
    Q_PROPERTY(QString convertedCustomerName READ convertedCustomerName NOTIFY shown)
    Q_PROPERTY(QString convertedOpportunityId READ convertedOpportunityId NOTIFY shown)
    Q_PROPERTY(QString syncMark READ syncMark NOTIFY shown)
    // [{ value, text }]; empty where it is not for this user to assign.
    Q_PROPERTY(QVariantList assignees READ assignees NOTIFY shown)

public:
    using fieldbook::client::RecordView::RecordView;

    [[nodiscard]] QString name() const { return toQt(detail_.row.name); }
    [[nodiscard]] QString company() const { return toQt(detail_.row.company); }
    [[nodiscard]] QString contactName() const { return toQt(detail_.contactName); }
    [[nodiscard]] QString phone() const { return toQt(detail_.row.phone); }
    [[nodiscard]] QString email() const { return toQt(detail_.email); }
    [[nodiscard]] QString address() const { return toQt(detail_.address); }
    [[nodiscard]] QString source() const { return toQt(detail_.row.source); }
    [[nodiscard]] QString interest() const { return toQt(detail_.row.interest); }
    [[nodiscard]] QString readiness() const { return toQt(detail_.row.readiness); }
    [[nodiscard]] QString stage() const { return toQt(detail_.row.stage); }
    [[nodiscard]] bool open() const;
    [[nodiscard]] QString disqualifiedReason() const { return toQt(detail_.disqualifiedReason); }
    [[nodiscard]] QString notes() const { return toQt(detail_.notes); }
    [[nodiscard]] QString ownerName() const { return toQt(detail_.ownerName); }
    [[nodiscard]] QVariant createdAt() const { return toQt(detail_.row.createdAt); }
    [[nodiscard]] QVariant nextContactAt() const { return toQt(detail_.row.nextContactAt); }
    [[nodiscard]] QString convertedCustomerId() const { return toQt(detail_.convertedCustomer); }
    [[nodiscard]] QString convertedCustomerName() const
    {
        return toQt(detail_.convertedCustomerName);
    }
    [[nodiscard]] QString convertedOpportunityId() const
    {
        return toQt(detail_.convertedOpportunity);
    }
    [[nodiscard]] QString syncMark() const { return markName(detail_.row.mark); }
    [[nodiscard]] QVariantList assignees() const;

    Q_INVOKABLE void markContacted() { act("lead.contact", {}); }
    Q_INVOKABLE void qualify() { act("lead.qualify", {}); }
    Q_INVOKABLE void giveUp(const QString& reason);
    Q_INVOKABLE void reopen() { act("lead.reopen", {}); }
    Q_INVOKABLE void assign(const QString& userId, const QString& reason);

protected:
    void load(int asking) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override;

private:
    LeadDetail detail_;
};

} // namespace fieldbook::client
