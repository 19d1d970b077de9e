#pragma once

#include "server/store/rows.h"
#include "shared/db/database.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace fieldbook::server {

// The numbers that stand for feeds and sets of feeds, remembered for one connection. What is
// committed never changes; after a rollback, forget(). The thread is the database's.
class FeedCatalogue {
public:
    explicit FeedCatalogue(db::Database& database) : database_{database} {}

    [[nodiscard]] std::optional<std::int64_t> findFeed(const FeedName& name);
    // The names of a set that exists, sorted; and their numbers.
    struct Set {
        std::vector<FeedName> names;
        std::vector<std::int64_t> feeds;
    };
    [[nodiscard]] const Set& set(std::int64_t id);

    // The set of these names, made if it is new. Inside a write transaction only.
    [[nodiscard]] std::int64_t setOf(std::span<const FeedName> names);

    void forget();

private:
    [[nodiscard]] std::int64_t feedOf(const FeedName& name);

    db::Database& database_;
    std::unordered_map<FeedName, std::int64_t> feeds_;
    std::unordered_map<std::string, std::int64_t> setIds_; // By their names, joined.
    std::unordered_map<std::int64_t, Set> sets_;
};

} // namespace fieldbook::server
