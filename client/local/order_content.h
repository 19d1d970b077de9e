#pragma once

#include "client/local/rows.h"
#include "shared/base/result.h"
#include "shared/rules/price_steps.h"
#include "shared/rules/totals.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::client {

// A line of an order that is being written.
struct DraftLine {
    Uuid product;
    std::string code;
    std::string name;
    std::string unit;
    std::int64_t quantity = 0; // Thousandths.
    Money listPrice;
    Money unitPrice;
    std::int64_t discount = 0; // Basis points.
    std::int64_t taxRate = 0; // Basis points.
    // What the price list says by quantity, ascending; none: one price whatever the quantity.
    std::vector<rules::PriceStep> steps;
    // Reckoned by rules::orderTotals: before and after the line's discount, in minor units.
    std::int64_t goods = 0;
    std::int64_t total = 0;

    // The price follows the quantity.
    void setQuantity(std::int64_t thousandths);

    friend bool operator==(const DraftLine&, const DraftLine&) = default;
};

// What a person has put into an order so far; what the autosaved draft holds.
struct OrderContent {
    std::string number; // Given with the first save.
    std::vector<DraftLine> lines;
    std::int64_t discount = 0; // On the order as a whole, basis points.
    std::optional<Date> requestedOn;
    std::string shipTo;
    std::string notes;
    std::string signature; // SVG path data.
    std::string signedBy;
    std::optional<Timestamp> signedAt;

    [[nodiscard]] bool isBlank() const;
    [[nodiscard]] std::string json() const;
    // Code `draft.malformed`.
    [[nodiscard]] static Result<OrderContent> parse(std::string_view json);

    friend bool operator==(const OrderContent&, const OrderContent&) = default;
};

// The customer's terms: price list and what it says.
struct OrderTermsOf {
    Uuid priceList; // Nil: none.
    std::string priceListName;
    Currency currency;
    bool taxIncluded = false;
    std::optional<Date> validTo;
};

// The totals, and with them each line's goods and total. Codes of rules::orderTotals.
[[nodiscard]] Result<rules::OrderTotals> reckon(OrderContent& content, const OrderTermsOf& terms);

} // namespace fieldbook::client
