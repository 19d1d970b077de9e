#include "shared/rules/totals.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <string>
#include <tuple>

namespace fieldbook::rules {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t whole = 10'000; // Basis points.
constexpr std::int64_t thousand = 1'000;

Result<std::int64_t> narrow(Wide value)
{
    if (value > std::numeric_limits<std::int64_t>::max()) {
        return fail(ErrorKind::Invalid, "money.overflow");
    }
    return static_cast<std::int64_t>(value);
}

// Of numbers that are not negative.
Result<std::int64_t> divideHalfEven(Wide value, Wide divisor)
{
    Wide quotient = value / divisor;
    const Wide twice = value % divisor * 2;
    if (twice > divisor || (twice == divisor && quotient % 2 != 0)) {
        ++quotient;
    }
    return narrow(quotient);
}

bool isShare(std::int64_t basisPoints) { return basisPoints >= 0 && basisPoints <= whole; }

Wide unrounded(const LineTerms& line)
{
    return Wide{line.quantity} * line.unitPrice * (whole - line.discount);
}

Result<LineTotals> totalsOf(const LineTerms& line)
{
    const auto goods = divideHalfEven(Wide{line.quantity} * line.unitPrice, thousand);
    const auto total = lineTotal(line);
    if (!goods || !total) {
        return fail(!goods ? goods.error() : total.error());
    }
    return LineTotals{.goods = *goods, .line = *total, .net = *total};
}

// Takes `off` from the lines in proportion to what each comes to; off is at most their sum.
void spread(std::int64_t off, std::int64_t sum, std::vector<LineTotals>& lines)
{
    if (off == 0) {
        return;
    }
    std::vector<Wide> remainders(lines.size());
    std::int64_t left = off;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Wide product = Wide{off} * lines[i].line;
        const auto share = static_cast<std::int64_t>(product / sum);
        remainders[i] = product % sum;
        lines[i].net -= share;
        left -= share;
    }
    std::vector<std::size_t> byRemainder(lines.size());
    std::iota(byRemainder.begin(), byRemainder.end(), 0);
    std::ranges::sort(byRemainder, [&](std::size_t a, std::size_t b) {
        return remainders[a] != remainders[b] ? remainders[a] > remainders[b] : a < b;
    });
    for (std::size_t i = 0; left > 0; ++i, --left) {
        --lines[byRemainder[i]].net;
    }
}

Result<std::int64_t>
taxOf(const OrderTerms& order, std::span<const LineTerms> terms, std::span<const LineTotals> totals)
{
    std::map<std::int64_t, Wide> taxed;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        taxed[terms[i].taxRate] += totals[i].net;
    }
    Wide tax = 0;
    for (const auto& [rate, net] : taxed) {
        const auto part = divideHalfEven(net * rate, order.taxIncluded ? whole + rate : whole);
        if (!part) {
            return part;
        }
        tax += *part;
    }
    return narrow(tax);
}

const Money* moneyIn(const Record& record, std::string_view field)
{
    return std::get_if<Money>(&record.get(field));
}

} // namespace

Result<void> LineTerms::check() const
{
    if (quantity <= 0 || quantity > quantityMax) {
        return fail(ErrorKind::Invalid, "quantity.range", std::to_string(quantity));
    }
    if (unitPrice < 0 || unitPrice > unitPriceMax) {
        return fail(ErrorKind::Invalid, "price.range", std::to_string(unitPrice));
    }
    if (!isShare(discount)) {
        return fail(ErrorKind::Invalid, "discount.range", std::to_string(discount));
    }
    if (!isShare(taxRate)) {
        return fail(ErrorKind::Invalid, "tax.range", std::to_string(taxRate));
    }
    return {};
}

Result<LineTerms> LineTerms::of(const Record& line, Currency currency)
{
    const Money* price = moneyIn(line, "unit_price");
    const LineTerms terms{.quantity = line.integerOf("quantity"),
                          .unitPrice = price != nullptr ? price->minor() : 0,
                          .discount = line.integerOf("discount"),
                          .taxRate = line.integerOf("tax_rate")};
    if (price != nullptr && price->currency() != currency) {
        return fail(ErrorKind::Invalid, "order.currency_mixed", line.id().text());
    }
    if (auto checked = terms.check(); !checked) {
        return fail(checked.error());
    }
    return terms;
}

Result<OrderTerms> OrderTerms::of(const Record& order, const Record* priceList)
{
    const auto currency = Currency::parse(order.textOf("currency"));
    if (!currency) {
        return fail(currency.error());
    }
    OrderTerms terms{.currency = *currency, .discount = order.integerOf("discount")};
    if (!isShare(terms.discount)) {
        return fail(ErrorKind::Invalid, "discount.range", std::to_string(terms.discount));
    }
    if (const Money* freight = moneyIn(order, "freight")) {
        if (freight->currency() != *currency) {
            return fail(ErrorKind::Invalid, "order.currency_mixed", "freight");
        }
        if (freight->minor() < 0) {
            return fail(ErrorKind::Invalid, "money.negative", "freight");
        }
        terms.freight = freight->minor();
    }
    if (priceList != nullptr) {
        const auto& listed = priceList->textOf("currency");
        if (!listed.empty() && listed != currency->code()) {
            return fail(ErrorKind::Invalid, "order.currency_mixed", "price_list");
        }
        const auto* included = std::get_if<bool>(&priceList->get("tax_included"));
        terms.taxIncluded = included != nullptr && *included;
    }
    return terms;
}

Result<std::int64_t> lineTotal(const LineTerms& line)
{
    if (auto checked = line.check(); !checked) {
        return fail(checked.error());
    }
    return divideHalfEven(unrounded(line), Wide{thousand} * whole);
}

Result<OrderTotals> orderTotals(const OrderTerms& order, std::span<const LineTerms> lines)
{
    OrderTotals totals;
    Wide goods = 0;
    Wide sum = 0;
    for (const LineTerms& line : lines) {
        const auto part = totalsOf(line);
        if (!part) {
            return fail(part.error());
        }
        goods += part->goods;
        sum += part->line;
        totals.lines.push_back(*part);
    }
    const auto lineSum = narrow(sum);
    const auto goodsSum = narrow(goods);
    if (!lineSum || !goodsSum) {
        return fail(ErrorKind::Invalid, "money.overflow");
    }
    const auto off = divideHalfEven(Wide{*lineSum} * order.discount, whole);
    if (!off) {
        return fail(off.error());
    }
    spread(*off, *lineSum, totals.lines);
    const auto tax = taxOf(order, lines, totals.lines);
    if (!tax) {
        return fail(tax.error());
    }
    const auto total =
        narrow(Wide{*lineSum} - *off + order.freight + (order.taxIncluded ? 0 : *tax));
    if (!total) {
        return fail(total.error());
    }
    totals.goods = Money::fromMinor(*goodsSum, order.currency);
    totals.discount = Money::fromMinor(*goodsSum - (*lineSum - *off), order.currency);
    totals.tax = Money::fromMinor(*tax, order.currency);
    totals.total = Money::fromMinor(*total, order.currency);
    return totals;
}

void sortLines(std::vector<Record>& lines)
{
    std::ranges::sort(lines, {}, [](const Record& line) {
        return std::tuple{line.integerOf("position"), line.id()};
    });
}

Result<void> UnroundedSum::add(const LineTerms& line)
{
    if (auto checked = line.check(); !checked) {
        return fail(checked.error());
    }
    sum_ += unrounded(line);
    return {};
}

Result<std::int64_t> UnroundedSum::rounded() const
{
    return divideHalfEven(sum_, Wide{thousand} * whole);
}

} // namespace fieldbook::rules
