#pragma once

#include "shared/base/result.h"
#include "shared/rules/access.h"

#include <optional>
#include <span>
#include <utility>

// What a tablet may create. Tablet and server both send every create through prepareCreate, so that
// a record is born the same on both.
namespace fieldbook::rules {

struct CreateCall {
    const TypeSpec* type = nullptr;
    Uuid id;
    std::span<const std::pair<std::size_t, Value>> values; // As the change carries them.
    Actor actor;
    Timestamp at; // When it was done, as merged (clamped) time.
    // Who answered for the record that it hangs on when it was done, where the caller knows better
    // than the world does: the server, for what an ex-owner recorded before the record moved.
    std::optional<FeedFacts> parentFacts;
};

// The write of the new record with what is left out filled in: owner (the actor), created_at,
// created_by, first stage or state, and what follows from them.
//
// Of the fields that only acts write, a create may set the owner (the actor, or somebody active
// whom the actor manages), the number of an order, and a stage or state if it is the first one.
// created_at and created_by are those of the change, whatever the values say.
//
// Codes: `access.read_only`, `access.denied`, `access.field`, `record.id`, `record.exists`,
// `create.field`, `create.state`, `create.owner`, `user.inactive`, `field.required`,
// `reference.nil`, `reference.missing`, and those of validate() and checkEditable() (validation.h).
[[nodiscard]] Result<RecordWrite> prepareCreate(const CreateCall& call, const World& world);

// Fills in what prepareCreate fills in, without asking whether the values may be set: for records
// that acts create.
void fillDefaults(RecordWrite& write, const Actor& actor, Timestamp at);
// The first stage or state, where none is given, and what follows from it.
void fillFirstState(RecordWrite& write, Timestamp at);

} // namespace fieldbook::rules
