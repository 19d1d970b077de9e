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
    Uuid author; // Nil where only the version tells (a value that stood): the caller fills it.

    friend bool operator==(const HistoryEntry&, const HistoryEntry&) = default;
};

struct MergeResult {
    Record record; // What stands now.
    std::vector<FieldReceipt> fields; // Fields that did not simply win.
    std::vector<HistoryEntry> history; // What was overwritten or lost.
    bool changed = false; // Whether the record's document is another than before.
};

// Who made an edit and when: `version.at` is the time already clamped by the server.
struct Authorship {
    Version version;
    Uuid author;
};

// Merges an edit into the record as it stands, field by field after each field's policy (MERGE.md).
// Pure: server and tablet get the same from the same. Who wrote the standing value is not known
// here; the caller fills FieldReceipt::theirAuthor and the nil authors of the history. Fields that
// only the server or acts write must not be among the edit's (parseChange refuses them).
[[nodiscard]] MergeResult
mergeEdit(const Record& standing, const EditBody& edit, const Authorship& by);

// Three-way merge of texts by line. Where both changed the same lines both stand, mine after
// theirs, and `overlapped` tells; so they do where both inserted at one place, which is no
// contradiction. The cost is bounded (diffCostMax in tuning.h): beyond it two texts count as wholly
// different.
struct TextMerge {
    std::string text;
    bool overlapped = false;
};
[[nodiscard]] TextMerge
mergeText(std::string_view base, std::string_view mine, std::string_view theirs);

} // namespace fieldbook::sync
