#pragma once

#include "client/models/app_context.h"
#include "client/models/roles.h"
#include "shared/sync/replica.h"

#include <QVariantList>

namespace fieldbook::client {

// How the tablet stands with the server, for the chip on every page and the sync page: what waits
// and since when, what needs somebody, what the connection does. Neutral while nobody has to do
// anything. GUI thread.
class SyncState : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to Main by the composition root")
    Q_PROPERTY(Phase phase READ phase NOTIFY changed)
    Q_PROPERTY(bool signedIn READ signedIn NOTIFY changed)
    Q_PROPERTY(bool firstSyncDone READ firstSyncDone NOTIFY changed)
    // Somebody is signed in and not everything of theirs has come yet.
    Q_PROPERTY(bool arriving READ arriving NOTIFY changed)
    Q_PROPERTY(QString userName READ userName NOTIFY changed)
    Q_PROPERTY(QString userId READ userId NOTIFY changed)
    Q_PROPERTY(QString server READ server NOTIFY changed)
    Q_PROPERTY(QString deviceCode READ deviceCode NOTIFY changed)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    Q_PROPERTY(QVariant oldestWaiting READ oldestWaiting NOTIFY changed)
    Q_PROPERTY(int filesWaiting READ filesWaiting NOTIFY changed)
    Q_PROPERTY(double fileBytesWaiting READ fileBytesWaiting NOTIFY changed)
    Q_PROPERTY(int needYou READ needYou NOTIFY changed)
    Q_PROPERTY(QVariant lastContact READ lastContact NOTIFY changed)
    Q_PROPERTY(QVariant nextTryAt READ nextTryAt NOTIFY changed)
    Q_PROPERTY(QString errorCode READ errorCode NOTIFY changed)
    Q_PROPERTY(bool live READ live NOTIFY changed)
    Q_PROPERTY(int receivedToday READ receivedToday NOTIFY changed)
    Q_PROPERTY(int records READ records NOTIFY changed)
    Q_PROPERTY(int customers READ customers NOTIFY changed)
    Q_PROPERTY(double storeBytes READ storeBytes NOTIFY changed)
    // Not yet sent: [{ type, created, changed, deleted }].
    Q_PROPERTY(QVariantList unsent READ unsent NOTIFY changed)

public:
    enum class Phase { AllSent, Waiting, Sending, Offline, SignedOut };
    Q_ENUM(Phase)

    explicit SyncState(AppContext& app, QObject* parent = nullptr);

    // From the sync worker, through a queued call.
    void take(const sync::Status& status);

    [[nodiscard]] Phase phase() const;
    [[nodiscard]] bool signedIn() const { return store_.signedIn; }
    [[nodiscard]] bool firstSyncDone() const { return store_.firstSyncDone; }
    [[nodiscard]] bool arriving() const { return store_.signedIn && !store_.firstSyncDone; }
    [[nodiscard]] QString userName() const { return toQt(store_.userName); }
    [[nodiscard]] QString userId() const { return toQt(store_.user); }
    [[nodiscard]] QString server() const { return toQt(store_.server); }
    [[nodiscard]] QString deviceCode() const { return toQt(store_.deviceCode); }
    [[nodiscard]] int waiting() const { return static_cast<int>(store_.waiting); }
    [[nodiscard]] QVariant oldestWaiting() const { return toQt(store_.oldestWaiting); }
    [[nodiscard]] int filesWaiting() const { return static_cast<int>(store_.filesWaiting); }
    [[nodiscard]] double fileBytesWaiting() const
    {
        return static_cast<double>(store_.fileBytesWaiting);
    }
    [[nodiscard]] int needYou() const { return static_cast<int>(store_.needYou); }
    [[nodiscard]] QVariant lastContact() const;
    [[nodiscard]] QVariant nextTryAt() const { return toQt(sync_.nextTryAt); }
    [[nodiscard]] QString errorCode() const { return toQt(sync_.lastErrorCode); }
    [[nodiscard]] bool live() const { return sync_.live; }
    [[nodiscard]] int receivedToday() const { return static_cast<int>(store_.receivedToday); }
    [[nodiscard]] int records() const { return static_cast<int>(store_.records); }
    [[nodiscard]] int customers() const { return static_cast<int>(store_.customers); }
    [[nodiscard]] double storeBytes() const { return static_cast<double>(store_.storeBytes); }
    [[nodiscard]] QVariantList unsent() const;

signals:
    void changed();

private:
    void reload();

    AppContext& app_;
    StoreStatus store_;
    sync::Status sync_;
};

} // namespace fieldbook::client
