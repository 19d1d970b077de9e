#pragma once

#include "client/device/notifier.h"
#include "client/models/schedule/reminder_actions.h"
#include "client/models/schedule/reminder_alarm.h"

#include <map>
#include <memory>

namespace fieldbook::client {

// Hands what rings to the system's notifications, and does what a person answers there. Many at
// once (after a weekend, say) become one notification. GUI thread.
class ReminderNotices : public QObject {
    Q_OBJECT

public:
    // Without a notifier it does nothing.
    ReminderNotices(ReminderAlarm& alarm,
                    AppContext& app,
                    std::unique_ptr<Notifier> notifier,
                    QObject* parent = nullptr);

    // The tablet is locked: what is shown of customers goes.
    void hide();

signals:
    void opened(const QString& type, const QString& recordId);

private:
    void show(const std::vector<ReminderRow>& rows);
    // That something is due, and nothing of what or of whom.
    void showUnread();
    void answer(const QString& key, Notifier::Answer answer);
    void withdraw(const QString& recordId);

    std::unique_ptr<Notifier> notifier_;
    ReminderActions actions_;
    std::map<QString, ReminderRow> shown_; // By key.
};

} // namespace fieldbook::client
