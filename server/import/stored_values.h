#pragma once

#include "server/store/store.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace fieldbook::server::import {

// Finds records that the store holds already by what they are called, whatever the case and width
// of the letters. Each field of a type is read once, and every record of the type for it. What more
// than one record is called names none of them. The view must outlive it. One thread.
class StoredValues {
public:
    explicit StoredValues(StoreView& view) : view_{view} {}

    // Codes: `import.reference_missing`, `import.reference_many`.
    [[nodiscard]] Result<Uuid>
    find(const TypeSpec& type, std::string_view field, std::string_view value);

private:
    using Ids = std::unordered_map<std::string, Uuid>; // Nil: of several.

    [[nodiscard]] const Ids& idsBy(const TypeSpec& type, std::string_view field);

    StoreView& view_;
    std::map<std::pair<const TypeSpec*, std::string>, Ids> known_;
};

} // namespace fieldbook::server::import
