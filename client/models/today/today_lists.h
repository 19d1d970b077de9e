#pragma once

#include "client/models/list_model.h"
#include "client/models/roles.h"

namespace fieldbook::client {

// The lists of the day's page. They are parts of one answer, so TodayView fills them together.

class TodayVisits : public fieldbook::client::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A part of TodayView")

public:
    explicit TodayVisits(QObject* parent);
    void show(std::vector<VisitRow> visits) { rows_.apply(std::move(visits)); }
    void broken() { fail(); }

private:
    Rows<VisitRow> rows_;
};

// Overdue reminders first, then those of the day; `section` is "overdue" or "today". Of each no
// more than a person can look over: whoever comes back after weeks may have hundreds.
class TodayReminders : public fieldbook::client::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A part of TodayView")
    Q_PROPERTY(int overdueShown READ overdueShown NOTIFY shown)
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY shown)

public:
    explicit TodayReminders(QObject* parent);
    void show(std::vector<ReminderRow> overdue, std::vector<ReminderRow> dueToday);
    void broken() { fail(); }

    [[nodiscard]] int overdueShown() const;
    [[nodiscard]] bool hasMore() const;
    // As many again, here and when the day is read anew.
    Q_INVOKABLE void showMore();

signals:
    void shown();

private:
    void showSome();

    struct Entry {
        ReminderRow reminder;
        bool overdue = false;

        friend bool operator==(const Entry&, const Entry&) = default;
    };

    Rows<Entry> rows_;
    std::vector<ReminderRow> overdue_;
    std::vector<ReminderRow> dueToday_;
    std::size_t ofEach_; // How many of each are shown.
};

class TodayAtRisk : public fieldbook::client::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A part of TodayView")

public:
    explicit TodayAtRisk(QObject* parent);
    void show(std::vector<TodaySummary::AtRisk> customers) { rows_.apply(std::move(customers)); }

private:
    Rows<TodaySummary::AtRisk> rows_;
};

} // namespace fieldbook::client
