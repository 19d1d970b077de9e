#pragma once

#include "client/local/search_index.h"
#include "client/local/store_change.h"
#include "shared/db/transaction.h"
#include "shared/record/document_scan.h"

#include <optional>
#include <string_view>

namespace fieldbook::client {

// Where records are put as the user sees them, with all that follows from their content: columns,
// the search index, the conflicts that wait for this user. Gathers what changed for the pages. One
// transaction; writer's thread.
class Shelf {
public:
    struct Owner {
        Uuid user;
        std::int64_t device = 0;
    };

    // `bulk`: the search index is built afterwards (SearchIndex::startBuilding).
    Shelf(db::Transaction& transaction, SearchIndex& search, Owner owner, bool bulk = false);

    void put(const Record& record) { putDocument(record.document()); }
    // Throws if the document cannot be read: it was written by this program.
    void putDocument(std::string_view document);
    // A document that `scan` has just read.
    void put(const DocumentScan& scan, std::string_view document);
    void erase(const TypeSpec& type, const Uuid& id);

    // Puts or erases the row alone, for a moment within the transaction.
    void reset(const TypeSpec& type, const Uuid& id, const std::optional<std::string>& document);

    [[nodiscard]] DocumentScan& scan() { return scan_; }
    [[nodiscard]] db::Transaction& transaction() { return transaction_; }
    [[nodiscard]] db::Database& database() { return transaction_.database(); }
    [[nodiscard]] StoreChange& change() { return change_; }

private:
    void note(const TypeSpec& type, const Uuid& id);
    void followConflicts(const DocumentScan& scan, std::string_view document);

    db::Transaction& transaction_;
    SearchIndex& search_;
    Owner owner_;
    bool bulk_;
    bool anyConflicts_;
    DocumentScan scan_;
    StoreChange change_;
};

} // namespace fieldbook::client
