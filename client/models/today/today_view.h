#pragma once

#include "client/models/app_context.h"
#include "client/models/today/today_lists.h"

#include <QVariantList>

namespace fieldbook::client {

// The day as it stands: where to go next, what was promised, what is due, how the month and the
// week go. Refreshes with every commit that touches it and when the minute changes (QML calls
// reload). GUI thread.
class TodayView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)
    Q_PROPERTY(fieldbook::client::ListModel::State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString errorCode READ errorCode NOTIFY stateChanged)
    Q_PROPERTY(fieldbook::client::TodayVisits* visits READ visits CONSTANT)
    Q_PROPERTY(fieldbook::client::TodayReminders* reminders READ reminders CONSTANT)
    Q_PROPERTY(fieldbook::client::TodayAtRisk* atRisk READ atRisk CONSTANT)
    Q_PROPERTY(QString userName READ userName NOTIFY shown)
    Q_PROPERTY(int doneVisits READ doneVisits NOTIFY shown)
    Q_PROPERTY(int overdueCount READ overdueCount NOTIFY shown)
    Q_PROPERTY(int dueCount READ dueCount NOTIFY shown)
    Q_PROPERTY(int needYou READ needYou NOTIFY shown)
    Q_PROPERTY(double soldThisMonth READ soldThisMonth NOTIFY shown)
    Q_PROPERTY(QString currency READ currency NOTIFY shown)
    // [{ planned, done }] from Monday on.
    Q_PROPERTY(QVariantList week READ week NOTIFY shown)
    // The visit to go to: the one under way, otherwise the next planned; "" when there is none.
    Q_PROPERTY(QString nextId READ nextId NOTIFY shown)
    Q_PROPERTY(QString nextCustomerId READ nextCustomerId NOTIFY shown)
    Q_PROPERTY(QString nextCustomer READ nextCustomer NOTIFY shown)
    Q_PROPERTY(QString nextTier READ nextTier NOTIFY shown)
    Q_PROPERTY(QString nextContact READ nextContact NOTIFY shown)
    Q_PROPERTY(QString nextPhone READ nextPhone NOTIFY shown)
    Q_PROPERTY(QString nextAddress READ nextAddress NOTIFY shown)
    Q_PROPERTY(QVariant nextLatitude READ nextLatitude NOTIFY shown)
    Q_PROPERTY(QVariant nextLongitude READ nextLongitude NOTIFY shown)
    Q_PROPERTY(QVariant nextPlannedAt READ nextPlannedAt NOTIFY shown)
    Q_PROPERTY(bool nextUnderWay READ nextUnderWay NOTIFY shown)
    Q_PROPERTY(QString nextPromise READ nextPromise NOTIFY shown)
    Q_PROPERTY(QVariant nextLastOrderMinor READ nextLastOrderMinor NOTIFY shown)
    Q_PROPERTY(QVariant nextLastOrderOn READ nextLastOrderOn NOTIFY shown)

public:
    explicit TodayView(QObject* parent = nullptr);

    [[nodiscard]] AppContext* app() const { return app_; }
    void setApp(AppContext* app);
    [[nodiscard]] ListModel::State state() const { return state_; }
    [[nodiscard]] const QString& errorCode() const { return errorCode_; }
    [[nodiscard]] TodayVisits* visits() const { return visits_; }
    [[nodiscard]] TodayReminders* reminders() const { return reminders_; }
    [[nodiscard]] TodayAtRisk* atRisk() const { return atRisk_; }
    [[nodiscard]] const QString& userName() const { return userName_; }
    [[nodiscard]] int doneVisits() const { return doneVisits_; }
    [[nodiscard]] int overdueCount() const { return overdueCount_; }
    [[nodiscard]] int dueCount() const { return dueCount_; }
    [[nodiscard]] int needYou() const { return static_cast<int>(needYou_); }
    [[nodiscard]] double soldThisMonth() const { return static_cast<double>(sold_.minor()); }
    [[nodiscard]] QString currency() const { return toQt(sold_.currency().code()); }
    [[nodiscard]] const QVariantList& week() const { return week_; }
    [[nodiscard]] QString nextId() const { return toQt(next_.id); }
    [[nodiscard]] QString nextCustomerId() const { return toQt(next_.customer); }
    [[nodiscard]] QString nextCustomer() const { return toQt(next_.customerName); }
    [[nodiscard]] QString nextTier() const { return tierTag(next_.customerTier); }
    [[nodiscard]] QString nextContact() const;
    [[nodiscard]] QString nextPhone() const { return toQt(next_.contactPhone); }
    [[nodiscard]] QString nextAddress() const { return toQt(next_.customerAddress); }
    [[nodiscard]] QVariant nextLatitude() const
    {
        return next_.customerPosition ? QVariant{next_.customerPosition->latitude} : QVariant{};
    }
    [[nodiscard]] QVariant nextLongitude() const
    {
        return next_.customerPosition ? QVariant{next_.customerPosition->longitude} : QVariant{};
    }
    [[nodiscard]] QVariant nextPlannedAt() const { return toQt(next_.plannedAt); }
    [[nodiscard]] bool nextUnderWay() const { return next_.state == "in_progress"; }
    [[nodiscard]] QString nextPromise() const { return toQt(promise_); }
    [[nodiscard]] QVariant nextLastOrderMinor() const { return minorOf(lastOrder_); }
    [[nodiscard]] QVariant nextLastOrderOn() const { return toQt(lastOrderOn_); }

    Q_INVOKABLE void reload();
    // Ticks a reminder off; a recurring one moves to its next time. The page offers to take it back
    // with reopen().
    Q_INVOKABLE void complete(const QString& reminderId);
    Q_INVOKABLE void reopen(const QString& reminderId);

signals:
    void appChanged();
    void stateChanged();
    void shown();
    // The answer was no; the code for the page's message.
    void refused(const QString& code);

private:
    void show(TodaySummary summary, QString userName);
    void setState(ListModel::State state, const QString& errorCode = {});

    AppContext* app_ = nullptr;
    ListModel::State state_ = ListModel::State::Loading;
    QString errorCode_;
    TodayVisits* visits_;
    TodayReminders* reminders_;
    TodayAtRisk* atRisk_;
    QString userName_;
    VisitRow next_;
    std::string promise_;
    std::optional<Money> lastOrder_;
    std::optional<Date> lastOrderOn_;
    Money sold_;
    QVariantList week_;
    std::int64_t needYou_ = 0;
    int doneVisits_ = 0;
    int overdueCount_ = 0;
    int dueCount_ = 0;
    int asked_ = 0;
};

} // namespace fieldbook::client
