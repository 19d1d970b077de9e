#include "client/models/customers/customer_view.h"

namespace fieldbook::client {

QVariant CustomerView::latitude() const
{
    return detail_.row.position ? QVariant{detail_.row.position->latitude} : QVariant{};
}

QVariant CustomerView::longitude() const
{
    return detail_.row.position ? QVariant{detail_.row.position->longitude} : QVariant{};
}

void CustomerView::load(int asking)
{
    app()
        ->read([id = toId(recordId()), now = app()->now()](Queries& store) {
            return store.customer(id, now);
        })
        .then(this,
              [this, asking](std::optional<CustomerDetail> detail) {
                  if (!isCurrent(asking)) {
                      return;
                  }
                  detail_ = detail.value_or(CustomerDetail{});
                  emit shown();
                  setState(detail ? ListModel::State::Ready : ListModel::State::Empty);
              })
        .onFailed(this, [this, asking](const std::runtime_error&) {
            if (isCurrent(asking)) {
                setState(ListModel::State::Failed, QStringLiteral("store.read"));
            }
        });
}

void CustomerView::release(const QString& reason)
{
    // Who has it by now may not want that.
    act("customer.release", {{QStringLiteral("reason"), reason.trimmed()},
                             {QStringLiteral("from"), toQt(detail_.owner)}});
}

void CustomerView::protect()
{
    // As long as the company allows, unless that has just changed; then the act decides.
    QVariantMap arguments;
    if (detail_.mayProtectUntil) {
        arguments.insert(QStringLiteral("until"), toQt(toIsoDate(*detail_.mayProtectUntil)));
    }
    act("customer.protect", arguments);
}

bool CustomerView::concerns(const StoreChange& change) const
{
    // What hangs on the customer changes its figures; a commit does not say whose it was.
    return change.touches(toId(recordId())) || change.touches("contact") ||
           change.touches("visit") || change.touches("activity") || change.touches("opportunity") ||
           change.touches("order") || change.touches("reminder") || change.touches("appointment") ||
           change.touches("attachment");
}

} // namespace fieldbook::client
