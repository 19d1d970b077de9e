#pragma once

#include "client/local/queries.h"
#include "client/local/recorder.h"
#include "client/models/drafts/field_values.h"

// How a form's record is read and recorded. The reading runs on a reader's thread, the writing on
// the writer's.
namespace fieldbook::client {

struct DraftQuestion {
    const TypeSpec* type = nullptr;
    Uuid id; // Nil for a new record.
    std::string key; // Of the draft.
    FieldValues preset; // What a new record starts with.
};

struct DraftReading {
    std::optional<Record> record;
    FieldValues changes; // The draft as it was left.
    // What the records that it refers to are called, by field.
    std::map<std::string, std::string, std::less<>> names;
    // Primary contacts of the same customer, who no longer are if this one becomes it.
    std::vector<Uuid> primaries;
};

[[nodiscard]] DraftReading readDraft(Queries& store, const DraftQuestion& question);

// Records it and drops its draft, all as one group: a customer has one primary contact, also when
// the network fails in between. Gives the record's id.
[[nodiscard]] Result<Uuid> writeDraft(Recorder& recorder,
                                      const DraftQuestion& question,
                                      const FieldValues& values,
                                      const std::vector<Uuid>& primaries);

} // namespace fieldbook::client
