#include "client/local/columns_read.h"
#include "client/local/local_queries.h"
#include "shared/calendar/recurrence.h"
#include "shared/db/record_table.h"
#include "shared/db/transaction.h"

#include <algorithm>

namespace fieldbook::client {
namespace {

// Of one appointment within what a page shows.
constexpr std::size_t occurrencesMax = 100;
// How far back an appointment may begin that still reaches into the range.
constexpr std::chrono::hours longestAppointment{24 * 14};
constexpr std::chrono::minutes visitLength{60};
constexpr std::chrono::minutes reminderLength{30};

Zone zoneOf(const Record& record, const Zone& otherwise)
{
    const auto zone = Zone::find(record.textOf("time_zone"));
    return zone ? *zone : otherwise;
}

// Its beginnings within the range, by its rule if it has one. A rule that cannot be read leaves the
// appointment where it began.
std::vector<Timestamp>
beginningsIn(const Record& record, Timestamp start, DayRange range, const Zone& home)
{
    const auto& rule = record.textOf("recurrence");
    auto recurrence =
        rule.empty() ? fail(ErrorKind::NotFound, "recurrence.none") : Recurrence::parse(rule);
    if (!recurrence) {
        const bool inside = start >= range.from && start < range.to;
        return inside ? std::vector{start} : std::vector<Timestamp>{};
    }
    const Zone zone = zoneOf(record, home);
    const LocalTime first = zone.toLocal(start);
    // Reminders have no days left out.
    const bool mayExcept = record.type().indexOf("except_on").has_value();
    if (const auto except = mayExcept ? valueOf<TextSet>(record, "except_on") : std::nullopt) {
        for (const std::string& day : *except) {
            if (const auto date = parseIsoDate(day)) {
                recurrence->except(
                    std::chrono::local_days{std::chrono::sys_days{*date}.time_since_epoch()} +
                    (first - std::chrono::floor<std::chrono::days>(first)));
            }
        }
    }
    return recurrence->occurrencesBetween(first, zone, range.from, range.to, occurrencesMax);
}

} // namespace

VisitRow LocalQueries::visitFrom(const Record& visit)
{
    VisitRow row;
    row.id = visit.id();
    row.customer = visit.referenceOf("customer");
    if (const auto customer =
            db::RecordTable::of(typeNamed("customer")).find(database_, row.customer)) {
        row.customerName = customer->textOf("name");
        row.customerTier = customer->textOf("tier");
        row.customerAddress = customer->textOf("address");
        row.customerPosition = valueOf<Geo>(*customer, "position");
    }
    auto contact = database_.prepare("SELECT name, title, phone FROM contact "
                                     "WHERE customer = :id AND deleted_at IS NULL "
                                     "AND left_company IS NOT 1 "
                                     "ORDER BY is_primary IS NOT 1, sort LIMIT 1");
    contact.bind(":id", row.customer);
    if (contact.step()) {
        row.contactName = contact.text(0);
        row.contactTitle = contact.text(1);
        row.contactPhone = contact.text(2);
    }
    row.kind = visit.textOf("kind");
    row.state = visit.textOf("state");
    row.purpose = visit.textOf("purpose");
    row.plannedAt = valueOf<Timestamp>(visit, "planned_at");
    row.plannedMinutes = visit.integerOf("planned_minutes");
    row.checkInAt = valueOf<Timestamp>(visit, "check_in_at");
    row.checkOutAt = valueOf<Timestamp>(visit, "check_out_at");
    row.verdict = visit.textOf("check_in_verdict");
    row.distance = valueOf<std::int64_t>(visit, "check_in_distance");
    row.mark = markOf(row.id);
    return row;
}

ReminderRow LocalQueries::reminderFrom(const Record& reminder)
{
    ReminderRow row;
    row.id = reminder.id();
    row.customer = reminder.referenceOf("customer");
    row.lead = reminder.referenceOf("lead");
    row.title = reminder.textOf("title");
    row.customerName =
        row.customer.isNil() ? nameOf("lead", row.lead) : nameOf("customer", row.customer);
    row.kind = reminder.textOf("kind");
    row.state = reminder.textOf("state");
    row.dueAt = valueOf<Timestamp>(reminder, "due_at").value_or(Timestamp{});
    const auto snoozed = valueOf<Timestamp>(reminder, "snoozed_until");
    row.snoozed = snoozed && *snoozed > row.dueAt;
    if (row.snoozed) {
        row.dueAt = *snoozed;
    }
    row.recurrence = reminder.textOf("recurrence");
    row.mark = markOf(row.id);
    return row;
}

std::vector<VisitRow> LocalQueries::visits(DayRange range)
{
    const db::ReadTransaction moment{database_};
    auto query = database_.prepare(
        "SELECT doc FROM visit WHERE owner = :me AND deleted_at IS NULL AND id IN ("
        "SELECT id FROM visit WHERE planned_at >= :from AND planned_at < :to "
        "UNION SELECT id FROM visit WHERE owner = :me AND state = 'in_progress' "
        "UNION SELECT id FROM visit WHERE owner = :me AND planned_at IS NULL "
        "AND check_in_at >= :from AND check_in_at < :to) "
        "ORDER BY coalesce(planned_at, check_in_at), id");
    query.bind(":me", me()).bind(":from", toMillis(range.from)).bind(":to", toMillis(range.to));
    std::vector<VisitRow> rows;
    for (const Record& visit : documents(query)) {
        rows.push_back(visitFrom(visit));
    }
    return rows;
}

std::optional<VisitRow> LocalQueries::visit(const Uuid& id)
{
    const db::ReadTransaction moment{database_};
    const auto record = db::RecordTable::of(typeNamed("visit")).find(database_, id);
    return record ? std::optional{visitFrom(*record)} : std::nullopt;
}

std::vector<ReminderRow> LocalQueries::reminders(const Uuid& customer, bool alsoDone)
{
    const db::ReadTransaction moment{database_};
    // Nil: one's own, whomever they are about.
    auto query = database_.prepare(
        customer.isNil() ? "SELECT doc FROM reminder WHERE owner = :id AND deleted_at IS NULL "
                           "AND (:done OR state = 'open') ORDER BY due_at, id"
                         : "SELECT doc FROM reminder WHERE customer = :id AND deleted_at IS NULL "
                           "AND (:done OR state = 'open') ORDER BY due_at, id");
    query.bind(":id", customer.isNil() ? me() : customer).bind(":done", alsoDone);
    std::vector<ReminderRow> rows;
    for (const Record& reminder : documents(query)) {
        rows.push_back(reminderFrom(reminder));
    }
    return rows;
}

std::vector<ReminderRow> LocalQueries::dueBy(Timestamp until)
{
    const db::ReadTransaction moment{database_};
    auto query = database_.prepare("SELECT doc FROM reminder WHERE state = 'open' "
                                   "AND deleted_at IS NULL AND due_at <= :until AND owner = :me "
                                   "ORDER BY due_at, id");
    query.bind(":until", toMillis(until)).bind(":me", me());
    std::vector<ReminderRow> rows;
    for (const Record& reminder : documents(query)) {
        ReminderRow row = reminderFrom(reminder);
        if (row.dueAt <= until) {
            rows.push_back(std::move(row));
        }
    }
    addDueAppointments(rows, until);
    std::ranges::sort(rows, [](const ReminderRow& a, const ReminderRow& b) {
        return std::tie(a.dueAt, a.id) < std::tie(b.dueAt, b.id);
    });
    return rows;
}

// Appointments that want to be told of some minutes before they begin, as reminders of kind
// "appointment". Those that have begun need no reminder any more, so only the last hours count.
void LocalQueries::addDueAppointments(std::vector<ReminderRow>& rows, Timestamp until)
{
    constexpr std::chrono::hours lookBack{12};
    constexpr std::chrono::hours noticeMax{24 * 14};
    auto query = database_.prepare(
        "SELECT doc FROM appointment WHERE owner = :me AND deleted_at IS NULL "
        "AND remind_minutes_before IS NOT NULL AND id IN ("
        "SELECT id FROM appointment WHERE starts_at >= :from AND starts_at < :to "
        "UNION SELECT id FROM appointment WHERE recurrence IS NOT NULL AND deleted_at IS NULL)");
    query.bind(":me", me())
        .bind(":from", toMillis(until - lookBack))
        .bind(":to", toMillis(until + noticeMax));
    for (const Record& appointment : documents(query)) {
        const std::chrono::minutes notice{appointment.integerOf("remind_minutes_before")};
        const auto start = valueOf<Timestamp>(appointment, "starts_at").value_or(Timestamp{});
        const DayRange range{until - lookBack, until + notice + std::chrono::milliseconds{1}};
        for (const Timestamp begins : beginningsIn(appointment, start, range, zone_)) {
            ReminderRow row;
            row.id = appointment.id();
            row.customer = appointment.referenceOf("customer");
            row.lead = appointment.referenceOf("lead");
            row.title = appointment.textOf("title");
            row.customerName = nameOf("customer", row.customer);
            row.kind = "appointment";
            row.state = "open";
            row.dueAt = begins - notice;
            row.recurrence = appointment.textOf("recurrence");
            rows.push_back(std::move(row));
        }
    }
}

std::vector<ScheduleRow> LocalQueries::schedule(DayRange range)
{
    std::vector<ScheduleRow> rows;
    for (const VisitRow& visit : visits(range)) {
        const auto starts = visit.plannedAt ? visit.plannedAt : visit.checkInAt;
        if (!starts || *starts >= range.to) {
            continue;
        }
        const auto length =
            visit.plannedMinutes > 0 ? std::chrono::minutes{visit.plannedMinutes} : visitLength;
        rows.push_back({visit.id, "visit", visit.purpose, visit.customerName, visit.customer,
                        visit.customerAddress, *starts, *starts + length, false, false, visit.state,
                        visit.mark, visit.kind});
    }
    const db::ReadTransaction moment{database_};
    addAppointments(rows, range);
    addReminders(rows, range);
    std::ranges::sort(rows, [](const ScheduleRow& a, const ScheduleRow& b) {
        return std::tie(a.startsAt, a.id) < std::tie(b.startsAt, b.id);
    });
    return rows;
}

void LocalQueries::addAppointments(std::vector<ScheduleRow>& rows, DayRange range)
{
    auto query = database_.prepare(
        "SELECT doc FROM appointment WHERE deleted_at IS NULL AND owner = :me AND id IN ("
        "SELECT id FROM appointment WHERE starts_at >= :from AND starts_at < :to "
        "UNION SELECT id FROM appointment WHERE recurrence IS NOT NULL AND deleted_at IS NULL)");
    query.bind(":me", me())
        .bind(":from", toMillis(range.from - longestAppointment))
        .bind(":to", toMillis(range.to));
    for (const Record& appointment : documents(query)) {
        const auto starts = valueOf<Timestamp>(appointment, "starts_at").value_or(Timestamp{});
        const auto ends = valueOf<Timestamp>(appointment, "ends_at").value_or(starts);
        const auto length = ends - starts;
        // One that began before the range may still reach into it.
        const DayRange wide{
            range.from - std::min<std::chrono::milliseconds>(length, longestAppointment), range.to};
        for (const Timestamp begins : beginningsIn(appointment, starts, wide, zone_)) {
            if (begins + length < range.from ||
                (begins < range.from && begins + length == range.from)) {
                continue;
            }
            rows.push_back({appointment.id(),
                            "appointment",
                            appointment.textOf("title"),
                            nameOf("customer", appointment.referenceOf("customer")),
                            appointment.referenceOf("customer"),
                            appointment.textOf("place"),
                            begins,
                            begins + length,
                            valueOf<bool>(appointment, "all_day").value_or(false),
                            !appointment.textOf("recurrence").empty(),
                            {},
                            markOf(appointment.id()),
                            {}});
        }
    }
}

void LocalQueries::addReminders(std::vector<ScheduleRow>& rows, DayRange range)
{
    auto query = database_.prepare(
        "SELECT doc FROM reminder WHERE owner = :me AND deleted_at IS NULL AND id IN ("
        "SELECT id FROM reminder WHERE due_at >= :from AND due_at < :to "
        "UNION SELECT id FROM reminder WHERE state = 'open' AND deleted_at IS NULL "
        "AND due_at < :to) AND state IS NOT 'cancelled'");
    query.bind(":me", me()).bind(":from", toMillis(range.from)).bind(":to", toMillis(range.to));
    for (const Record& reminder : documents(query)) {
        const ReminderRow row = reminderFrom(reminder);
        const auto add = [&](Timestamp due) {
            rows.push_back({row.id,
                            "reminder",
                            row.title,
                            row.customerName,
                            row.customer,
                            {},
                            due,
                            due + reminderLength,
                            false,
                            !row.recurrence.empty(),
                            row.state,
                            row.mark,
                            row.kind});
        };
        const auto due = valueOf<Timestamp>(reminder, "due_at").value_or(Timestamp{});
        if (row.state != "open" || row.snoozed || row.recurrence.empty()) {
            if (row.dueAt >= range.from && row.dueAt < range.to) {
                add(row.dueAt);
            }
            continue;
        }
        for (const Timestamp each : beginningsIn(reminder, due, range, zone_)) {
            add(each);
        }
    }
}

} // namespace fieldbook::client
