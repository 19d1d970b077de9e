#pragma once

#include "client/local/queries.h"
#include "client/models/drafts/field_values.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

// What a form reads from the store when it opens, and again when what it refers to has changed. The
// reading runs on a reader's thread.
namespace fieldbook::client {

struct DraftQuestion {
    const TypeSpec* type = nullptr;
    Uuid id; // Nil for a new record.
    std::string key; // Of the draft.
    FieldValues defaults; // What a new record starts with.
    // What is typed in a form that is open; one that opens takes up the draft as it was left.
    std::optional<FieldValues> typed;
    ExtraFields extra = nullptr;
};

// What a form shows beside the record's own fields.
struct DraftAround {
    // What the records that it refers to are called, by field.
    std::map<std::string, std::string, std::less<>> names;
    std::vector<ContactRow> contacts; // Of its customer.
    Currency currency; // The company's, for amounts that have none yet.
};

struct DraftReading {
    std::optional<Record> record;
    FieldValues changes;
    DraftAround around;
};

[[nodiscard]] DraftReading readDraft(Queries& store, const DraftQuestion& question);

} // namespace fieldbook::client
