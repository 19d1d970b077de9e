#pragma once

#include "shared/record/field.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace fieldbook {

// Who a record of the type is for; from this and the references below follow its feeds
// (rules/feeds.h).
enum class Audience : std::uint8_t {
    Company, // Everybody: users, teams, products, prices.
    Owned, // Its owner, the owner's managers, and whoever holds the record it hangs on.
    Deciders, // Its owner, and of those who see the owner's team whoever decides there or audits.
};

// The declaration of a record type: everything the product knows about it follows from here
// (tables, JSON, validation, search, import and export, the API document).
struct TypeSpec {
    std::string_view name;
    Label label;
    Audience audience = Audience::Owned;
    // The reference to the user who is responsible; empty where there is none.
    std::string_view ownerField;
    // The references to what it hangs on (a customer, a lead, an order), the first that has a value
    // counts.
    std::vector<std::string_view> parentFields;
    // May a tablet create or edit it, beyond what acts do?
    bool tabletWrites = true;
    std::vector<FieldSpec> fields;

    // Position of a field, or nothing.
    [[nodiscard]] std::optional<std::size_t> indexOf(std::string_view field) const;
    // The field, which must exist.
    [[nodiscard]] const FieldSpec& field(std::string_view field) const;
    [[nodiscard]] const FieldSpec& ownerSpec() const { return field(ownerField); }
};

// All record types, in order of dependency (what is referred to comes first).
[[nodiscard]] std::span<const TypeSpec* const> allTypes();
// The type of that name, or null.
[[nodiscard]] const TypeSpec* findType(std::string_view name);
// The type of that name, which must exist.
[[nodiscard]] const TypeSpec& typeNamed(std::string_view name);

} // namespace fieldbook
