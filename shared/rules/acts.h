#pragma once

#include "shared/base/result.h"
#include "shared/rules/access.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

// Named acts: the changes that a state machine governs. A tablet runs them at once on what it
// holds, the server again on what stands; the server decides. An act never draws a random number or
// reads a clock: ids come in its arguments.
namespace fieldbook::rules {

struct ActCall {
    std::string_view name;
    const TypeSpec* type = nullptr;
    Uuid id; // The record acted upon.
    std::string_view arguments; // JSON object.
    Actor actor;
    Timestamp at; // When it was done, as merged (clamped) time.
    // Who answered for the record when it was done, where the caller knows better than the world
    // does: the server, for what an ex-owner did before the record moved.
    std::optional<FeedFacts> facts;
};

// What to write, or why not (code, e.g. `order.empty`, `visit.another_open`,
// `opportunity.reason_missing`, `act.unknown`, `act.arguments`). All of it or none.
//
// It asks itself whether the actor may: callers need no mayWrite() before it, and administrators,
// who may reassign but not edit, would fail there. What follows by rule (consequences()) is among
// the writes. No record is written twice; creates come before what refers to them. An empty result
// is a success that changes nothing, such as moving a deal to where it stands.
[[nodiscard]] Result<std::vector<RecordWrite>> runAct(const ActCall& call, const World& world);

struct ActSpec {
    std::string_view name; // "lead.convert"
    std::string_view type; // "lead"
    Label label;
    std::string_view argumentsSchema; // JSON Schema of the arguments, for the API document.
    std::span<const FieldSpec> arguments;
};
[[nodiscard]] std::span<const ActSpec> allActs();

// What follows by rule from a record's having been created or edited (an activity moves its
// customer's last contact). The world must show the record as written. What it writes has no
// consequences of its own.
[[nodiscard]] std::vector<RecordWrite> consequences(const Record& written, const World& world);

} // namespace fieldbook::rules
