#pragma once

#include "shared/record/record.h"

namespace fieldbook::rules {

// How the record's name is read and typed: pinyin with a space between syllables and words, and
// initials; empty for a type without a name. The first field that is searched as a name counts, the
// next one where that is empty. Whoever writes a record sets them anew, on tablet and server alike.
[[nodiscard]] Record::SearchKeys searchKeysOf(const Record& record);

} // namespace fieldbook::rules
