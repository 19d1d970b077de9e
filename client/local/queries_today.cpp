#include "client/local/columns_read.h"
#include "client/local/local_queries.h"
#include "shared/db/record_table.h"
#include "shared/db/transaction.h"

#include <algorithm>

namespace fieldbook::client {
namespace {

constexpr int daysOfWeek = 7;
constexpr std::int64_t atRiskMax = 5;
// A rhythm shows from this many orders on; it has broken off when the wait is this many times the
// usual one, and by more than chance would have it.
constexpr std::int64_t rhythmOrdersMin = 4;
constexpr double brokenOffFactor = 2.0;
constexpr std::int64_t brokenOffDaysMin = 14;

Date plusDays(Date day, int days)
{
    return Date{std::chrono::sys_days{day} + std::chrono::days{days}};
}

Date mondayOf(Date day)
{
    const std::chrono::sys_days point{day};
    return Date{point - (std::chrono::weekday{point} - std::chrono::Monday)};
}

} // namespace

TodaySummary LocalQueries::today(Timestamp now, std::string_view zoneName)
{
    const auto named = Zone::find(zoneName);
    const Zone zone = named ? *named : zone_;
    const Date day = zone.dateAt(now);
    const Timestamp end = zone.startOf(plusDays(day, 1));
    TodaySummary today;
    today.visits = visits({zone.startOf(day), end});
    const db::ReadTransaction moment{database_};
    addNextVisit(today, now);
    addReminders(today, now, end);
    today.needYou = count("SELECT count(*) FROM attention");
    auto sold = database_.prepare(
        "SELECT coalesce(sum(total_minor), 0) FROM \"order\" WHERE owner = :me "
        "AND ordered_on >= :first AND ordered_on <= :last AND total_currency = :currency "
        "AND state NOT IN ('draft', 'cancelled') AND deleted_at IS NULL");
    const Currency currency = homeCurrency();
    sold.bind(":me", me())
        .bind(":first", toIsoDate(day.year() / day.month() / 1))
        .bind(":last", toIsoDate(day))
        .bind(":currency", currency.code());
    today.soldThisMonth = Money::fromMinor(sold.step() ? sold.int64(0) : 0, currency);
    addWeek(today, now, zone);
    addAtRisk(today, now, zone);
    return today;
}

void LocalQueries::addNextVisit(TodaySummary& today, Timestamp now)
{
    for (const VisitRow& visit : today.visits) {
        if (visit.state == "in_progress" && !today.openVisit) {
            today.openVisit = visit;
        }
        if (visit.state == "planned" && !today.nextVisit) {
            today.nextVisit = visit;
        }
    }
    if (!today.nextVisit) {
        auto later = database_.prepare(
            "SELECT doc FROM visit WHERE owner = :me AND state = 'planned' "
            "AND planned_at >= :now AND deleted_at IS NULL ORDER BY planned_at LIMIT 1");
        later.bind(":me", me()).bind(":now", toMillis(now));
        for (const Record& visit : documents(later)) {
            today.nextVisit = visitFrom(visit);
        }
    }
    const auto& shown = today.openVisit ? today.openVisit : today.nextVisit;
    if (!shown) {
        return;
    }
    const Uuid customer = shown->customer;
    if (const auto record = db::RecordTable::of(typeNamed("customer")).find(database_, customer)) {
        today.nextPromise = record->textOf("promise");
    }
    auto last = database_.prepare("SELECT ordered_on, total_minor, total_currency FROM \"order\" "
                                  "WHERE customer = :id AND deleted_at IS NULL "
                                  "AND state NOT IN ('draft', 'cancelled') "
                                  "ORDER BY ordered_on DESC LIMIT 1");
    last.bind(":id", customer);
    if (last.step()) {
        today.nextLastOrderOn = dateAt(last, 0);
        today.nextLastOrder = moneyAt(last, 1);
    }
}

void LocalQueries::addReminders(TodaySummary& today, Timestamp now, Timestamp end)
{
    auto query = database_.prepare("SELECT doc FROM reminder WHERE state = 'open' "
                                   "AND deleted_at IS NULL AND due_at < :end AND owner = :me "
                                   "ORDER BY due_at, id");
    query.bind(":end", toMillis(end)).bind(":me", me());
    for (const Record& reminder : documents(query)) {
        ReminderRow row = reminderFrom(reminder);
        if (row.dueAt < now) {
            today.overdue.push_back(std::move(row));
        } else if (row.dueAt < end) {
            today.dueToday.push_back(std::move(row));
        }
    }
    // Snoozing has put some of them elsewhere than the query had them.
    for (auto* rows : {&today.overdue, &today.dueToday}) {
        std::ranges::sort(*rows, [](const ReminderRow& a, const ReminderRow& b) {
            return std::tie(a.dueAt, a.id) < std::tie(b.dueAt, b.id);
        });
    }
}

void LocalQueries::addWeek(TodaySummary& today, Timestamp now, const Zone& zone)
{
    const Date monday = mondayOf(zone.dateAt(now));
    for (int i = 0; i < daysOfWeek; ++i) {
        auto query = database_.prepare(
            "SELECT count(*) FILTER (WHERE state IN ('planned', 'in_progress', 'done')), "
            "count(*) FILTER (WHERE state = 'done') FROM visit WHERE owner = :me "
            "AND planned_at >= :from AND planned_at < :to AND deleted_at IS NULL");
        query.bind(":me", me())
            .bind(":from", toMillis(zone.startOf(plusDays(monday, i))))
            .bind(":to", toMillis(zone.startOf(plusDays(monday, i + 1))));
        TodaySummary::DayCount day;
        if (query.step()) {
            day = {query.int64(0), query.int64(1)};
        }
        today.week.push_back(day);
    }
}

// Customers who used to order in some rhythm and have let it pass twice over, the longest overdue
// first.
void LocalQueries::addAtRisk(TodaySummary& today, Timestamp now, const Zone& zone)
{
    const Date day = zone.dateAt(now);
    auto query = database_.prepare(R"sql(
        WITH rhythm AS (
            SELECT customer, count(*) AS orders,
                julianday(max(ordered_on)) - julianday(min(ordered_on)) AS days,
                julianday(:today) - julianday(max(ordered_on)) AS wait
            FROM (SELECT customer, ordered_on FROM "order" WHERE owner = :me
                AND deleted_at IS NULL AND state NOT IN ('draft', 'cancelled')
                AND ordered_on > :since GROUP BY customer, ordered_on)
            GROUP BY customer HAVING orders >= :orders)
        SELECT c.id, c.name, c.phone, CAST(r.wait AS INTEGER),
            CAST(round(r.days / (r.orders - 1)) AS INTEGER) AS usual
        FROM rhythm r JOIN customer c ON c.id = r.customer
        WHERE c.deleted_at IS NULL AND usual > 0 AND r.wait >= :least AND r.wait > usual * :factor
        ORDER BY r.wait / usual DESC, c.id LIMIT :limit)sql");
    query.bind(":today", toIsoDate(day))
        .bind(":me", me())
        .bind(":since", toIsoDate(Date{day.year() - std::chrono::years{2}, day.month(), day.day()}))
        .bind(":orders", rhythmOrdersMin)
        .bind(":least", brokenOffDaysMin)
        .bind(":factor", brokenOffFactor)
        .bind(":limit", atRiskMax);
    while (query.step()) {
        today.atRisk.push_back({query.uuid(0), query.get<std::string>(1), query.get<std::string>(2),
                                query.int64(3), query.int64(4)});
    }
}

} // namespace fieldbook::client
