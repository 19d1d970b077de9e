#include "server/app/demo/book.h"
#include "shared/base/assert.h"
#include "shared/rules/totals.h"

#include <array>
#include <cstdio>
#include <set>

namespace fieldbook::server::demo {
namespace {

using namespace std::chrono;
using rules::RecordWrite;

constexpr std::array<std::int64_t, 6> discounts{0, 0, 0, 300, 500, 800}; // Basis points.
constexpr std::int64_t taxRate = 1300;

std::string stateAfter(int daysAgo)
{
    if (daysAgo > 30) {
        return "closed";
    }
    return daysAgo > 7 ? "shipped" : "submitted";
}

} // namespace

void BookMaker::addOrder(Group& group, const Salesperson& owner, int daysAgo)
{
    const Uuid id = ids_.next();
    const Timestamp at = workingHour(-daysAgo, 11);
    const Date day{floor<days>(at)};
    std::array<char, 40> number{};
    std::snprintf(number.data(), number.size(), "SO-%02d%02u-D0-%04lld",
                  static_cast<int>(day.year()) % 100, static_cast<unsigned>(day.month()),
                  static_cast<long long>(++orders_));
    RecordWrite order = begin("order", id, owner, at);
    order.set("customer", customer_);
    order.set("number", std::string{number.data()});
    order.set("state", stateAfter(daysAgo));
    order.set("ordered_on", day);
    order.set("requested_on", Date{floor<days>(at) + days{4}});
    if (daysAgo > 7) {
        order.set("shipped_on", Date{floor<days>(at) + days{2}});
    }
    order.set("price_list", catalogue_.priceList);
    order.set("currency", std::string{"CNY"});
    order.set("submitted_at", at);

    std::vector<rules::LineTerms> terms;
    std::vector<RecordWrite> lines;
    std::set<std::int64_t> taken;
    const std::int64_t count = dice_.between(1, 6);
    for (std::int64_t position = 1; position <= count; ++position) {
        const std::int64_t which =
            dice_.between(0, static_cast<std::int64_t>(catalogue_.products.size()) - 1);
        if (!taken.insert(which).second) {
            continue;
        }
        const auto& product = catalogue_.products[static_cast<std::size_t>(which)];
        const rules::LineTerms line{dice_.between(1, 30) * 2000, product.price.minor(),
                                    dice_.pick(std::span{discounts}), taxRate};
        RecordWrite write = begin("order_line", ids_.next(), owner, at);
        write.set("order", id);
        write.set("product", product.id);
        write.set("position", position);
        write.set("quantity", line.quantity);
        write.set("list_price", product.price);
        write.set("unit_price", product.price);
        write.set("discount", line.discount);
        write.set("tax_rate", line.taxRate);
        terms.push_back(line);
        lines.push_back(std::move(write));
    }
    rules::OrderTerms orderTerms;
    orderTerms.taxIncluded = true;
    const auto totals = rules::orderTotals(orderTerms, terms);
    FIELDBOOK_ASSERT(totals.has_value());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        lines[i].set("line_total", Money::fromMinor(totals->lines[i].line, orderTerms.currency));
    }
    order.set("goods_total", totals->goods);
    order.set("discount_total", totals->discount);
    order.set("tax_total", totals->tax);
    order.set("total", totals->total);
    order.set("line_count", static_cast<std::int64_t>(lines.size()));
    group.push_back(std::move(order));
    std::ranges::move(lines, std::back_inserter(group));
}

} // namespace fieldbook::server::demo
