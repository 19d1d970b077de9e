#include "client/local/columns_read.h"
#include "client/local/local_queries.h"
#include "shared/db/record_table.h"
#include "shared/db/transaction.h"
#include "shared/rules/access.h"
#include "shared/rules/pool.h"

#include <algorithm>
#include <array>

namespace fieldbook::client {
namespace {

constexpr std::string_view soldStates = "('submitted', 'confirmed', 'shipped', 'closed')";

std::string isoYearsBefore(Date day, int years)
{
    return toIsoDate(Date{day.year() - std::chrono::years{years}, day.month(), day.day()});
}

CustomerRow rowFrom(const Record& record)
{
    CustomerRow row;
    row.id = record.id();
    row.name = record.textOf("name");
    row.kind = record.textOf("kind");
    row.tier = record.textOf("tier");
    row.status = record.textOf("status");
    row.city = record.textOf("city");
    row.address = record.textOf("address");
    row.phone = record.textOf("phone");
    row.position = valueOf<Geo>(record, "position");
    row.lastContactAt = valueOf<Timestamp>(record, "last_contact_at");
    return row;
}

FileRow fileFrom(const Record& record)
{
    FileRow row;
    row.id = record.id();
    row.name = record.textOf("name");
    row.kind = record.textOf("kind");
    row.mediaType = record.textOf("media_type");
    row.sha256 = record.textOf("sha256");
    row.size = record.integerOf("size");
    row.takenAt = valueOf<Timestamp>(record, "taken_at");
    row.caption = record.textOf("caption");
    return row;
}

} // namespace

std::optional<CustomerDetail> LocalQueries::customer(const Uuid& id, Timestamp now)
{
    const db::ReadTransaction moment{database_};
    const auto record = db::RecordTable::of(typeNamed("customer")).find(database_, id);
    if (!record || record->isDeleted()) {
        return std::nullopt;
    }
    CustomerDetail detail;
    detail.row = rowFrom(*record);
    completeCustomer(detail.row, now);
    detail.ownerName = nameOf("user", record->referenceOf("owner"));
    detail.promise = record->textOf("promise");
    detail.profile = record->textOf("profile");
    detail.visitEveryDays = valueOf<std::int64_t>(*record, "visit_every_days");
    addSales(detail, now);
    addDeals(detail);
    addKeeping(detail, *record, now);
    const auto counted = [&](std::string_view sql) {
        auto query = database_.prepare(sql);
        query.bind(":id", id);
        return query.step() ? query.int64(0) : 0;
    };
    detail.contacts =
        counted("SELECT count(*) FROM contact WHERE customer = :id AND deleted_at IS NULL");
    detail.opportunities =
        counted("SELECT count(*) FROM opportunity WHERE customer = :id AND deleted_at IS NULL");
    detail.orders =
        counted("SELECT count(*) FROM \"order\" WHERE customer = :id AND deleted_at IS NULL");
    detail.reminders = counted("SELECT count(*) FROM reminder WHERE customer = :id "
                               "AND state = 'open' AND deleted_at IS NULL");
    detail.files =
        counted("SELECT count(*) FROM attachment WHERE customer = :id AND deleted_at IS NULL");
    auto visited = database_.prepare("SELECT max(check_in_at) FROM visit WHERE customer = :id "
                                     "AND state IN ('done', 'in_progress') AND deleted_at IS NULL");
    visited.bind(":id", id);
    if (visited.step()) {
        detail.lastVisitAt = timeAt(visited, 0);
    }
    return detail;
}

void LocalQueries::addSales(CustomerDetail& detail, Timestamp now)
{
    const Currency currency = homeCurrency();
    const Date today = zone_.dateAt(now);
    const std::string year = isoYearsBefore(today, 1);
    const std::string yearBefore = isoYearsBefore(today, 2);
    auto sums = database_.prepare(
        "SELECT coalesce(sum(total_minor) FILTER (WHERE ordered_on > :year), 0), "
        "coalesce(sum(total_minor) FILTER (WHERE ordered_on <= :year), 0) FROM \"order\" "
        "WHERE customer = :id AND ordered_on > :before AND state IN " +
        std::string{soldStates} + " AND total_currency = :currency AND deleted_at IS NULL");
    sums.bind(":year", year)
        .bind(":before", yearBefore)
        .bind(":id", detail.row.id)
        .bind(":currency", currency.code());
    const bool any = sums.step();
    detail.soldTwelveMonths = Money::fromMinor(any ? sums.int64(0) : 0, currency);
    detail.soldTwelveMonthsBefore = Money::fromMinor(any ? sums.int64(1) : 0, currency);

    auto last = database_.prepare(
        "SELECT submitted_at, ordered_on, total_minor, total_currency FROM \"order\" "
        "WHERE customer = :id AND state IN " +
        std::string{soldStates} + " AND deleted_at IS NULL ORDER BY ordered_on DESC LIMIT 1");
    last.bind(":id", detail.row.id);
    detail.lastOrderTotal = Money::fromMinor(0, currency);
    if (last.step()) {
        detail.lastOrderAt = timeAt(last, 0);
        const auto day = dateAt(last, 1);
        if (!detail.lastOrderAt && day) {
            detail.lastOrderAt = zone_.startOf(*day);
        }
        detail.lastOrderTotal = moneyAt(last, 2).value_or(detail.lastOrderTotal);
    }
}

void LocalQueries::addKeeping(CustomerDetail& detail, const Record& customer, Timestamp now)
{
    const auto rules = rules::CustomerRules::of(world_);
    const Date today = zone_.dateAt(now);
    detail.owner = customer.referenceOf("owner");
    if (rules::isProtected(customer, today)) {
        detail.protectedUntil = valueOf<Date>(customer, "protected_until");
    }
    const auto returns = rules::returnsAt(customer, rules);
    if (returns && *returns <= now + rules.poolWarning) {
        detail.returnsAt = returns;
    }
    const rules::Actor actor = actorOf(database_, me());
    const auto facts = rules::factsOf(customer, world_);
    const bool theirs =
        rules::mayWrite(actor, customer.type(), facts) || rules::mayManage(actor, facts);
    detail.mayMerge = theirs;
    detail.mayShare = rules::mayShare(actor, customer.type(), facts).has_value();
    // Without settings the company has no pool.
    const bool keeps = detail.mayShare && rules.indexKey && !detail.owner.isNil();
    detail.mayRelease = keeps && !detail.protectedUntil;
    if (keeps && rules.protection.count() > 0) {
        detail.mayProtectUntil = Date{std::chrono::sys_days{today} + rules.protection};
    }
}

void LocalQueries::addDeals(CustomerDetail& detail)
{
    const Currency currency = homeCurrency();
    auto open = database_.prepare(
        "SELECT count(*), coalesce(sum(amount_minor) FILTER (WHERE amount_currency = :currency), "
        "0) FROM opportunity WHERE customer = :id AND stage NOT IN ('won', 'lost') "
        "AND deleted_at IS NULL");
    open.bind(":currency", currency.code()).bind(":id", detail.row.id);
    const bool any = open.step();
    detail.openDeals = any ? open.int64(0) : 0;
    detail.openDealsAmount = Money::fromMinor(any ? open.int64(1) : 0, currency);
}

std::vector<ContactRow> LocalQueries::contacts(const Uuid& customer)
{
    const db::ReadTransaction moment{database_};
    auto query = database_.prepare("SELECT doc FROM contact WHERE customer = :id "
                                   "AND deleted_at IS NULL "
                                   "ORDER BY left_company IS 1, is_primary IS NOT 1, sort, id");
    query.bind(":id", customer);
    std::vector<ContactRow> rows;
    for (const Record& contact : documents(query)) {
        rows.push_back({contact.id(), contact.textOf("name"), contact.textOf("title"),
                        contact.textOf("role"), contact.textOf("phone"), contact.textOf("email"),
                        valueOf<bool>(contact, "is_primary").value_or(false),
                        valueOf<bool>(contact, "left_company").value_or(false),
                        markOf(contact.id())});
    }
    return rows;
}

std::vector<FileRow> LocalQueries::filesOf(std::string_view field, const Uuid& id, bool photos)
{
    auto query = database_.prepare("SELECT doc FROM attachment WHERE " + std::string{field} +
                                   " = :id AND (NOT :photos OR kind = 'photo') "
                                   "AND deleted_at IS NULL ORDER BY taken_at DESC, id DESC");
    query.bind(":id", id).bind(":photos", photos);
    std::vector<FileRow> rows;
    for (const Record& attachment : documents(query)) {
        FileRow row = fileFrom(attachment);
        auto file = database_.prepare("SELECT sent FROM file WHERE sha256 = :sha");
        file.bind(":sha", row.sha256);
        row.isHere = file.step();
        const bool uploaded = valueOf<bool>(attachment, "uploaded").value_or(false);
        row.sent = uploaded ? row.size : row.isHere ? file.int64(0) : 0;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<FileRow> LocalQueries::files(const Uuid& customerOrVisit)
{
    const db::ReadTransaction moment{database_};
    for (const std::string_view field : {"customer", "visit", "lead"}) {
        if (auto rows = filesOf(field, customerOrVisit, false); !rows.empty()) {
            return rows;
        }
    }
    return {};
}

} // namespace fieldbook::client
