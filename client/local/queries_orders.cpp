#include "client/local/columns_read.h"
#include "client/local/local_queries.h"
#include "shared/db/record_table.h"
#include "shared/db/transaction.h"

#include <algorithm>
#include <unordered_map>

namespace fieldbook::client {
namespace {

constexpr std::string_view usualCategory = "usual";

constexpr std::string_view orderColumns =
    "SELECT o.id, o.customer, o.number, c.name, u.name, o.state, o.ordered_on, o.requested_on, "
    "o.total_minor, o.total_currency, o.line_count, o.doc ->> '$.f.visit' FROM \"order\" o "
    "LEFT JOIN customer c ON c.id = o.customer LEFT JOIN user u ON u.id = o.owner "
    "WHERE o.deleted_at IS NULL ";

OrderRow rowFrom(const db::Statement& query)
{
    OrderRow row;
    row.id = query.uuid(0);
    row.customer = idAt(query, 1);
    row.visit = Uuid::parse(query.text(11)).value_or(Uuid{});
    row.number = query.text(2);
    row.customerName = query.text(3);
    row.ownerName = query.text(4);
    row.state = query.text(5);
    row.orderedOn = dateAt(query, 6);
    row.requestedOn = dateAt(query, 7);
    row.total = moneyAt(query, 8);
    row.lines = query.int64(10);
    return row;
}

// How often the customer has ordered each product since a day.
using Habits = std::unordered_map<Uuid, std::int64_t>;

Habits habitsOf(db::Database& database, const Uuid& customer, const std::string& since)
{
    auto query = database.prepare(
        "SELECT l.product, count(DISTINCT o.id) FROM \"order\" o "
        "JOIN order_line l ON l.\"order\" = o.id "
        "WHERE o.customer = :customer AND o.ordered_on >= :since AND o.deleted_at IS NULL "
        "AND l.deleted_at IS NULL AND o.state NOT IN ('draft', 'cancelled') GROUP BY l.product");
    query.bind(":customer", customer).bind(":since", since);
    Habits habits;
    while (query.step()) {
        habits[query.uuid(0)] = query.int64(1);
    }
    return habits;
}

std::string yearBefore(Date day)
{
    return toIsoDate(Date{day.year() - std::chrono::years{1}, day.month(), day.day()});
}

// The customer's price list, or else the one that is the default.
Uuid priceListOf(db::Database& database, const Uuid& customer)
{
    auto query =
        database.prepare("SELECT p.id FROM price_list p LEFT JOIN customer c ON c.id = :customer "
                         "WHERE p.deleted_at IS NULL AND (p.id = c.price_list OR p.is_default = 1) "
                         "ORDER BY p.id IS NOT c.price_list, p.valid_from DESC LIMIT 1");
    query.bind(":customer", customer);
    return query.step() ? query.uuid(0) : Uuid{};
}

std::vector<rules::PriceStep>
pricesIn(db::Database& database, const Uuid& list, const Uuid& product)
{
    auto query = database.prepare(
        "SELECT unit_price_minor, unit_price_currency, coalesce(min_quantity, 0) FROM price "
        "WHERE product = :product AND price_list = :list AND deleted_at IS NULL "
        "ORDER BY coalesce(min_quantity, 0), id");
    query.bind(":product", product).bind(":list", list);
    std::vector<rules::PriceStep> steps;
    while (query.step()) {
        if (const auto price = moneyAt(query, 0)) {
            steps.push_back({query.int64(2), *price});
        }
    }
    return steps;
}

} // namespace

std::vector<OrderRow> LocalQueries::orders(const OrderQuery& query)
{
    const db::ReadTransaction moment{database_};
    const auto limit = static_cast<std::int64_t>(query.limit);
    std::vector<OrderRow> rows;
    if (query.search.empty()) {
        auto found = database_.prepare(
            std::string{orderColumns} +
            "AND (:any OR o.customer = :customer) AND (:state = '' OR o.state = :state) "
            "ORDER BY o.ordered_on DESC, o.id DESC LIMIT :limit");
        found.bind(":any", query.customer.isNil())
            .bind(":customer", query.customer)
            .bind(":state", query.state)
            .bind(":limit", limit);
        while (found.step()) {
            rows.push_back(rowFrom(found));
        }
    } else {
        auto one = database_.prepare(std::string{orderColumns} + "AND o.id = :id");
        for (const auto& [type, id] : hits(query.search, &typeNamed("order"), query.limit)) {
            one.reset();
            one.bind(":id", id);
            if (one.step()) {
                rows.push_back(rowFrom(one));
            }
        }
        std::erase_if(rows, [&](const OrderRow& row) {
            return (!query.customer.isNil() && row.customer != query.customer) ||
                   (!query.state.empty() && row.state != query.state);
        });
    }
    for (OrderRow& row : rows) {
        row.mark = markOf(row.id);
    }
    return rows;
}

std::vector<OrderLineRow> LocalQueries::orderLines(const Uuid& order)
{
    const db::ReadTransaction moment{database_};
    auto query = database_.prepare("SELECT doc FROM order_line WHERE \"order\" = :order "
                                   "AND deleted_at IS NULL ORDER BY position, id");
    query.bind(":order", order);
    std::vector<OrderLineRow> rows;
    for (const Record& line : documents(query)) {
        OrderLineRow row;
        row.id = line.id();
        row.product = line.referenceOf("product");
        if (const auto product =
                db::RecordTable::of(typeNamed("product")).find(database_, row.product)) {
            row.code = product->textOf("code");
            row.name = product->textOf("name");
            row.unit = product->textOf("unit");
        }
        row.position = line.integerOf("position");
        row.quantity = line.integerOf("quantity");
        row.unitPrice = valueOf<Money>(line, "unit_price").value_or(Money{});
        row.listPrice = valueOf<Money>(line, "list_price").value_or(row.unitPrice);
        row.discount = line.integerOf("discount");
        row.taxRate = line.integerOf("tax_rate");
        row.lineTotal = valueOf<Money>(line, "line_total");
        rows.push_back(std::move(row));
    }
    return rows;
}

bool LocalQueries::isArriving(const Uuid& order)
{
    const db::ReadTransaction moment{database_};
    if (meta_.flag(meta::consistent)) {
        return false;
    }
    auto query = database_.prepare(
        "SELECT o.line_count IS NOT NULL AND o.line_count <> (SELECT count(*) FROM order_line l "
        "WHERE l.\"order\" = o.id AND l.deleted_at IS NULL) FROM \"order\" o WHERE o.id = :id");
    query.bind(":id", order);
    return !query.step() || query.int64(0) != 0;
}

std::optional<Record> LocalQueries::priceList(const Uuid& customer)
{
    const db::ReadTransaction moment{database_};
    return world_.find(priceListOf(database_, customer));
}

std::vector<CategoryRow> LocalQueries::categories(const Uuid& customer)
{
    const db::ReadTransaction moment{database_};
    std::vector<CategoryRow> rows;
    if (!customer.isNil()) {
        // The store has no clock: habits are those of the year before the customer's last order.
        const auto habits = habitsOf(database_, customer, yearBeforeLastOrder(customer));
        if (!habits.empty()) {
            rows.push_back({std::string{usualCategory}, static_cast<std::int64_t>(habits.size())});
        }
    }
    auto query = database_.prepare("SELECT category, count(*) FROM product "
                                   "WHERE deleted_at IS NULL AND active IS NOT 0 "
                                   "AND category IS NOT NULL GROUP BY category ORDER BY category");
    while (query.step()) {
        rows.push_back({query.get<std::string>(0), query.int64(1)});
    }
    return rows;
}

std::string LocalQueries::yearBeforeLastOrder(const Uuid& customer)
{
    auto query = database_.prepare("SELECT max(ordered_on) FROM \"order\" "
                                   "WHERE customer = :customer AND deleted_at IS NULL");
    query.bind(":customer", customer);
    const auto last = query.step() ? dateAt(query, 0) : std::nullopt;
    return last ? yearBefore(*last) : std::string{};
}

std::vector<ProductRow> LocalQueries::catalogue(const CatalogueQuery& query)
{
    const db::ReadTransaction moment{database_};
    const bool usual = query.category == usualCategory;
    const auto habits = query.customer.isNil() ? Habits{}
                                               : habitsOf(database_, query.customer,
                                                          yearBeforeLastOrder(query.customer));
    std::vector<Record> products;
    const auto take = [&](const Uuid& id) {
        auto product = db::RecordTable::of(typeNamed("product")).find(database_, id);
        if (product && !product->isDeleted() && valueOf<bool>(*product, "active").value_or(true)) {
            products.push_back(std::move(*product));
        }
    };
    if (!query.search.empty()) {
        for (const auto& [type, id] : hits(query.search, &typeNamed("product"), query.limit)) {
            take(id);
        }
        std::erase_if(products, [&](const Record& product) {
            return usual ? !habits.contains(product.id())
                         : !query.category.empty() && product.textOf("category") != query.category;
        });
    } else if (usual) {
        for (const auto& [id, times] : habits) {
            take(id);
        }
        std::ranges::sort(products, [&](const Record& a, const Record& b) {
            return std::tuple{-habits.at(a.id()), a.searchKeys().pinyin, a.id()} <
                   std::tuple{-habits.at(b.id()), b.searchKeys().pinyin, b.id()};
        });
    } else {
        auto rows = database_.prepare("SELECT doc FROM product WHERE deleted_at IS NULL "
                                      "AND active IS NOT 0 "
                                      "AND (:category = '' OR category = :category) "
                                      "ORDER BY sort, id LIMIT :limit");
        rows.bind(":category", query.category)
            .bind(":limit", static_cast<std::int64_t>(query.limit));
        products = documents(rows);
    }
    const Uuid list = priceListOf(database_, query.customer);
    std::vector<ProductRow> rows;
    for (const Record& product : products) {
        const auto known = habits.find(product.id());
        auto steps = pricesIn(database_, list, product.id());
        rows.push_back({product.id(), product.textOf("code"), product.textOf("name"),
                        product.textOf("category"), product.textOf("unit"),
                        steps.empty() ? std::nullopt : std::optional{steps.front().price},
                        valueOf<std::int64_t>(product, "stock"), product.integerOf("tax_rate"),
                        known == habits.end() ? 0 : known->second, std::move(steps)});
    }
    rows.resize(std::min(rows.size(), query.limit));
    return rows;
}

} // namespace fieldbook::client
