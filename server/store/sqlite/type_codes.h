#pragma once

#include "shared/db/transaction.h"
#include "shared/record/type.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace fieldbook::server {

// The small numbers that stand for record types in the index and the feeds. Made when the store is
// opened, then constant; any thread.
class TypeCodes {
public:
    // Gives a code to every type that has none yet.
    explicit TypeCodes(db::Transaction& transaction);

    [[nodiscard]] std::int64_t code(const TypeSpec& type) const { return codes_.at(&type); }
    // Asserts that it is one.
    [[nodiscard]] const TypeSpec& type(std::int64_t code) const;
    [[nodiscard]] std::size_t limit() const { return types_.size(); }

private:
    std::unordered_map<const TypeSpec*, std::int64_t> codes_;
    std::vector<const TypeSpec*> types_; // By code; null where a type is no longer known.
};

} // namespace fieldbook::server
