#pragma once

#include "server/store/store.h"

#include <span>
#include <string>
#include <string_view>

namespace fieldbook::server {

// Something that happened and goes into the trail (shared/trail) with the commit it happened in.
struct TrailNote {
    std::string_view kind; // "record.changed"; a word that lives as long as the program.
    Uuid by = {}; // Nil: the server itself.
    std::int64_t device = 0;
    const TypeSpec* type = nullptr; // Of the record, if one is meant.
    Uuid record = {};
    std::string body = {}; // JSON; empty where the rest says all.
};

// Of a record that was made or changed: each field with its value, or what it was and what it is
// now. The time is that of the edit.
[[nodiscard]] TrailNote
noteOf(const Record* former, const Record& now, const Uuid& by, std::int64_t device, HybridTime at);

// Appends to the trail. All of it, or none: writes with the commit that is open.
void appendToTrail(Store::Writer& writer, std::span<const TrailNote> notes, Timestamp at);

// Levels of the tree whose complete subtrees are stored; the others follow from a few hundred
// entries.
inline constexpr int trailLevelsApart = 8;

} // namespace fieldbook::server
