#pragma once

#include "client/local/meta.h"
#include "shared/db/transaction.h"
#include "shared/record/document_scan.h"

#include <string>
#include <string_view>

namespace fieldbook::client {

// The index in which names (any part, pinyin, initials), telephone numbers (any run of digits) and
// other searched texts of records are found. Kept beside the records in the same transaction, but
// for the first sync, which leaves it to be built in pieces afterwards. Writer's thread.
class SearchIndex {
public:
    explicit SearchIndex(db::Database& database) : database_{database}, meta_{database} {}

    // Indexes the document just read, or takes it out if it is in the recycle bin. Costs nothing
    // for types that are not searched and for records whose texts have not changed.
    void put(db::Transaction& transaction, const DocumentScan& scan);
    void erase(db::Transaction& transaction, const Uuid& id);

    // Makes everything to be indexed anew, in pieces.
    void startBuilding(db::Transaction& transaction);
    [[nodiscard]] bool isBuilding() const;
    // Indexes up to `count` more records; false when there is nothing left to do.
    [[nodiscard]] bool buildSome(db::Transaction& transaction, std::size_t count);

    // Starts building if the program indexes otherwise than the one that made this index.
    void checkShape(db::Transaction& transaction);

private:
    db::Database& database_;
    Meta meta_;
    DocumentScan scan_;
};

// Which types are searched at all, by their number in the index: the position among allTypes().
[[nodiscard]] bool isSearched(const TypeSpec& type);
[[nodiscard]] std::int64_t searchNumberOf(const TypeSpec& type);

// The FTS5 expression for what a person typed; empty if nothing in it can be searched for. Digits
// that were typed in groups are one number.
[[nodiscard]] std::string searchExpression(std::string_view typed);

} // namespace fieldbook::client
