#pragma once

#include "shared/base/hybrid_time.h"
#include "shared/record/record.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace fieldbook::sync {

// One field of an edit. Which members count follows from the field's merge policy.
struct FieldEdit {
    std::size_t field = 0; // Position in the type.
    Value to; // The new value (all policies but Set, Sum and Append).
    Version from; // The version the person saw when changing it.
    Value was; // The value the person saw: what a three-way text merge starts from, and
               // what the attention inbox shows as "before".
    TextSet add; // Set and Append.
    TextSet remove; // Set.
    std::int64_t plus = 0; // Sum.
    // Versions of the alternatives that this edit decides on (Merge::Ask); they go to history.
    std::vector<Version> settles;

    friend bool operator==(const FieldEdit&, const FieldEdit&) = default;
};

struct CreateBody {
    const TypeSpec* type = nullptr;
    Uuid id;
    std::vector<std::pair<std::size_t, Value>> values;

    friend bool operator==(const CreateBody&, const CreateBody&) = default;
};

struct EditBody {
    const TypeSpec* type = nullptr;
    Uuid id;
    std::vector<FieldEdit> fields;

    friend bool operator==(const EditBody&, const EditBody&) = default;
};

// A named act of shared/rules/acts.h on a record, with its arguments as JSON text.
struct ActBody {
    std::string name;
    const TypeSpec* type = nullptr;
    Uuid id;
    std::string arguments = "{}";

    friend bool operator==(const ActBody&, const ActBody&) = default;
};

// One synced edit of one device. Changes with the same group (first..last, dense numbers) stand or
// fall together.
//
//   {"n":17,"at":"<hybrid time>","group":[17,19],                    group only where there is one
//    "create":{"type":"visit","id":"..","f":{"customer":"..",..}}}
//   {"n":18,...,"edit":{"type":"customer","id":"..","f":{
//        "phone":{"to":"..","from":"<version>","was":".."},          "was" where the author had a
//        value "tags":{"add":[".."],"remove":[".."]}, "visits":{"plus":1},
//        "amount":{"to":{..},"from":"<version>","settles":["<version>"]}}}}
//   {"n":19,...,"act":{"name":"order.submit","type":"order","id":"..","args":{..}}}
struct Change {
    std::int64_t number = 0;
    HybridTime at;
    std::int64_t groupFirst = 0; // 0: stands alone.
    std::int64_t groupLast = 0;
    std::variant<CreateBody, EditBody, ActBody> body;

    [[nodiscard]] const TypeSpec& type() const;
    [[nodiscard]] const Uuid& id() const;

    friend bool operator==(const Change&, const Change&) = default;
};

[[nodiscard]] std::string toJson(const Change& change);
// Codes `change.malformed`, `change.type`, `change.field`, `change.policy` (an edit that the
// field's merge policy does not take), and those of parseValue.
[[nodiscard]] Result<Change> parseChange(std::string_view json);

} // namespace fieldbook::sync
