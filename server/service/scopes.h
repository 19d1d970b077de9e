#pragma once

#include "shared/base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace fieldbook::server {

// What a key to the API opens. Within it the key may what its owner may, and nothing more.
enum class Scope : std::uint8_t {
    None, // No key does: it takes a person who has signed in.
    RecordsRead,
    RecordsWrite,
    FilesRead,
    FilesWrite,
    ReportsRead,
    MetricsRead, // Of the server; for the key of an administrator.
    CalendarRead, // The private calendar address, and that alone.
    Any, // Every key that may anything but read a calendar.
};

// Some scopes; a value.
class ScopeSet {
public:
    // "records.read files.read", as scopes are written everywhere. Codes: `key.scope` (one that
    // there is not, or none).
    [[nodiscard]] static Result<ScopeSet> parse(std::string_view text);

    void add(Scope scope) { bits_ |= bitOf(scope); }
    [[nodiscard]] bool opens(Scope scope) const;
    [[nodiscard]] std::string text() const;

    friend bool operator==(const ScopeSet&, const ScopeSet&) = default;

private:
    static std::uint32_t bitOf(Scope scope) { return 1U << static_cast<unsigned>(scope); }

    std::uint32_t bits_ = 0;
};

// The name of a scope as it is written; "" for None and Any.
[[nodiscard]] std::string_view nameOf(Scope scope);
// All that a key may be given.
[[nodiscard]] std::span<const Scope> allScopes();

} // namespace fieldbook::server
