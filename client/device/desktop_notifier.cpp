#include "client/device/notifier.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusInterface>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QHash>
#include <QPointer>

namespace fieldbook::client {
namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");

// The freedesktop.org Desktop Notifications Specification, version 1.2.
class DesktopNotifier final : public Notifier {
    Q_OBJECT

public:
    explicit DesktopNotifier(const QDBusConnection& bus)
        : bus_{bus}, interface_{service, path, service, bus}
    {
        bus_.connect(service, path, service, QStringLiteral("ActionInvoked"), this,
                     SLOT(onAction(uint, QString)));
        bus_.connect(service, path, service, QStringLiteral("NotificationClosed"), this,
                     SLOT(onClosed(uint, uint)));
    }

    void show(const Note& note) override
    {
        QStringList actions{QStringLiteral("default"), QString{}};
        if (note.offers == Offers::Everything) {
            actions << QStringLiteral("done") << note.done << QStringLiteral("later") << note.later;
        }
        constexpr int systemDecides = -1;
        auto* call = new QDBusPendingCallWatcher{
            interface_.asyncCall(QStringLiteral("Notify"), QStringLiteral("Fieldbook"),
                                 ids_.value(note.key, 0U), QStringLiteral("fieldbook"), note.title,
                                 note.text, actions, QVariantMap{}, systemDecides),
            this};
        connect(call, &QDBusPendingCallWatcher::finished, this,
                [this, key = note.key](QDBusPendingCallWatcher* done) {
                    const QDBusPendingReply<uint> id = *done;
                    if (id.isValid()) {
                        ids_.insert(key, id.value());
                    }
                    done->deleteLater();
                });
    }

    void withdraw(const QString& key) override
    {
        if (ids_.contains(key)) {
            interface_.asyncCall(QStringLiteral("CloseNotification"), ids_.take(key));
        }
    }

private slots:
    void onAction(uint id, const QString& action)
    {
        const QString key = ids_.key(id);
        if (!key.isEmpty()) {
            emit answered(key, action == QLatin1String("done")    ? Answer::Done
                               : action == QLatin1String("later") ? Answer::Later
                                                                  : Answer::Open);
        }
    }

    void onClosed(uint id, uint /*reason*/) { ids_.remove(ids_.key(id)); }

private:
    QDBusConnection bus_;
    QDBusInterface interface_;
    QHash<QString, uint> ids_;
};

} // namespace

std::unique_ptr<Notifier> makeDesktopNotifier()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected() || bus.interface() == nullptr) {
        return nullptr;
    }
    const bool runs = bus.interface()->isServiceRegistered(service);
    const bool starts =
        runs || bus.interface()->activatableServiceNames().value().contains(service);
    return starts ? std::make_unique<DesktopNotifier>(bus) : nullptr;
}

} // namespace fieldbook::client

#include "desktop_notifier.moc"
