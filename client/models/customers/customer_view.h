#pragma once

#include "client/models/record_view.h"
#include "client/models/roles.h"

namespace fieldbook::client {

// The head of a customer's page: who it is, how it stands, how much there is behind each tab.
class CustomerView : public fieldbook::client::RecordView {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name READ name NOTIFY shown)
    Q_PROPERTY(QString initial READ initial NOTIFY shown)
    Q_PROPERTY(QString tier READ tier NOTIFY shown)
    Q_PROPERTY(QString address READ address NOTIFY shown)
    Q_PROPERTY(QString phone READ phone NOTIFY shown)
    Q_PROPERTY(QString ownerName READ ownerName NOTIFY shown)
    Q_PROPERTY(QString promise READ promise NOTIFY shown)
    Q_PROPERTY(QString profile READ profile NOTIFY shown)
    Q_PROPERTY(QString syncMark READ syncMark NOTIFY shown)
    Q_PROPERTY(QString currency READ currency NOTIFY shown)
    Q_PROPERTY(double sold READ sold NOTIFY shown)
    Q_PROPERTY(double soldBefore READ soldBefore NOTIFY shown)
    Q_PROPERTY(int openDeals READ openDeals NOTIFY shown)
    Q_PROPERTY(double openDealsAmount READ openDealsAmount NOTIFY shown)
    Q_PROPERTY(QVariant lastVisitAt READ lastVisitAt NOTIFY shown)
    Q_PROPERTY(QVariant visitEveryDays READ visitEveryDays NOTIFY shown)
    Q_PROPERTY(QVariant lastOrderAt READ lastOrderAt NOTIFY shown)
    Q_PROPERTY(double lastOrderTotal READ lastOrderTotal NOTIFY shown)
    Q_PROPERTY(QVariant nextAt READ nextAt NOTIFY shown)
    Q_PROPERTY(QString nextText READ nextText NOTIFY shown)
    Q_PROPERTY(QString nextType READ nextType NOTIFY shown)
    Q_PROPERTY(QVariant latitude READ latitude NOTIFY shown)
    Q_PROPERTY(QVariant longitude READ longitude NOTIFY shown)
    Q_PROPERTY(int contactCount READ contactCount NOTIFY shown)
    Q_PROPERTY(int opportunityCount READ opportunityCount NOTIFY shown)
    Q_PROPERTY(int orderCount READ orderCount NOTIFY shown)
    Q_PROPERTY(int reminderCount READ reminderCount NOTIFY shown)
    Q_PROPERTY(int fileCount READ fileCount NOTIFY shown)
    // Days; undefined while it is not protected, and where it is not this user's to protect.
    Q_PROPERTY(QVariant protectedUntil READ protectedUntil NOTIFY shown)
    Q_PROPERTY(QVariant mayProtectUntil READ mayProtectUntil NOTIFY shown)
    // When it goes back into the public pool, if that is soon.
    Q_PROPERTY(QVariant returnsAt READ returnsAt NOTIFY shown)
    Q_PROPERTY(bool mayRelease READ mayRelease NOTIFY shown)
    Q_PROPERTY(bool mayShare READ mayShare NOTIFY shown)
    // Propose that it and another become one.
    Q_PROPERTY(bool mayMerge READ mayMerge NOTIFY shown)

public:
    using fieldbook::client::RecordView::RecordView;

    [[nodiscard]] QString name() const { return toQt(detail_.row.name); }
    [[nodiscard]] QString initial() const
    {
        return initialOf(toQt(detail_.row.name), toQt(detail_.row.city));
    }
    [[nodiscard]] QString tier() const { return tierTag(detail_.row.tier); }
    [[nodiscard]] QString address() const { return toQt(detail_.row.address); }
    [[nodiscard]] QString phone() const { return toQt(detail_.row.phone); }
    [[nodiscard]] QString ownerName() const { return toQt(detail_.ownerName); }
    [[nodiscard]] QString promise() const { return toQt(detail_.promise); }
    [[nodiscard]] QString profile() const { return toQt(detail_.profile); }
    [[nodiscard]] QString syncMark() const { return markName(detail_.row.mark); }
    [[nodiscard]] QString currency() const
    {
        return toQt(detail_.soldTwelveMonths.currency().code());
    }
    [[nodiscard]] double sold() const
    {
        return static_cast<double>(detail_.soldTwelveMonths.minor());
    }
    [[nodiscard]] double soldBefore() const
    {
        return static_cast<double>(detail_.soldTwelveMonthsBefore.minor());
    }
    [[nodiscard]] int openDeals() const { return static_cast<int>(detail_.openDeals); }
    [[nodiscard]] double openDealsAmount() const
    {
        return static_cast<double>(detail_.openDealsAmount.minor());
    }
    [[nodiscard]] QVariant lastVisitAt() const { return toQt(detail_.lastVisitAt); }
    [[nodiscard]] QVariant visitEveryDays() const { return toQt(detail_.visitEveryDays); }
    [[nodiscard]] QVariant lastOrderAt() const { return toQt(detail_.lastOrderAt); }
    [[nodiscard]] double lastOrderTotal() const
    {
        return static_cast<double>(detail_.lastOrderTotal.minor());
    }
    [[nodiscard]] QVariant nextAt() const { return toQt(detail_.row.nextAt); }
    [[nodiscard]] QString nextText() const { return toQt(detail_.row.nextText); }
    [[nodiscard]] QString nextType() const { return toQt(detail_.row.nextType); }
    [[nodiscard]] QVariant latitude() const;
    [[nodiscard]] QVariant longitude() const;
    [[nodiscard]] int contactCount() const { return static_cast<int>(detail_.contacts); }
    [[nodiscard]] int opportunityCount() const { return static_cast<int>(detail_.opportunities); }
    [[nodiscard]] int orderCount() const { return static_cast<int>(detail_.orders); }
    [[nodiscard]] int reminderCount() const { return static_cast<int>(detail_.reminders); }
    [[nodiscard]] int fileCount() const { return static_cast<int>(detail_.files); }
    [[nodiscard]] QVariant protectedUntil() const { return toQt(detail_.protectedUntil); }
    [[nodiscard]] QVariant mayProtectUntil() const { return toQt(detail_.mayProtectUntil); }
    [[nodiscard]] QVariant returnsAt() const { return toQt(detail_.returnsAt); }
    [[nodiscard]] bool mayRelease() const { return detail_.mayRelease; }
    [[nodiscard]] bool mayShare() const { return detail_.mayShare; }
    [[nodiscard]] bool mayMerge() const { return detail_.mayMerge; }

    Q_INVOKABLE void release(const QString& reason);
    // For as long as the company lets it.
    Q_INVOKABLE void protect();
    Q_INVOKABLE void unprotect() { act("customer.unprotect", {}); }

protected:
    void load(int asking) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override;

private:
    CustomerDetail detail_;
};

} // namespace fieldbook::client
