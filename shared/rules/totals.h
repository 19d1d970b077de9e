#pragma once

#include "shared/base/money.h"
#include "shared/base/result.h"
#include "shared/record/record.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// What an order comes to. Whole numbers only, so that tablet, server and any other reader of the
// formula get the same cent:
//
//   goods(i)  = he(quantity * price / 1000)                      quantity in thousandths
//   line(i)   = he(quantity * price * (10000 - discount) / 10^7)  rounded once
//   lines     = sum of line(i)
//   off       = he(lines * orderDiscount / 10000)
//   share(i)  = off spread over the lines in proportion to line(i): each gets the whole part, what
//               is left goes one by one to the largest remainders, the earlier line first
//   net(i)    = line(i) - share(i)
//   taxed(r)  = sum of net(i) over the lines of tax rate r
//   tax(r)    = he(taxed(r) * r / 10000)              where prices are without tax
//             = he(taxed(r) * r / (10000 + r))        where tax is in the prices
//   total     = lines - off + freight (+ tax where prices are without it)
//   discount  = goods - (lines - off)
//
// he() rounds half to even. Freight bears no tax of its own. So goods - discount + freight (+ tax)
// is the total, to the cent.
namespace fieldbook::rules {

// A billion pieces, and ten million million in most currencies: bounds that keep every product of
// the formula within 128 bits.
inline constexpr std::int64_t quantityMax = 1'000'000'000'000;
inline constexpr std::int64_t unitPriceMax = 1'000'000'000'000'000;

struct LineTerms {
    std::int64_t quantity = 0; // Thousandths.
    std::int64_t unitPrice = 0; // Minor units.
    std::int64_t discount = 0; // Basis points.
    std::int64_t taxRate = 0; // Basis points.

    // Codes `quantity.range`, `price.range`, `discount.range`, `tax.range`.
    [[nodiscard]] Result<void> check() const;
    // Of an order line's record, whose currency must be the order's (`order.currency_mixed`).
    [[nodiscard]] static Result<LineTerms> of(const Record& line, Currency currency);
};

struct OrderTerms {
    Currency currency;
    std::int64_t discount = 0; // Basis points, on the order as a whole.
    std::int64_t freight = 0; // Minor units.
    bool taxIncluded = false; // The prices bear their tax.

    // Of an order's record and its price list, where it has one. Codes `currency.unknown`,
    // `order.currency_mixed`, `discount.range`, `money.negative`.
    [[nodiscard]] static Result<OrderTerms> of(const Record& order, const Record* priceList);
};

struct LineTotals {
    std::int64_t goods = 0; // Before any discount.
    std::int64_t line = 0; // After the line's own.
    std::int64_t net = 0; // After its share of the order's.
};

struct OrderTotals {
    std::vector<LineTotals> lines; // In the order of the terms.
    Money goods;
    Money discount;
    Money tax;
    Money total;
};

// What a line comes to after its own discount. Codes of check(), `money.overflow`.
[[nodiscard]] Result<std::int64_t> lineTotal(const LineTerms& line);
[[nodiscard]] Result<OrderTotals> orderTotals(const OrderTerms& order,
                                              std::span<const LineTerms> lines);

// The lines of an order in the order in which they are shown and reckoned: by position, then id.
void sortLines(std::vector<Record>& lines);

// The value of many lines with rounding put off to the end: what a report states over thousands of
// lines, where the sum of rounded lines may differ by some cents.
class UnroundedSum {
public:
    // Codes of check().
    [[nodiscard]] Result<void> add(const LineTerms& line);
    // Code `money.overflow`.
    [[nodiscard]] Result<std::int64_t> rounded() const;

private:
    __extension__ using Wide = __int128;
    Wide sum_ = 0; // Ten-millionths of a minor unit.
};

} // namespace fieldbook::rules
