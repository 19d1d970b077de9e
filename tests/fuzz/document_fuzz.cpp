#include "shared/base/assert.h"
#include "shared/record/document_scan.h"
#include "tests/fuzz/fuzz_targets.h"

#include <algorithm>

namespace fieldbook::testing {

void fuzzDocument(std::string_view bytes)
{
    static DocumentScan scan;
    // Scanning reads less than parsing; what it makes of bytes that are no document is its own
    // business, as long as it says no or stays within them.
    if (scan.read(bytes)) {
        FIELDBOOK_ASSERT(scan.cells().size() == columnsOf(scan.type()).size());
    }
    const auto record = Record::parse(bytes);
    if (!record) {
        FIELDBOOK_ASSERT(record.error().code.starts_with("record."));
        return;
    }
    const std::string document = record->document();
    const auto again = Record::parse(document);
    FIELDBOOK_ASSERT(again.has_value());
    FIELDBOOK_ASSERT(again->document() == document);

    std::vector<Cell> cells;
    std::vector<std::string> scratch;
    cellsOf(*again, cells, scratch);
    FIELDBOOK_ASSERT(scan.read(document).has_value());
    FIELDBOOK_ASSERT(scan.id() == record->id());
    FIELDBOOK_ASSERT(std::ranges::equal(scan.cells(), cells));
}

} // namespace fieldbook::testing
