#include "client/local/columns_read.h"
#include "client/local/local_queries.h"
#include "shared/db/record_table.h"
#include "shared/db/transaction.h"

#include <algorithm>

namespace fieldbook::client {
namespace {

std::int64_t minutesBetween(Timestamp from, Timestamp to)
{
    return std::chrono::duration_cast<std::chrono::minutes>(to - from).count();
}

} // namespace

void LocalQueries::addVisits(std::vector<TimelineRow>& rows,
                             const Uuid& id,
                             Timestamp before,
                             std::int64_t limit)
{
    auto query = database_.prepare(
        "SELECT doc FROM visit WHERE customer = :id AND state <> 'planned' "
        "AND deleted_at IS NULL AND coalesce(check_in_at, planned_at, created_at) < :before "
        "ORDER BY coalesce(check_in_at, planned_at, created_at) DESC LIMIT :limit");
    query.bind(":id", id).bind(":before", toMillis(before)).bind(":limit", limit);
    for (const Record& visit : documents(query)) {
        TimelineRow row;
        row.id = visit.id();
        row.type = "visit";
        row.kind = visit.textOf("kind");
        const auto in = valueOf<Timestamp>(visit, "check_in_at");
        const auto out = valueOf<Timestamp>(visit, "check_out_at");
        const auto planned = valueOf<Timestamp>(visit, "planned_at");
        const auto created = valueOf<Timestamp>(visit, "created_at");
        row.at = in ? *in : planned ? *planned : created.value_or(Timestamp{});
        row.title = visit.textOf("purpose");
        row.body = visit.textOf("summary");
        row.outcome = visit.textOf("outcome");
        row.author = nameOf("user", visit.referenceOf("owner"));
        row.distance = valueOf<std::int64_t>(visit, "check_in_distance");
        if (in && out) {
            row.minutes = minutesBetween(*in, *out);
        }
        row.photos = filesOf("visit", visit.id(), true);
        row.mark = markOf(visit.id());
        rows.push_back(std::move(row));
    }
}

void LocalQueries::addActivities(std::vector<TimelineRow>& rows,
                                 std::string_view field,
                                 const Uuid& id,
                                 Timestamp before,
                                 std::int64_t limit)
{
    auto query = database_.prepare("SELECT doc FROM activity WHERE " + std::string{field} +
                                   " = :id AND deleted_at IS NULL AND happened_at < :before "
                                   "ORDER BY happened_at DESC LIMIT :limit");
    query.bind(":id", id).bind(":before", toMillis(before)).bind(":limit", limit);
    for (const Record& activity : documents(query)) {
        TimelineRow row;
        row.id = activity.id();
        row.type = "activity";
        row.kind = activity.textOf("kind");
        row.at = valueOf<Timestamp>(activity, "happened_at").value_or(Timestamp{});
        row.title = nameOf("contact", activity.referenceOf("contact"));
        row.body = activity.textOf("content");
        row.outcome = activity.textOf("outcome");
        row.author = nameOf("user", activity.referenceOf("owner"));
        row.minutes = valueOf<std::int64_t>(activity, "minutes");
        row.mark = markOf(activity.id());
        rows.push_back(std::move(row));
    }
}

void LocalQueries::addOrders(std::vector<TimelineRow>& rows,
                             const Uuid& id,
                             Timestamp before,
                             std::int64_t limit)
{
    // An imported order has a day and no moment of submission; it counts from the day's beginning.
    auto query = database_.prepare(
        "SELECT doc, coalesce(submitted_at, unixepoch(ordered_on) * 1000, created_at) AS at "
        "FROM \"order\" WHERE customer = :id AND deleted_at IS NULL AND at < :before "
        "ORDER BY at DESC LIMIT :limit");
    query.bind(":id", id).bind(":before", toMillis(before)).bind(":limit", limit);
    while (query.step()) {
        const auto order = Record::parse(query.text(0));
        if (!order) {
            throw std::runtime_error("a stored order cannot be read: " + order.error().code);
        }
        TimelineRow row;
        row.id = order->id();
        row.type = "order";
        row.kind = order->textOf("state");
        row.at = fromMillis(query.int64(1));
        row.title = order->textOf("number");
        row.body = order->textOf("notes");
        row.author = nameOf("user", order->referenceOf("owner"));
        row.amount = valueOf<Money>(*order, "total");
        row.lines = valueOf<std::int64_t>(*order, "line_count");
        row.mark = markOf(order->id());
        rows.push_back(std::move(row));
    }
}

// Who was responsible for it; there are few of these.
void LocalQueries::addHands(std::vector<TimelineRow>& rows,
                            std::string_view field,
                            const Uuid& id,
                            Timestamp before)
{
    for (const Record& change : world_.referring(typeNamed("ownership_change"), field, id)) {
        const auto at = valueOf<Timestamp>(change, "created_at");
        if (!at || *at >= before) {
            continue;
        }
        TimelineRow row;
        row.id = change.id();
        row.type = "ownership_change";
        row.kind = change.textOf("kind");
        row.at = *at;
        row.title = nameOf("user", change.referenceOf("from"));
        row.body = nameOf("user", change.referenceOf("to"));
        row.outcome = change.textOf("reason");
        row.author = nameOf("user", change.referenceOf("created_by"));
        row.mark = markOf(change.id());
        rows.push_back(std::move(row));
    }
}

std::vector<TimelineRow> LocalQueries::timeline(const Uuid& customerOrLead,
                                                std::optional<Timestamp> before,
                                                std::size_t limit)
{
    const db::ReadTransaction moment{database_};
    const Timestamp until = before.value_or(fromMillis(INT64_MAX));
    const auto count = static_cast<std::int64_t>(limit);
    std::vector<TimelineRow> rows;
    if (db::RecordTable::of(typeNamed("lead")).findDocument(database_, customerOrLead)) {
        addActivities(rows, "lead", customerOrLead, until, count);
        addHands(rows, "lead", customerOrLead, until);
    } else {
        addVisits(rows, customerOrLead, until, count);
        addActivities(rows, "customer", customerOrLead, until, count);
        addOrders(rows, customerOrLead, until, count);
        addHands(rows, "customer", customerOrLead, until);
    }
    std::ranges::sort(rows, [](const TimelineRow& a, const TimelineRow& b) {
        return std::tie(b.at, b.id) < std::tie(a.at, a.id);
    });
    rows.resize(std::min(rows.size(), limit));
    return rows;
}

} // namespace fieldbook::client
