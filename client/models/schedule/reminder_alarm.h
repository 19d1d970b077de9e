#pragma once

#include "client/models/app_context.h"
#include "client/models/roles.h"

#include <QtQml/qqmlregistration.h>

#include <QDateTime>
#include <QTimer>
#include <QVariantList>
#include <optional>
#include <set>

namespace fieldbook::client {

// Rings reminders and appointments when their moment comes, while the app runs: each once for each
// due moment, whatever the clock does meanwhile (it jumps, the tablet sleeps, the app is started
// anew). One timer, set to the next moment but never to more than a minute, so that a clock that
// jumped is noticed. What has rung is kept in the store beside the drafts. GUI thread.
class ReminderAlarm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)
    // What rings and was not answered, the oldest first; its first for the banner.
    Q_PROPERTY(int count READ count NOTIFY ringingChanged)
    Q_PROPERTY(QString recordId READ recordId NOTIFY ringingChanged)
    Q_PROPERTY(QString recordType READ recordType NOTIFY ringingChanged)
    Q_PROPERTY(QString title READ title NOTIFY ringingChanged)
    Q_PROPERTY(QString customerName READ customerName NOTIFY ringingChanged)
    Q_PROPERTY(QVariant dueAt READ dueAt NOTIFY ringingChanged)

public:
    explicit ReminderAlarm(QObject* parent = nullptr);

    [[nodiscard]] AppContext* app() const { return app_; }
    void setApp(AppContext* app);
    [[nodiscard]] int count() const { return static_cast<int>(ringing_.size()); }
    [[nodiscard]] QString recordId() const
    {
        return ringing_.empty() ? QString{} : toQt(ringing_.front().id);
    }
    [[nodiscard]] QString recordType() const;
    [[nodiscard]] QString title() const
    {
        return ringing_.empty() ? QString{} : toQt(ringing_.front().title);
    }
    [[nodiscard]] QString customerName() const
    {
        return ringing_.empty() ? QString{} : toQt(ringing_.front().customerName);
    }
    [[nodiscard]] QVariant dueAt() const
    {
        return ringing_.empty() ? QVariant{} : QVariant{toQt(ringing_.front().dueAt)};
    }

    // Looks at the clock and the store now; the timer and every commit do so by themselves.
    void check();
    // How long the timer rests, in milliseconds; -1 while an answer is awaited.
    [[nodiscard]] int wakesIn() const { return timer_.isActive() ? timer_.interval() : -1; }
    // The banner's first was seen: the next shows.
    Q_INVOKABLE void dismiss();
    // All of them.
    Q_INVOKABLE void dismissAll();

signals:
    void appChanged();
    void ringingChanged();
    // What has just begun to ring, for the system's notifications.
    void rang(const std::vector<fieldbook::client::ReminderRow>& rows);
    // Something is due that cannot be read, for the tablet is locked.
    void rangUnread();
    // No longer due: done, snoozed or gone.
    void settled(const QString& recordId);

private:
    // A record and when it was due.
    using Moment = std::pair<Uuid, std::int64_t>;

    void start();
    void take(std::vector<ReminderRow> rows);
    void settle(const std::vector<ReminderRow>& due);
    void keep();
    void arm(const std::vector<ReminderRow>& rows);

    AppContext* app_ = nullptr;
    QTimer timer_;
    std::vector<ReminderRow> ringing_;
    std::set<Moment> rung_;
    // A new tablet is silent about what was due before it came; Today lists it.
    std::int64_t since_ = 0;
    bool started_ = false;
    std::optional<Timestamp> next_; // When the next one is due, as last read.
    int asked_ = 0;
};

} // namespace fieldbook::client
