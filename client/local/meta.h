#pragma once

#include "shared/base/clock.h"
#include "shared/base/hybrid_time.h"
#include "shared/base/uuid.h"
#include "shared/db/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fieldbook::client {

// The names of the small facts a tablet keeps about itself, each one row of the table `meta`.
namespace meta {
inline constexpr std::string_view install = "install"; // Uuid of this installation.
// Set while the installation is newer than the device: the tablet itself gave the former up.
inline constexpr std::string_view renewed = "renewed";
inline constexpr std::string_view server = "server"; // Base address.
inline constexpr std::string_view user = "user";
inline constexpr std::string_view userName = "user_name";
inline constexpr std::string_view login = "login";
inline constexpr std::string_view token = "token"; // Absent: signed out.
inline constexpr std::string_view device = "device";
inline constexpr std::string_view deviceCode = "device_code";
// As a device (device_store.h).
inline constexpr std::string_view deviceKey = "device_key"; // The seed of its pair.
inline constexpr std::string_view deviceState = "device_state"; // Absent: admitted.
inline constexpr std::string_view deviceHelp = "device_help"; // Whom to call about it.
inline constexpr std::string_view contacts = "contacts"; // Those that were answered.
inline constexpr std::string_view contactLink = "contact_link"; // That the last of them left.
inline constexpr std::string_view contactNext = "contact_next"; // That the one under way leaves.
inline constexpr std::string_view nextChange = "next_change";
inline constexpr std::string_view received = "received"; // Last number whose receipt is stored.
inline constexpr std::string_view hybridTime = "hybrid_time";
inline constexpr std::string_view cursor = "cursor";
inline constexpr std::string_view pulledUpTo = "pulled_up_to"; // Of the last complete page.
inline constexpr std::string_view stagedCursor = "staged_cursor";
// The server may have been put back to a backup: after the next whole page, files that no record
// says it has are sent again (files.h).
inline constexpr std::string_view filesInDoubt = "files_in_doubt";
inline constexpr std::string_view consistent = "consistent";
inline constexpr std::string_view resyncing = "resyncing";
inline constexpr std::string_view lastPulledAt = "last_pulled_at";
inline constexpr std::string_view lastPushedAt = "last_pushed_at";
inline constexpr std::string_view searchBuild = "search_build"; // Where building has got to.
inline constexpr std::string_view searchShape = "search_shape"; // What the index was made from.
inline constexpr std::string_view knownTypes = "known_types";
} // namespace meta

// Reads and writes the facts by name; knows no meaning. Thread: the database's.
class Meta {
public:
    explicit Meta(db::Database& database) : database_{database} {}

    [[nodiscard]] std::optional<std::string> text(std::string_view name) const;
    [[nodiscard]] std::string textOr(std::string_view name, std::string_view fallback = {}) const;
    [[nodiscard]] std::int64_t number(std::string_view name, std::int64_t fallback = 0) const;
    [[nodiscard]] std::optional<Uuid> uuid(std::string_view name) const;
    [[nodiscard]] std::optional<Timestamp> time(std::string_view name) const;
    [[nodiscard]] bool flag(std::string_view name) const { return number(name) != 0; }

    void set(db::Transaction& transaction, std::string_view name, std::string_view value);
    void set(db::Transaction& transaction, std::string_view name, std::int64_t value);
    void remove(db::Transaction& transaction, std::string_view name);

private:
    db::Database& database_;
};

} // namespace fieldbook::client
