#pragma once

#include "client/models/app_context.h"
#include "client/models/roles.h"

#include <QtQml/qqmlregistration.h>

#include <QDateTime>
#include <QPointer>

namespace fieldbook::client {

// What a person does to a reminder wherever it shows: done, later, away. The last deed can be taken
// back. GUI thread.
class ReminderActions : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)

public:
    enum class Later { TenMinutes, OneHour, Tomorrow, NextWeek };
    Q_ENUM(Later)

    using QObject::QObject;

    [[nodiscard]] AppContext* app() const { return app_; }
    void setApp(AppContext* app);

    // Until when: in the morning at nine, next week on Monday.
    Q_INVOKABLE [[nodiscard]] QDateTime
    until(fieldbook::client::ReminderActions::Later later) const;
    // One that repeats goes on to its next time.
    Q_INVOKABLE void complete(const QString& id);
    Q_INVOKABLE void snooze(const QString& id, fieldbook::client::ReminderActions::Later later);
    Q_INVOKABLE void remove(const QString& id);
    Q_INVOKABLE void reopen(const QString& id);
    Q_INVOKABLE void undo();

signals:
    void appChanged();
    void completed(const QString& id, const QString& title);
    void snoozed(const QString& id, const QDateTime& until);
    void removed(const QString& id, const QString& title);
    void refused(const QString& text);

private:
    // Does it after keeping what the record was.
    void perform(const QString& id,
                 std::function<Result<void>(Recorder&, const Record&)> deed,
                 std::function<void(const Record&)> told);
    void fails(const QString& code);

    QPointer<AppContext> app_;
    std::optional<Record> before_;
    bool removed_ = false;
};

} // namespace fieldbook::client
