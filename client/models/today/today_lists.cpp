#include "client/models/today/today_lists.h"

#include <algorithm>

namespace fieldbook::client {
namespace {

// Two screens of them.
constexpr std::size_t remindersAtOnce = 20;

} // namespace

TodayVisits::TodayVisits(QObject* parent)
    : fieldbook::client::ListModel{parent},
      rows_{*this,
            [](const VisitRow& row) { return toQt(row.id); },
            {
                {"recordId", [](const VisitRow& row) { return toQt(row.id); }},
                {"customerId", [](const VisitRow& row) { return toQt(row.customer); }},
                {"customerName", [](const VisitRow& row) { return toQt(row.customerName); }},
                {"kind", [](const VisitRow& row) { return toQt(row.kind); }},
                {"visitState", [](const VisitRow& row) { return toQt(row.state); }},
                {"purpose", [](const VisitRow& row) { return toQt(row.purpose); }},
                {"plannedAt", [](const VisitRow& row) { return toQt(row.plannedAt); }},
                {"checkInAt", [](const VisitRow& row) { return toQt(row.checkInAt); }},
                {"checkOutAt", [](const VisitRow& row) { return toQt(row.checkOutAt); }},
                {"syncMark", [](const VisitRow& row) { return markName(row.mark); }},
            }}
{}

TodayReminders::TodayReminders(QObject* parent)
    : fieldbook::client::ListModel{parent},
      rows_{*this,
            [](const Entry& row) { return toQt(row.reminder.id); },
            {
                {"recordId", [](const Entry& row) { return toQt(row.reminder.id); }},
                {"subject", [](const Entry& row) { return toQt(row.reminder.title); }},
                {"customerName", [](const Entry& row) { return toQt(row.reminder.customerName); }},
                {"kind", [](const Entry& row) { return toQt(row.reminder.kind); }},
                {"dueAt", [](const Entry& row) { return toQt(row.reminder.dueAt); }},
                {"section",
                 [](const Entry& row) {
                     return row.overdue ? QStringLiteral("overdue") : QStringLiteral("today");
                 }},
                {"syncMark", [](const Entry& row) { return markName(row.reminder.mark); }},
            }},
      ofEach_{remindersAtOnce}
{}

void TodayReminders::show(std::vector<ReminderRow> overdue, std::vector<ReminderRow> dueToday)
{
    overdue_ = std::move(overdue);
    dueToday_ = std::move(dueToday);
    showSome();
}

void TodayReminders::showSome()
{
    std::vector<Entry> entries;
    const auto take = [&](const std::vector<ReminderRow>& reminders, bool overdue) {
        for (std::size_t i = 0; i < std::min(reminders.size(), ofEach_); ++i) {
            entries.push_back({reminders[i], overdue});
        }
    };
    take(overdue_, true);
    take(dueToday_, false);
    rows_.apply(std::move(entries));
    emit shown();
}

int TodayReminders::overdueShown() const
{
    return static_cast<int>(std::min(overdue_.size(), ofEach_));
}

bool TodayReminders::hasMore() const
{
    return std::max(overdue_.size(), dueToday_.size()) > ofEach_;
}

void TodayReminders::showMore()
{
    ofEach_ += remindersAtOnce;
    showSome();
}

TodayAtRisk::TodayAtRisk(QObject* parent)
    : fieldbook::client::ListModel{parent},
      rows_{*this,
            [](const TodaySummary::AtRisk& row) { return toQt(row.customer); },
            {
                {"recordId", [](const TodaySummary::AtRisk& row) { return toQt(row.customer); }},
                {"name", [](const TodaySummary::AtRisk& row) { return toQt(row.name); }},
                {"phone", [](const TodaySummary::AtRisk& row) { return toQt(row.phone); }},
                {"daysSinceOrder",
                 [](const TodaySummary::AtRisk& row) {
                     return static_cast<int>(row.daysSinceOrder);
                 }},
                {"usualDays",
                 [](const TodaySummary::AtRisk& row) { return static_cast<int>(row.usualDays); }},
            }}
{}

} // namespace fieldbook::client
