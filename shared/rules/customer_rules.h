#pragma once

#include "shared/base/secret_key.h"
#include "shared/rules/world.h"

#include <chrono>
#include <cstddef>
#include <optional>

// The company's settings about its customers (客户参数设置), as one record that every tablet holds.
namespace fieldbook::rules {

// The id of that record.
[[nodiscard]] Uuid customerRulesId();

// Nothing where a limit is off. A company without the record has no pool, no limits and no
// listings.
struct CustomerRules {
    using Days = std::chrono::days;

    std::optional<Days> poolAfter; // Without contact, a customer goes back into the pool.
    Days poolWarning{2}; // ... and is warned of so long before.
    bool poolSparesActive = false;
    Timestamp poolSince{}; // These two have been as they are; nobody is to lose a book unwarned.
    TextSet poolHides; // Fields of a listing, by name, that the pool does not show.
    std::optional<std::size_t> claimsPerDay;
    Days formerOwnerWaits{0};
    Days newWaits{0};
    std::optional<std::size_t> maxOwned;
    bool activeNotCounted = false;
    std::optional<std::size_t> maxProtected;
    Days protection{0}; // The longest; 0: nothing can be protected.
    Days mergeUndo{7};
    std::optional<SecretKey> indexKey;

    [[nodiscard]] static CustomerRules of(const World& world);
};

} // namespace fieldbook::rules
