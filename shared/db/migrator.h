#pragma once

#include "shared/db/transaction.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fieldbook::db {

// One step from the version before to `version`: SQL, or a function for what SQL cannot say.
struct Migration {
    int version;
    std::variant<std::string, std::function<void(Transaction&)>> step;
};

// Brings a database to the newest schema, each step in a transaction of its own together with the
// number it reaches (user_version), so a crash leaves a whole step or none. Foreign keys rest
// during a step, so that tables can be rebuilt, and are checked before it is committed.
class Migrator {
public:
    // The application id marks the file as ours. Versions count from 1 without gaps.
    Migrator(std::int32_t applicationId, std::vector<Migration> migrations);

    // Returns the number of steps taken. Throws NewerSchema if the file was written by a newer
    // program, ForeignDatabase if it is another's; in both cases the file is untouched.
    int migrate(Database& database) const;

    [[nodiscard]] int newest() const { return static_cast<int>(migrations_.size()); }

private:
    // False if there is no further step.
    bool takeStep(Database& database) const;
    // Inside a transaction, so that what it reads belongs together.
    void checkOwner(Database& database) const;

    std::int32_t applicationId_;
    std::vector<Migration> migrations_;
};

// The version a database is at; 0 for a new one.
[[nodiscard]] int schemaVersion(Database& database);

} // namespace fieldbook::db
