#include "client/models/orders/order_view.h"

namespace fieldbook::client {

QString OrderView::text(std::string_view field) const
{
    return order_.record ? toQt(order_.record->textOf(field)) : QString{};
}

QVariant OrderView::amount(std::string_view field) const
{
    const auto* held = order_.record ? std::get_if<Money>(&order_.record->get(field)) : nullptr;
    return held != nullptr ? QVariant::fromValue<qlonglong>(held->minor()) : QVariant{};
}

QString OrderView::customerId() const
{
    return order_.record ? toQt(order_.record->referenceOf("customer")) : QString{};
}

int OrderView::lineCount() const
{
    return order_.record ? static_cast<int>(order_.record->integerOf("line_count")) : 0;
}

bool OrderView::canCancel() const
{
    const QString state = orderState();
    return state == QStringLiteral("draft") || state == QStringLiteral("submitted") ||
           state == QStringLiteral("confirmed");
}

OrderView::Order OrderView::read(Queries& store, const Uuid& id)
{
    Order order;
    order.record = store.record(id);
    if (!order.record || order.record->isDeleted()) {
        order.record.reset();
        return order;
    }
    if (const auto list = store.record(order.record->referenceOf("price_list"))) {
        order.priceListName = list->textOf("name");
    }
    if (const auto customer = store.record(order.record->referenceOf("customer"))) {
        order.row.customerName = customer->textOf("name");
    }
    if (const auto owner = store.person(order.record->referenceOf("owner"))) {
        order.row.ownerName = owner->name;
    }
    order.row.mark = store.markOf(id);
    order.arriving = store.isArriving(id);
    return order;
}

void OrderView::load(int asking)
{
    app()
        ->read([id = toId(recordId())](Queries& store) { return read(store, id); })
        .then(this,
              [this, asking](Order order) {
                  if (!isCurrent(asking)) {
                      return;
                  }
                  order_ = std::move(order);
                  emit shown();
                  setState(order_.arriving ? ListModel::State::Loading
                           : order_.record ? ListModel::State::Ready
                                           : ListModel::State::Empty);
              })
        .onFailed(this, [this, asking](const std::runtime_error&) {
            if (isCurrent(asking)) {
                setState(ListModel::State::Failed, QStringLiteral("store.read"));
            }
        });
}

bool OrderView::concerns(const StoreChange& change) const
{
    return change.touches(toId(recordId()));
}

void OrderView::cancel(const QString& reason)
{
    act("order.cancel", {{QStringLiteral("reason"), reason.trimmed()}});
}

} // namespace fieldbook::client
