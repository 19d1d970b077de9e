#pragma once

#include "server/service/commit.h"
#include "shared/rules/world.h"

#include <optional>
#include <vector>

// What the server writes of itself beside what a group wrote, with the version of what it follows
// from.
namespace fieldbook::server {

struct DerivedWrite {
    rules::RecordWrite write;
    Version version;
};

// That a customer or lead has changed hands; `former` as it stood before the group.
[[nodiscard]] std::optional<DerivedWrite>
ownershipChange(const Record& former, const Record& now, const Uuid& by);

// The cases in which the customer would go into another, with whoever is responsible for it now:
// the former one is to hear of them no more.
[[nodiscard]] std::vector<DerivedWrite>
casesFollowing(const Record& former, const Record& now, const rules::World& world);

// What the board may know of a customer that was written, if that changes by it.
[[nodiscard]] std::optional<DerivedWrite> listingFor(const Record& customer,
                                                     const rules::World& world);

// Cases of customers that are there already as another, to be put before those who decide. The
// listing is the customer's, as it was just written.
[[nodiscard]] std::vector<DerivedWrite> foundAgain(const Record& customer,
                                                   const DerivedWrite& listing,
                                                   Commit& commit,
                                                   const rules::World& world);

} // namespace fieldbook::server
