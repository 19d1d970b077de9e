#include "client/models/orders/order_list_model.h"

namespace fieldbook::client {

OrderListModel::OrderListModel(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Nothing, parent},
      rows_{*this,
            [](const OrderRow& row) { return toQt(row.id); },
            {
                {"recordId", [](const OrderRow& row) { return toQt(row.id); }},
                {"customerId", [](const OrderRow& row) { return toQt(row.customer); }},
                {"visitId", [](const OrderRow& row) { return toQt(row.visit); }},
                {"number", [](const OrderRow& row) { return toQt(row.number); }},
                {"customerName", [](const OrderRow& row) { return toQt(row.customerName); }},
                {"ownerName", [](const OrderRow& row) { return toQt(row.ownerName); }},
                {"orderState", [](const OrderRow& row) { return toQt(row.state); }},
                {"orderedOn", [](const OrderRow& row) { return toQt(row.orderedOn); }},
                {"requestedOn", [](const OrderRow& row) { return toQt(row.requestedOn); }},
                {"totalMinor", [](const OrderRow& row) { return minorOf(row.total); }},
                {"currency", [](const OrderRow& row) { return currencyOf(row.total); }},
                {"lineCount", [](const OrderRow& row) { return toQt(row.lines); }},
                {"syncMark", [](const OrderRow& row) { return markName(row.mark); }},
            }}
{}

void OrderListModel::load(Load how)
{
    ask(how, rows_,
        [query = OrderQuery{toId(recordId()), state_.toStdString(), search_.toStdString(), 200}](
            Queries& store) { return store.orders(query); });
}

bool OrderListModel::concerns(const StoreChange& change) const
{
    return change.touches("order") || change.touches("customer");
}

} // namespace fieldbook::client
