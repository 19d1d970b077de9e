#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/db/transaction.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace fieldbook::client {

// A run of document numbers that the server leased to this tablet for good. What a tablet does not
// use remains a gap.
struct NumberBlock {
    std::string series; // "order"
    std::string prefix; // "SO"
    std::int64_t first = 0;
    std::int64_t last = 0;

    friend bool operator==(const NumberBlock&, const NumberBlock&) = default;
};

void keepBlock(db::Transaction& transaction, const NumberBlock& block);
// Takes the next number. Code `numbers.none` when all are used up.
struct DocumentNumber {
    std::string prefix;
    std::int64_t number = 0;
};
[[nodiscard]] Result<DocumentNumber> takeNumber(db::Transaction& transaction,
                                                std::string_view series);
// The last number of all blocks; 0: there are none.
[[nodiscard]] std::int64_t lastNumber(db::Database& database, std::string_view series);
[[nodiscard]] std::int64_t numbersLeft(db::Database& database, std::string_view series);

// "SO-2605-A7-0042": prefix, year and month, the device's code, the number.
[[nodiscard]] std::string
documentNumber(const DocumentNumber& number, Date day, std::string_view deviceCode);

} // namespace fieldbook::client
