#include "client/models/orders/unfinished_order_model.h"

#include "client/local/order_submission.h"

namespace fieldbook::client {
namespace {

constexpr std::string_view keyPrefix = "order:";

std::vector<UnfinishedOrder> unfinished(Queries& store)
{
    std::vector<UnfinishedOrder> rows;
    for (const std::string& key : store.draftKeys(keyPrefix)) {
        const auto customer = Uuid::parse(std::string_view{key}.substr(keyPrefix.size()));
        const auto order = customer ? loadOrder(store, *customer) : std::nullopt;
        if (order && order->draft && !order->draft->isBlank()) {
            rows.push_back({*customer, order->basis.name, order->draft->number,
                            static_cast<std::int64_t>(order->draft->lines.size())});
        }
    }
    return rows;
}

} // namespace

UnfinishedOrderModel::UnfinishedOrderModel(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Nothing, parent},
      rows_{*this,
            [](const UnfinishedOrder& row) { return toQt(row.customer); },
            {
                {"customerId", [](const UnfinishedOrder& row) { return toQt(row.customer); }},
                {"customerName", [](const UnfinishedOrder& row) { return toQt(row.customerName); }},
                {"number", [](const UnfinishedOrder& row) { return toQt(row.number); }},
                {"lineCount", [](const UnfinishedOrder& row) { return toQt(row.lines); }},
            }}
{}

void UnfinishedOrderModel::load(Load how) { ask(how, rows_, unfinished); }

bool UnfinishedOrderModel::concerns(const StoreChange& change) const
{
    return change.touches("order");
}

} // namespace fieldbook::client
