#include "client/models/sync/sync_state.h"

#include <QVariantMap>
#include <algorithm>

namespace fieldbook::client {

SyncState::SyncState(AppContext& app, QObject* parent) : QObject{parent}, app_{app}
{
    connect(&app_, &AppContext::storeChanged, this, [this](const StoreChange& change) {
        if (change.status) {
            reload();
        }
    });
    reload();
}

void SyncState::take(const sync::Status& status)
{
    sync_ = status;
    emit changed();
}

SyncState::Phase SyncState::phase() const
{
    using sync::Status;
    if (!store_.signedIn || sync_.push.phase == Status::Phase::SignedOut) {
        return Phase::SignedOut;
    }
    const bool offline = sync_.push.phase == Status::Phase::Offline ||
                         (sync_.pull.phase == Status::Phase::Retrying && !sync_.live);
    if (offline) {
        return Phase::Offline;
    }
    if (store_.waiting == 0) {
        return Phase::AllSent;
    }
    return sync_.push.phase == Status::Phase::Working ? Phase::Sending : Phase::Waiting;
}

QVariant SyncState::lastContact() const
{
    return toQt(sync_.lastContact ? sync_.lastContact
                                  : std::max(store_.lastPulledAt, store_.lastPushedAt));
}

QVariantList SyncState::unsent() const
{
    QVariantList list;
    for (const StoreStatus::Unsent& each : store_.unsent) {
        list.append(QVariantMap{{QStringLiteral("type"), toQt(each.type)},
                                {QStringLiteral("created"), static_cast<int>(each.created)},
                                {QStringLiteral("changed"), static_cast<int>(each.changed)},
                                {QStringLiteral("deleted"), static_cast<int>(each.deleted)}});
    }
    return list;
}

void SyncState::reload()
{
    app_.read([now = app_.now()](Queries& store) { return store.status(now); })
        .then(this,
              [this](StoreStatus status) {
                  if (!(store_ == status)) {
                      store_ = std::move(status);
                      emit changed();
                  }
              })
        .onFailed(this, [](const std::runtime_error&) {
            // The pages say that the store cannot be read; the chip keeps what it knew.
        });
}

} // namespace fieldbook::client
