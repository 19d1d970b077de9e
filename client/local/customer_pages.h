#pragma once

#include "client/local/queries.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fieldbook::client {

// Where the next page of customers begins: which part of the order it is in, and what the last row
// had there. Written into CustomerPage::next, with the total that need not be counted again.
struct CustomerPlace {
    // Keyed: rows that have what the list is ordered by. Rest: those that have not, as they were
    // stored. Counted: the order is that of relevance or distance, and rows are counted off.
    enum class Part : char { Keyed = 'k', Rest = 'r', Counted = 'c' };

    Part part = Part::Keyed;
    std::int64_t total = 0;
    std::int64_t number = 0; // The key of the last row (a time), or how many rows went before.
    std::int64_t row = 0; // Its rowid.
    std::string text; // Its key, where that is a text.

    [[nodiscard]] std::string write() const;
    // Nothing for what no page has written.
    [[nodiscard]] static std::optional<CustomerPlace> read(std::string_view text);
};

// Part of a WHERE clause with :me, :soon and :now.
[[nodiscard]] std::string_view scopeSql(CustomerQuery::Scope scope);

} // namespace fieldbook::client
