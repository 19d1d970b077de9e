#include "server/store/sqlite/type_codes.h"

#include "shared/base/assert.h"

namespace fieldbook::server {

TypeCodes::TypeCodes(db::Transaction& transaction)
{
    db::Database& database = transaction.database();
    for (const TypeSpec* type : allTypes()) {
        database
            .prepare("INSERT INTO record_type (name) SELECT :name WHERE NOT EXISTS "
                     "(SELECT 1 FROM record_type WHERE name = :name)")
            .bind(":name", type->name)
            .run();
    }
    auto select = database.prepare("SELECT code, name FROM record_type ORDER BY code");
    while (select.step()) {
        const auto code = static_cast<std::size_t>(select.int64(0));
        types_.resize(code + 1);
        if (const TypeSpec* type = findType(select.text(1))) {
            types_[code] = type;
            codes_[type] = static_cast<std::int64_t>(code);
        }
    }
}

const TypeSpec& TypeCodes::type(std::int64_t code) const
{
    const auto index = static_cast<std::size_t>(code);
    FIELDBOOK_ASSERT(index < types_.size() && types_[index] != nullptr);
    return *types_[index];
}

} // namespace fieldbook::server
