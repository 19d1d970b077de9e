#pragma once

#include "shared/base/result.h"
#include "shared/rules/roles.h"
#include "shared/rules/world.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Two customers that are one. A merge moves all that hangs on the one into the other and fills it
// field by field; the acts are customer.propose_merge and merge_case.approve, .reject, .withdraw
// and .undo (acts/merges.cpp).
namespace fieldbook::rules {

// The fields about which a person chooses; the others follow by themselves.
[[nodiscard]] bool isChosen(const FieldSpec& field);

// Which value stands, by field: what is not named stays as the survivor has it.
enum class MergeChoice : std::uint8_t { Survivor, Loser, Both };
using MergeChoices = std::map<std::string, MergeChoice, std::less<>>;

// {"phone":"loser","profile":"both"}: both only for texts. Code `act.arguments`.
[[nodiscard]] Result<MergeChoices> parseChoices(std::string_view json);
[[nodiscard]] std::string toJson(const MergeChoices& choices);

// What the survivor is to have after the merge: the fields that change. An empty field is filled
// whatever was chosen, sets are united, and a telephone number that was not chosen is kept among
// the others.
[[nodiscard]] std::vector<std::pair<std::size_t, Value>>
mergedValues(const Record& survivor, const Record& loser, const MergeChoices& choices);

// Whether the actor decides about merging this customer: who answers for it, and who keeps the
// records of its board. Code `access.manager_only`.
[[nodiscard]] Result<void>
mayDecideMerge(const Actor& actor, const Record& customer, const World& world);

// Where a customer has gone by merging: the last of the chain. Nothing if it was not merged.
[[nodiscard]] std::optional<Record> survivorOf(const Record& customer, const World& world);

// What hangs on the customer and moves with it. What lies in the recycle bin follows when it is
// restored.
[[nodiscard]] std::vector<Record> belongingTo(const Uuid& customer, const World& world);

} // namespace fieldbook::rules
