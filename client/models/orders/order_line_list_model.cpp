#include "client/models/orders/order_line_list_model.h"

#include "shared/rules/totals.h"

namespace fieldbook::client {
namespace {

// The same line without its discount; undefined where there is none.
QVariant goodsOf(const OrderLineRow& row)
{
    if (row.discount == 0) {
        return {};
    }
    const auto goods = rules::lineTotal({row.quantity, row.unitPrice.minor(), 0, row.taxRate});
    return goods ? QVariant::fromValue<qlonglong>(*goods) : QVariant{};
}

QVariant totalOf(const OrderLineRow& row)
{
    if (row.lineTotal) {
        return minorOf(row.lineTotal);
    }
    const auto total =
        rules::lineTotal({row.quantity, row.unitPrice.minor(), row.discount, row.taxRate});
    return total ? QVariant::fromValue<qlonglong>(*total) : QVariant{};
}

} // namespace

OrderLineListModel::OrderLineListModel(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Record, parent},
      rows_{*this,
            [](const OrderLineRow& row) { return toQt(row.id); },
            {
                {"recordId", [](const OrderLineRow& row) { return toQt(row.id); }},
                {"productId", [](const OrderLineRow& row) { return toQt(row.product); }},
                {"code", [](const OrderLineRow& row) { return toQt(row.code); }},
                {"name", [](const OrderLineRow& row) { return toQt(row.name); }},
                {"unit", [](const OrderLineRow& row) { return toQt(row.unit); }},
                {"quantity",
                 [](const OrderLineRow& row) { return static_cast<double>(row.quantity) / 1'000; }},
                {"priceMinor", [](const OrderLineRow& row) { return toQt(row.unitPrice.minor()); }},
                {"currency",
                 [](const OrderLineRow& row) { return toQt(row.unitPrice.currency().code()); }},
                {"percentOff",
                 [](const OrderLineRow& row) { return static_cast<double>(row.discount) / 100; }},
                {"goodsMinor", goodsOf},
                {"totalMinor", totalOf},
            }}
{}

void OrderLineListModel::load(Load how)
{
    ask(how, rows_, [id = toId(recordId())](Queries& store) { return store.orderLines(id); });
}

bool OrderLineListModel::concerns(const StoreChange& change) const
{
    return change.touches(toId(recordId())) || change.touches("order_line");
}

} // namespace fieldbook::client
