#include "client/models/schedule/reminder_list_model.h"

namespace fieldbook::client {

ReminderListModel::ReminderListModel(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Nothing, parent},
      rows_{*this,
            [](const ReminderRow& row) { return toQt(row.id); },
            {
                {"recordId", [](const ReminderRow& row) { return toQt(row.id); }},
                {"customerId", [](const ReminderRow& row) { return toQt(row.customer); }},
                {"leadId", [](const ReminderRow& row) { return toQt(row.lead); }},
                {"subject", [](const ReminderRow& row) { return toQt(row.title); }},
                {"customerName", [](const ReminderRow& row) { return toQt(row.customerName); }},
                {"kind", [](const ReminderRow& row) { return toQt(row.kind); }},
                {"reminderState", [](const ReminderRow& row) { return toQt(row.state); }},
                {"dueAt", [](const ReminderRow& row) { return toQt(row.dueAt); }},
                {"snoozed", [](const ReminderRow& row) { return row.snoozed; }},
                {"recurrence", [](const ReminderRow& row) { return toQt(row.recurrence); }},
                {"syncMark", [](const ReminderRow& row) { return markName(row.mark); }},
            }}
{}

void ReminderListModel::load(Load how)
{
    ask(how, rows_, [id = toId(recordId()), done = alsoDone_](Queries& store) {
        return store.reminders(id, done);
    });
}

bool ReminderListModel::concerns(const StoreChange& change) const
{
    return change.touches("reminder");
}

} // namespace fieldbook::client
