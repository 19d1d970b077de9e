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

// Overdue reminders first, then those of the day; `section` is "overdue" or "today".
class TodayReminders : public fieldbook::client::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A part of TodayView")

public:
    explicit TodayReminders(QObject* parent);
    void show(std::vector<ReminderRow> overdue, std::vector<ReminderRow> dueToday);
    void broken() { fail(); }

private:
    struct Entry {
        ReminderRow reminder;
        bool overdue = false;

        friend bool operator==(const Entry&, const Entry&) = default;
    };

    Rows<Entry> rows_;
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
