#pragma once

#include "shared/record/record.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace fieldbook::client {

// What a person wrote on a visit that is not recorded yet; kept as a draft from the first stroke on
// and recorded with the end of the visit.
struct VisitForm {
    std::map<std::string, Value, std::less<>> changes; // Fields of the visit.
    bool remind = true; // Of the next step.
    std::string reminderKind{"task"};
    std::int64_t step = -1; // Where the person was; -1: nowhere yet.

    [[nodiscard]] bool isBlank() const { return *this == VisitForm{}; }
    [[nodiscard]] std::string json() const;
    // What can no longer be read is left out: a form with one field less is better than none.
    [[nodiscard]] static VisitForm parse(std::string_view json);

    friend bool operator==(const VisitForm&, const VisitForm&) = default;
};

// Under which the form of a visit is kept; of one that was not planned, by its customer.
[[nodiscard]] std::string visitDraftKey(const Uuid& visit, const Uuid& customer);

} // namespace fieldbook::client
