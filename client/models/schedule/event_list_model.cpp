#include "client/models/schedule/event_list_model.h"

#include "client/models/roles.h"

namespace fieldbook::client {
namespace {

// The theme's word for the colour of an entry (EventBlock.qml).
QString lookOf(const ScheduleRow& row)
{
    if (row.kind == "call" || row.kind == "phone") {
        return QStringLiteral("call");
    }
    return row.type == "appointment" ? QStringLiteral("own") : toQt(row.type);
}

bool isDone(const ScheduleRow& row) { return row.state == "done"; }

// Reminders that repeat stand where their rule puts them; of visits only those not yet begun move.
bool isMovable(const PlacedEvent& event)
{
    const ScheduleRow& row = event.row;
    return row.type == "appointment" || (row.type == "visit" && row.state == "planned") ||
           (row.type == "reminder" && row.state == "open" && !row.recurring);
}

QString keyOf(const PlacedEvent& event)
{
    return toQt(event.row.id) + QLatin1Char('@') + QString::number(toMillis(event.row.startsAt)) +
           QLatin1Char('/') + QString::number(event.day);
}

// A visit is named by whom it is to, and its purpose stands below.
QString headOf(const ScheduleRow& row)
{
    return toQt(row.type == "visit" && !row.customerName.empty() ? row.customerName : row.title);
}

QString lineOf(const ScheduleRow& row)
{
    if (row.type == "visit") {
        return toQt(row.title);
    }
    const QString customer = toQt(row.customerName);
    const QString place = toQt(row.place);
    return customer.isEmpty() || place.isEmpty() ? customer + place
                                                 : customer + QStringLiteral(" · ") + place;
}

} // namespace

EventListModel::EventListModel(QObject* parent)
    : fieldbook::client::ListModel{parent},
      rows_{*this,
            keyOf,
            {
                {"recordId", [](const PlacedEvent& event) { return toQt(event.row.id); }},
                {"recordType", [](const PlacedEvent& event) { return toQt(event.row.type); }},
                {"look", [](const PlacedEvent& event) { return lookOf(event.row); }},
                {"subject", [](const PlacedEvent& event) { return headOf(event.row); }},
                {"line", [](const PlacedEvent& event) { return lineOf(event.row); }},
                {"customerId", [](const PlacedEvent& event) { return toQt(event.row.customer); }},
                {"startsAt", [](const PlacedEvent& event) { return toQt(event.row.startsAt); }},
                {"endsAt", [](const PlacedEvent& event) { return toQt(event.row.endsAt); }},
                {"allDay", [](const PlacedEvent& event) { return event.row.allDay; }},
                {"repeats", [](const PlacedEvent& event) { return event.row.recurring; }},
                {"finished", [](const PlacedEvent& event) { return isDone(event.row); }},
                {"overdue",
                 [this](const PlacedEvent& event) {
                     return event.row.type == "reminder" && event.row.state == "open" &&
                            event.row.startsAt < now_;
                 }},
                {"movable", isMovable},
                {"dayColumn", [](const PlacedEvent& event) { return event.day; }},
                {"dayCount", [](const PlacedEvent& event) { return event.days; }},
                {"startMinute", [](const PlacedEvent& event) { return event.startMinute; }},
                {"endMinute", [](const PlacedEvent& event) { return event.endMinute; }},
                {"lane", [](const PlacedEvent& event) { return event.lane; }},
                {"lanes", [](const PlacedEvent& event) { return event.lanes; }},
                {"syncMark", [](const PlacedEvent& event) { return markName(event.row.mark); }},
            }}
{}

void EventListModel::show(std::vector<PlacedEvent> events, Timestamp now, bool anew)
{
    now_ = now;
    anew ? rows_.replace(std::move(events)) : rows_.apply(std::move(events));
}

int EventListModel::columnAt(int row) const
{
    return row >= 0 && row < rows_.count() ? rows_.at(row).day : -1;
}

} // namespace fieldbook::client
