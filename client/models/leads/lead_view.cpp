#include "client/models/leads/lead_view.h"

namespace fieldbook::client {

bool LeadView::open() const
{
    return detail_.row.stage != "converted" && detail_.row.stage != "disqualified";
}

QVariantList LeadView::assignees() const
{
    QVariantList list;
    for (const auto& [id, name] : detail_.assignees) {
        list.append(
            QVariantMap{{QStringLiteral("value"), toQt(id)}, {QStringLiteral("text"), toQt(name)}});
    }
    return list;
}

void LeadView::load(int asking)
{
    app()
        ->read([id = toId(recordId())](Queries& store) { return store.lead(id); })
        .then(this,
              [this, asking](std::optional<LeadDetail> detail) {
                  if (!isCurrent(asking)) {
                      return;
                  }
                  detail_ = detail.value_or(LeadDetail{});
                  emit shown();
                  setState(detail ? ListModel::State::Ready : ListModel::State::Empty);
              })
        .onFailed(this, [this, asking](const std::runtime_error&) {
            if (isCurrent(asking)) {
                setState(ListModel::State::Failed, QStringLiteral("store.read"));
            }
        });
}

bool LeadView::concerns(const StoreChange& change) const
{
    return change.touches(toId(recordId()));
}

void LeadView::giveUp(const QString& reason)
{
    act("lead.disqualify", {{QStringLiteral("reason"), reason.trimmed()}});
}

void LeadView::assign(const QString& userId, const QString& reason)
{
    QVariantMap arguments{{QStringLiteral("owner"), userId}};
    // Two managers at once: the second is told.
    if (!detail_.owner.isNil()) {
        arguments.insert(QStringLiteral("from"), toQt(detail_.owner));
    }
    if (!reason.trimmed().isEmpty()) {
        arguments.insert(QStringLiteral("reason"), reason.trimmed());
    }
    act("lead.assign", arguments);
}

} // namespace fieldbook::client
