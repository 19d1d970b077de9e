#pragma once

#include "server/import/importer.h"

#include <set>
#include <string>
#include <string_view>

namespace fieldbook::server::import {

// One part of an import as it was written, kept so that it can be taken back.
struct Part {
    // Of the server's changes, between which this part's lie.
    std::int64_t before = 0;
    std::int64_t after = 0;
    std::vector<Written> records;
};

[[nodiscard]] std::string toText(const Part& part);
[[nodiscard]] Part partFrom(std::string_view text);

struct TakenBack {
    std::size_t putBack = 0;
    std::size_t kept = 0; // Changed since, or with something recorded about it.
};

// Of these records, which others refer to: as far as anything in the store does that is not among
// them. Reads the whole store.
[[nodiscard]] std::set<Uuid> referredTo(StoreView& view, const std::set<Uuid>& ids);

struct TakingBack {
    Timestamp now;
    std::string reason;
    const std::set<Uuid>& referredTo;
};

// Puts what the part made into the recycle bin, and what it changed back as it would be without it,
// each as far as nobody else has touched it or refers to it since.
void takeBack(Commit& commit,
              ChangeService& changes,
              const Part& part,
              const TakingBack& how,
              TakenBack& sum);

} // namespace fieldbook::server::import
