#pragma once

#include "client/local/effects.h"
#include "client/local/receipt_log.h"
#include "client/local/shelf.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::client {

// A change as the outbox keeps it: its JSON, and how to call it in lists.
struct JournalEntry {
    std::int64_t number = 0;
    std::int64_t atMillis = 0;
    std::int64_t groupFirst = 0;
    std::int64_t groupLast = 0;
    std::string type;
    Uuid record;
    std::string verb; // create, edit, act, delete
    std::string act;
    std::string title;
    std::string fields; // display.h
    std::string json;
};

// The unsent changes of this tablet, and for every record they touched how it stood with the server
// (base). The records as the user sees them are always the bases with all unsent changes replayed
// over them, in their order. Every function works inside the caller's transaction. Writer's thread.
class Journal {
public:
    Journal(Shelf& shelf, Doer doer) : shelf_{shelf}, doer_{std::move(doer)} {}

    // Appends changes that have just taken effect, and puts what they wrote.
    void append(const std::vector<JournalEntry>& entries, const Effects& effects);

    // The server's version of a record. True if it has unsent changes: then the document went under
    // them, and rebase() must follow.
    bool layUnder(const Uuid& id, const TypeSpec& type, std::string_view document);
    // The record left this tablet's sight. True if it stays until its changes are answered.
    bool leaveUnder(const Uuid& id);

    // Takes changes out of the journal, because what they did has been pulled or they were refused.
    // Returns the records they touched, for rebase().
    [[nodiscard]] std::set<Uuid> take(const std::vector<std::int64_t>& numbers);
    // Shows these records, and all that hang together with them by unsent changes, as they are now.
    void rebase(const std::set<Uuid>& records);

    // Changes that were put back into the outbox count again.
    void revive(const std::vector<Revived>& changes);

    // No record has unsent changes: pages may be laid without looking.
    [[nodiscard]] bool isEmpty();

private:
    struct Closure {
        std::set<Uuid> records;
        std::set<std::int64_t> changes;
    };
    struct Base {
        const TypeSpec* type = nullptr;
        std::optional<std::string> document;
        bool gone = false;
    };

    [[nodiscard]] Closure closureOf(const std::set<Uuid>& records);
    [[nodiscard]] std::optional<Base> findBase(const Uuid& id);
    void keepBase(const Uuid& id, const TypeSpec& type);
    void restore(const Uuid& id);
    [[nodiscard]] std::vector<sync::Change> load(const std::set<std::int64_t>& numbers);
    void write(const Effects& effects);
    void rememberTouches(const Effects& effects);

    Shelf& shelf_;
    Doer doer_;
};

} // namespace fieldbook::client
