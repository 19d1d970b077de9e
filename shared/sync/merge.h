#pragma once

#include "shared/sync/change.h"
#include "shared/sync/receipt.h"

#include <vector>

namespace fieldbook::sync {

// A value that stood or would have stood, kept so that nothing recorded is lost.
struct HistoryEntry {
    std::size_t field = 0;
    Value value;
    Version version;
    Uuid author;
};

struct MergeResult {
    Record record; // What stands now.
    std::vector<FieldReceipt> fields; // Fields that did not simply win.
    std::vector<HistoryEntry> history; // What was overwritten or lost.
    bool changed = false;
};

// Who made an edit and when: `version.at` is the time already clamped by the server.
struct Authorship {
    Version version;
    Uuid author;
};

// Merges an edit into the record as it stands, field by field after each field's policy (MERGE.md).
// Pure: server and tablet get the same from the same. `authorOf` of the standing value is not known
// here; the caller fills FieldReceipt::theirAuthor.
[[nodiscard]] MergeResult
mergeEdit(const Record& standing, const EditBody& edit, const Authorship& by);

// Three-way merge of texts by line. Where both changed the same lines both stand, mine after
// theirs; `overlapped` tells.
struct TextMerge {
    std::string text;
    bool overlapped = false;
};
[[nodiscard]] TextMerge
mergeText(std::string_view base, std::string_view mine, std::string_view theirs);

} // namespace fieldbook::sync
