#include "client/local/columns_read.h"
#include "client/local/customer_pages.h"
#include "client/local/local_queries.h"
#include "shared/db/record_table.h"
#include "shared/db/transaction.h"
#include "shared/rules/position.h"

#include <algorithm>
#include <array>

namespace fieldbook::client {
namespace {

using Scope = CustomerQuery::Scope;
using Order = CustomerQuery::Order;
using Part = CustomerPlace::Part;

constexpr std::string_view rowColumns =
    "SELECT id, name, kind, tier, status, city, address, phone, position_lat, position_lon, "
    "last_contact_at, next_contact_at, sort, rowid FROM customer WHERE ";

// Relevance matters among the first few hundred; nobody scrolls beyond.
constexpr std::size_t searchedMax = 400;
constexpr double degreesPerMeter = 1 / 111'195.0;

CustomerRow rowFrom(const db::Statement& query)
{
    CustomerRow row;
    row.id = query.uuid(0);
    row.name = query.text(1);
    row.kind = query.text(2);
    row.tier = query.text(3);
    row.status = query.text(4);
    row.city = query.text(5);
    row.address = query.text(6);
    row.phone = query.text(7);
    if (!query.isNull(8)) {
        row.position = Geo{query.real(8), query.real(9), 0, {}, false};
    }
    row.lastContactAt = timeAt(query, 10);
    return row;
}

void measure(CustomerRow& row, const std::optional<Geo>& here)
{
    if (here && row.position) {
        row.distance = rules::metersBetween(*here, *row.position);
    }
}

// How a list goes through an index: `keyed` rows first, then the rest as they were stored.
struct Walk {
    std::string_view keyed;
    std::string_view rest;
};

// The order of a list by each order, :number and :row being those of the last row shown.
Walk walkOf(Order order)
{
    switch (order) {
    case Order::LastContact:
        return {"AND last_contact_at IS NOT NULL AND (last_contact_at, rowid) < (:number, :row) "
                "ORDER BY last_contact_at DESC, rowid DESC LIMIT :limit",
                "AND last_contact_at IS NULL AND rowid > :row ORDER BY rowid LIMIT :limit"};
    case Order::Next:
        return {"AND next_contact_at IS NOT NULL AND (next_contact_at, rowid) > (:number, :row) "
                "ORDER BY next_contact_at, rowid LIMIT :limit",
                "AND next_contact_at IS NULL AND rowid > :row ORDER BY rowid LIMIT :limit"};
    case Order::Name:
    case Order::Distance:
        break;
    }
    return {"AND (sort, rowid) > (:text, :row) ORDER BY sort, rowid LIMIT :limit", ""};
}

// Before the first row of the order.
CustomerPlace beginning(Order order)
{
    const bool falling = order == Order::LastContact;
    CustomerPlace place;
    place.number = falling ? INT64_MAX : INT64_MIN;
    place.row = falling ? INT64_MAX : 0;
    return place;
}

} // namespace

CustomerPage LocalQueries::customers(const CustomerQuery& query, Timestamp now)
{
    const db::ReadTransaction moment{database_};
    CustomerPage page;
    if (!query.search.empty()) {
        page = searchedCustomers(query, now);
    } else if (query.here && (query.order == Order::Distance || query.scope == Scope::Nearby)) {
        page = nearestCustomers(query, now);
    } else {
        page = orderedCustomers(query, now);
    }
    for (CustomerRow& row : page.rows) {
        measure(row, query.here);
        completeCustomer(row, now);
    }
    return page;
}

namespace {

struct ScopeValues {
    Uuid me;
    std::int64_t now = 0;
    std::int64_t soon = 0; // The end of the day.
};

void bindScope(db::Statement& query, Scope scope, const ScopeValues& values)
{
    if (scope == Scope::Mine) {
        query.bind(":me", values.me);
    }
    if (scope == Scope::DueContact) {
        query.bind(":now", values.now).bind(":soon", values.soon);
    }
}

ScopeValues scopeValues(const Uuid& me, Timestamp now, const Zone& zone)
{
    const auto tomorrow = std::chrono::sys_days{zone.dateAt(now)} + std::chrono::days{1};
    return {me, toMillis(now), toMillis(zone.startOf(Date{tomorrow}))};
}

std::int64_t totalOf(db::Database& database, Scope scope, const ScopeValues& values)
{
    auto query =
        database.prepare("SELECT count(*) FROM customer WHERE " + std::string{scopeSql(scope)});
    bindScope(query, scope, values);
    return query.step() ? query.int64(0) : 0;
}

} // namespace

CustomerPage LocalQueries::orderedCustomers(const CustomerQuery& query, Timestamp now)
{
    const auto values = scopeValues(me(), now, zone_);
    const Order order = query.order == Order::Distance ? Order::Name : query.order;
    CustomerPlace place = beginning(order);
    if (auto given = CustomerPlace::read(query.after)) {
        place = std::move(*given);
    } else {
        place.total = totalOf(database_, query.scope, values);
    }
    CustomerPage page{{}, {}, place.total};
    const Walk walk = walkOf(order);
    while (page.rows.size() < query.limit) {
        const bool rest = place.part == Part::Rest;
        auto rows = database_.prepare(std::string{rowColumns} + std::string{scopeSql(query.scope)} +
                                      ' ' + std::string{rest ? walk.rest : walk.keyed});
        bindScope(rows, query.scope, values);
        rows.bind(":row", place.row);
        rows.bind(":limit", static_cast<std::int64_t>(query.limit - page.rows.size()));
        if (order == Order::Name) {
            rows.bind(":text", place.text);
        } else if (!rest) {
            rows.bind(":number", place.number);
        }
        while (rows.step()) {
            page.rows.push_back(rowFrom(rows));
            place.number = rows.int64(order == Order::Next ? 11 : 10);
            place.text = order == Order::Name ? rows.get<std::string>(12) : std::string{};
            place.row = rows.int64(13);
        }
        if (page.rows.size() == query.limit) {
            page.next = place.write();
            break;
        }
        if (rest || walk.rest.empty()) {
            break;
        }
        place = CustomerPlace{Part::Rest, place.total, 0, 0, {}};
    }
    return page;
}

CustomerPage LocalQueries::searchedCustomers(const CustomerQuery& query, Timestamp now)
{
    const auto values = scopeValues(me(), now, zone_);
    const auto given = CustomerPlace::read(query.after);
    const std::size_t skip = given ? static_cast<std::size_t>(given->number) : 0;
    CustomerPage page;
    page.total = given ? given->total : totalOf(database_, query.scope, values);
    auto one = database_.prepare(std::string{rowColumns} + "id = :id AND " +
                                 std::string{scopeSql(query.scope)});
    bindScope(one, query.scope, values);
    std::size_t seen = 0;
    for (const auto& [type, id] : hits(query.search, &typeNamed("customer"), searchedMax)) {
        one.reset();
        one.bind(":id", id);
        if (!one.step() || seen++ < skip) {
            continue;
        }
        if (page.rows.size() == query.limit) {
            page.next = CustomerPlace{
                Part::Counted,
                page.total,
                static_cast<std::int64_t>(skip + query.limit),
                0,
                {}}.write();
            break;
        }
        page.rows.push_back(rowFrom(one));
    }
    return page;
}

// Looks in a square around the place that grows until it holds enough.
CustomerPage LocalQueries::nearestCustomers(const CustomerQuery& query, Timestamp now)
{
    constexpr std::array<double, 5> reaches{2'000, 10'000, 50'000, 300'000, 30'000'000};
    const auto values = scopeValues(me(), now, zone_);
    const auto given = CustomerPlace::read(query.after);
    const std::size_t skip = given ? static_cast<std::size_t>(given->number) : 0;
    CustomerPage page;
    page.total = given ? given->total : totalOf(database_, query.scope, values);
    std::vector<CustomerRow> near;
    for (const double reach : reaches) {
        near.clear();
        const double latitude = reach * degreesPerMeter;
        const double longitude =
            latitude / std::max(0.01, std::cos(query.here->latitude * 3.14159265358979 / 180));
        auto rows = database_.prepare(
            std::string{rowColumns} + std::string{scopeSql(query.scope)} +
            " AND position_lat IS NOT NULL AND position_lat BETWEEN :south AND :north "
            "AND position_lon BETWEEN :west AND :east");
        bindScope(rows, query.scope, values);
        rows.bind(":south", query.here->latitude - latitude)
            .bind(":north", query.here->latitude + latitude)
            .bind(":west", query.here->longitude - longitude)
            .bind(":east", query.here->longitude + longitude);
        while (rows.step()) {
            CustomerRow row = rowFrom(rows);
            measure(row, query.here);
            // Corners of the square are farther than its reach, and others beyond it may be nearer.
            if (*row.distance <= reach) {
                near.push_back(std::move(row));
            }
        }
        if (near.size() > skip + query.limit) {
            break;
        }
    }
    std::ranges::sort(near, [](const CustomerRow& a, const CustomerRow& b) {
        return std::tie(*a.distance, a.id) < std::tie(*b.distance, b.id);
    });
    const std::size_t end = std::min(near.size(), skip + query.limit);
    for (std::size_t i = skip; i < end; ++i) {
        page.rows.push_back(std::move(near[i]));
    }
    if (end < near.size()) {
        page.next =
            CustomerPlace{Part::Counted, page.total, static_cast<std::int64_t>(end), 0, {}}.write();
    }
    return page;
}

// The nearest thing ahead or overdue, and how the record stands with the server.
void LocalQueries::completeCustomer(CustomerRow& row, Timestamp now)
{
    auto next = database_.prepare(R"sql(
        SELECT at, text, type FROM (
            SELECT * FROM (SELECT planned_at AS at, purpose AS text, 'visit' AS type FROM visit
                WHERE customer = :id AND state = 'planned' AND deleted_at IS NULL
                AND planned_at IS NOT NULL ORDER BY planned_at LIMIT 1)
            UNION ALL
            SELECT * FROM (SELECT due_at, title, 'reminder' FROM reminder
                WHERE customer = :id AND state = 'open' AND deleted_at IS NULL
                ORDER BY due_at LIMIT 1)
            UNION ALL
            SELECT * FROM (SELECT starts_at, title, 'appointment' FROM appointment
                WHERE customer = :id AND starts_at >= :now AND deleted_at IS NULL
                ORDER BY starts_at LIMIT 1))
        ORDER BY at LIMIT 1)sql");
    next.bind(":id", row.id).bind(":now", toMillis(now));
    if (next.step()) {
        row.nextAt = timeAt(next, 0);
        row.nextText = next.text(1);
        row.nextType = next.text(2);
    }
    row.mark = markOf(row.id);
}

} // namespace fieldbook::client
