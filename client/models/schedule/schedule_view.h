#pragma once

#include "client/models/app_context.h"
#include "client/models/schedule/event_list_model.h"
#include "client/models/today/today_lists.h"

#include <QDateTime>
#include <QPointer>
#include <QVariantList>

namespace fieldbook::client {

// Some days of the calendar: what takes place with its place on the wall of days, the same as a
// list by days, and the day of today beside it. Refreshes with every commit that touches it. GUI
// thread.
class ScheduleView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)
    Q_PROPERTY(
        fieldbook::client::ScheduleView::Span span READ span WRITE setSpan NOTIFY daysChanged)
    // On a narrow screen a week is three days from `day` on.
    Q_PROPERTY(bool narrow READ narrow WRITE setNarrow NOTIFY daysChanged)
    // Any moment of the day around which the days shown lie.
    Q_PROPERTY(QVariant day READ day WRITE setDay NOTIFY daysChanged)
    Q_PROPERTY(int dayCount READ dayCount NOTIFY daysChanged)
    // [{ date, today, weekend }] of the columns.
    Q_PROPERTY(QVariantList days READ days NOTIFY daysChanged)
    Q_PROPERTY(int week READ week NOTIFY daysChanged) // ISO 8601.
    // The column of today, or -1, and the minute of the day on the wall.
    Q_PROPERTY(int todayColumn READ todayColumn NOTIFY nowChanged)
    Q_PROPERTY(int nowMinute READ nowMinute NOTIFY nowChanged)
    Q_PROPERTY(QVariant now READ now NOTIFY nowChanged)
    Q_PROPERTY(fieldbook::client::ListModel::State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString errorCode READ errorCode NOTIFY stateChanged)
    Q_PROPERTY(fieldbook::client::EventListModel* timed READ timed CONSTANT)
    Q_PROPERTY(fieldbook::client::EventListModel* allDay READ allDay CONSTANT)
    // All of the days in order, an all-day one before the others, once.
    Q_PROPERTY(fieldbook::client::EventListModel* agenda READ agenda CONSTANT)
    Q_PROPERTY(fieldbook::client::EventListModel* today READ today CONSTANT)
    Q_PROPERTY(int allDayLines READ allDayLines NOTIFY shown)
    // Open reminders whose time is past, the oldest first: how many, and the first of them.
    Q_PROPERTY(int overdueCount READ overdueCount NOTIFY shown)
    Q_PROPERTY(QString overdueId READ overdueId NOTIFY shown)
    Q_PROPERTY(QString overdueTitle READ overdueTitle NOTIFY shown)
    Q_PROPERTY(QVariant overdueAt READ overdueAt NOTIFY shown)

public:
    enum class Span { Day, Week, Agenda };
    Q_ENUM(Span)

    explicit ScheduleView(QObject* parent = nullptr);

    [[nodiscard]] AppContext* app() const { return app_; }
    void setApp(AppContext* app);
    [[nodiscard]] Span span() const { return span_; }
    void setSpan(Span span);
    [[nodiscard]] bool narrow() const { return narrow_; }
    void setNarrow(bool narrow);
    [[nodiscard]] QVariant day() const { return toQt(day_); }
    void setDay(const QVariant& day);
    [[nodiscard]] int dayCount() const;
    [[nodiscard]] QVariantList days() const;
    [[nodiscard]] int week() const;
    [[nodiscard]] int todayColumn() const;
    [[nodiscard]] int nowMinute() const;
    [[nodiscard]] QVariant now() const;
    [[nodiscard]] ListModel::State state() const { return state_; }
    [[nodiscard]] const QString& errorCode() const { return errorCode_; }
    [[nodiscard]] EventListModel* timed() const { return timed_; }
    [[nodiscard]] EventListModel* allDay() const { return allDay_; }
    [[nodiscard]] EventListModel* agenda() const { return agenda_; }
    [[nodiscard]] EventListModel* today() const { return today_; }
    [[nodiscard]] int allDayLines() const { return allDayLines_; }
    [[nodiscard]] int overdueCount() const { return static_cast<int>(overdue_.size()); }
    [[nodiscard]] QString overdueId() const
    {
        return overdue_.empty() ? QString{} : toQt(overdue_.front().id);
    }
    [[nodiscard]] QString overdueTitle() const
    {
        return overdue_.empty() ? QString{} : toQt(overdue_.front().title);
    }
    [[nodiscard]] QVariant overdueAt() const
    {
        return overdue_.empty() ? QVariant{} : QVariant{toQt(overdue_.front().dueAt)};
    }

    // One span back (-1) or ahead (1); to the day of today (0).
    Q_INVOKABLE void turn(int spans);
    Q_INVOKABLE void reload();
    // The minute has changed.
    Q_INVOKABLE void tick();
    // The wall time of a place in the wall of days, for a new entry.
    Q_INVOKABLE [[nodiscard]] QDateTime momentAt(int column, int minute) const;
    // Puts an entry elsewhere; of a repeating appointment this one time. Says moved() or refused().
    Q_INVOKABLE void
    move(const QString& type, const QString& id, const QDateTime& begins, int column, int minute);
    // Puts back what was moved last.
    Q_INVOKABLE void undoMove();

signals:
    void appChanged();
    void daysChanged();
    void nowChanged();
    void stateChanged();
    void shown();
    // `once`: only this time of a series was moved, for good.
    void moved(bool once);
    void refused(const QString& text);

private:
    struct Reading {
        std::vector<ScheduleRow> rows;
        std::vector<ScheduleRow> today;
        std::vector<ReminderRow> overdue;
    };
    [[nodiscard]] Zone zone() const;
    [[nodiscard]] Date firstDay() const;
    void load(bool anew);
    void show(Reading reading, bool anew);
    void moveTo(const QString& type, const Record& record, Timestamp begins, Timestamp to);
    void setState(ListModel::State state, const QString& errorCode = {});

    QPointer<AppContext> app_;
    Span span_ = Span::Week;
    bool narrow_ = false;
    Date day_{};
    ListModel::State state_ = ListModel::State::Loading;
    QString errorCode_;
    EventListModel* timed_;
    EventListModel* allDay_;
    EventListModel* agenda_;
    EventListModel* today_;
    int allDayLines_ = 0;
    std::vector<ReminderRow> overdue_;
    // What undoMove() writes back.
    Uuid lastMoved_;
    std::vector<std::pair<std::string, Value>> before_;
    int asked_ = 0;
};

} // namespace fieldbook::client
