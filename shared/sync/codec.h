#pragma once

#include "shared/record/value_json.h"
#include "shared/sync/change.h"
#include "shared/sync/receipt.h"

#include <string>

// How the parts of messages are read from simdjson's tree and written as bytes. Internal to
// shared/sync: others use change.h, receipt.h, messages.h and pull_page.h.
namespace fieldbook::sync {

[[nodiscard]] Result<Change> readChange(simdjson::dom::element json);
void appendJson(std::string& out, const Change& change);

// One field of an edit, after its merge policy; `json` is what stands at the field's name.
[[nodiscard]] Result<FieldEdit>
readFieldEdit(const FieldSpec& field, std::size_t index, simdjson::dom::element json);
void appendFieldEdit(std::string& out, const FieldSpec& field, const FieldEdit& edit);

// Where a change stands in the queue, read apart from what it does.
struct Place {
    std::int64_t number = 0;
    std::int64_t groupFirst = 0;
    std::int64_t groupLast = 0;
};
[[nodiscard]] Result<Place> readPlace(simdjson::dom::element json);

[[nodiscard]] Result<Receipt> readReceipt(simdjson::dom::element json);
void appendJson(std::string& out, const Receipt& receipt);

} // namespace fieldbook::sync
