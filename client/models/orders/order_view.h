#pragma once

#include "client/models/record_view.h"
#include "client/models/roles.h"

namespace fieldbook::client {

// An order as it stands: its head, its totals, its state, and its cancelling.
class OrderView : public fieldbook::client::RecordView {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString number READ number NOTIFY shown)
    Q_PROPERTY(QString customerId READ customerId NOTIFY shown)
    Q_PROPERTY(QString customerName READ customerName NOTIFY shown)
    Q_PROPERTY(QString ownerName READ ownerName NOTIFY shown)
    Q_PROPERTY(QString orderState READ orderState NOTIFY shown)
    Q_PROPERTY(QString syncMark READ syncMark NOTIFY shown)
    Q_PROPERTY(QString currency READ currency NOTIFY shown)
    Q_PROPERTY(QString priceListName READ priceListName NOTIFY shown)
    // Minor units; undefined before they are reckoned.
    Q_PROPERTY(QVariant goods READ goods NOTIFY shown)
    Q_PROPERTY(QVariant discounts READ discounts NOTIFY shown)
    Q_PROPERTY(QVariant tax READ tax NOTIFY shown)
    Q_PROPERTY(QVariant total READ total NOTIFY shown)
    Q_PROPERTY(int lineCount READ lineCount NOTIFY shown)
    Q_PROPERTY(QVariant orderedOn READ orderedOn NOTIFY shown)
    Q_PROPERTY(QVariant requestedOn READ requestedOn NOTIFY shown)
    Q_PROPERTY(QVariant shippedOn READ shippedOn NOTIFY shown)
    Q_PROPERTY(QVariant submittedAt READ submittedAt NOTIFY shown)
    Q_PROPERTY(QString shipTo READ shipTo NOTIFY shown)
    Q_PROPERTY(QString notes READ notes NOTIFY shown)
    Q_PROPERTY(QString cancelReason READ cancelReason NOTIFY shown)
    Q_PROPERTY(QString signature READ signature NOTIFY shown)
    Q_PROPERTY(QString signedBy READ signedBy NOTIFY shown)
    Q_PROPERTY(QVariant signedAt READ signedAt NOTIFY shown)
    // Whether its state lets it be cancelled; who may is for the rules to say.
    Q_PROPERTY(bool canCancel READ canCancel NOTIFY shown)

public:
    using fieldbook::client::RecordView::RecordView;

    [[nodiscard]] QString number() const { return text("number"); }
    [[nodiscard]] QString customerId() const;
    [[nodiscard]] QString customerName() const { return toQt(order_.row.customerName); }
    [[nodiscard]] QString ownerName() const { return toQt(order_.row.ownerName); }
    [[nodiscard]] QString orderState() const { return text("state"); }
    [[nodiscard]] QString syncMark() const { return markName(order_.row.mark); }
    [[nodiscard]] QString currency() const { return text("currency"); }
    [[nodiscard]] QString priceListName() const { return toQt(order_.priceListName); }
    [[nodiscard]] QVariant goods() const { return amount("goods_total"); }
    [[nodiscard]] QVariant discounts() const { return amount("discount_total"); }
    [[nodiscard]] QVariant tax() const { return amount("tax_total"); }
    [[nodiscard]] QVariant total() const { return amount("total"); }
    [[nodiscard]] int lineCount() const;
    [[nodiscard]] QVariant orderedOn() const { return value<Date>("ordered_on"); }
    [[nodiscard]] QVariant requestedOn() const { return value<Date>("requested_on"); }
    [[nodiscard]] QVariant shippedOn() const { return value<Date>("shipped_on"); }
    [[nodiscard]] QVariant submittedAt() const { return value<Timestamp>("submitted_at"); }
    [[nodiscard]] QString shipTo() const { return text("ship_to"); }
    [[nodiscard]] QString notes() const { return text("notes"); }
    [[nodiscard]] QString cancelReason() const { return text("cancel_reason"); }
    [[nodiscard]] QString signature() const { return text("signature"); }
    [[nodiscard]] QString signedBy() const { return text("signed_by"); }
    [[nodiscard]] QVariant signedAt() const { return value<Timestamp>("signed_at"); }
    [[nodiscard]] bool canCancel() const;

    Q_INVOKABLE void cancel(const QString& reason);

protected:
    void load(int asking) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override;

private:
    struct Order {
        std::optional<Record> record;
        OrderRow row;
        std::string priceListName;
        bool arriving = false;
    };
    [[nodiscard]] static Order read(Queries& store, const Uuid& id);

    [[nodiscard]] QString text(std::string_view field) const;
    [[nodiscard]] QVariant amount(std::string_view field) const;
    template <class T>
    [[nodiscard]] QVariant value(std::string_view field) const
    {
        const T* held = order_.record ? std::get_if<T>(&order_.record->get(field)) : nullptr;
        return held != nullptr ? QVariant::fromValue(toQt(*held)) : QVariant{};
    }

    Order order_;
};

} // namespace fieldbook::client
