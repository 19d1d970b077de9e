#pragma once

#include "shared/base/result.h"
#include "shared/rules/customer_rules.h"

#include <optional>

// The public pool (公海) and the protection of customers: what the acts decide by, and what a page
// says beforehand. The acts are customer.release, customer.return, customer.protect,
// customer.unprotect and listing.claim (acts/pool.cpp).
namespace fieldbook::rules {

[[nodiscard]] bool isPooled(const Record& customer);
// Whether its protection covers that day.
[[nodiscard]] bool isProtected(const Record& customer, Date today);

// When the customer goes back into the pool by itself if there is no contact until then; nothing if
// it does not.
[[nodiscard]] std::optional<Timestamp> returnsAt(const Record& customer,
                                                 const CustomerRules& rules);

// Whether it went back by itself although somebody had been in contact in time, without a network:
// what was recorded then came later.
[[nodiscard]] bool
wasReturnedTooSoon(const Record& customer, const CustomerRules& rules, Timestamp now);

// Whether somebody may claim what this listing stands for, as far as the listing tells. Codes:
// `claim.taken`, `claim.cooldown`, `claim.new`.
[[nodiscard]] Result<void>
mayClaim(const Record& listing, const Uuid& user, const CustomerRules& rules, Timestamp at);

} // namespace fieldbook::rules
