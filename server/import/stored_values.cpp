#include "server/import/stored_values.h"

#include "shared/base/assert.h"
#include "shared/text/fold.h"

namespace fieldbook::server::import {

Result<Uuid>
StoredValues::find(const TypeSpec& type, std::string_view field, std::string_view value)
{
    const auto& ids = idsBy(type, field);
    const auto found = ids.find(foldForSearch(value));
    if (found == ids.end()) {
        return fail(ErrorKind::NotFound, "import.reference_missing", std::string{value});
    }
    if (found->second.isNil()) {
        return fail(ErrorKind::Conflict, "import.reference_many", std::string{value});
    }
    return found->second;
}

const StoredValues::Ids& StoredValues::idsBy(const TypeSpec& type, std::string_view field)
{
    const auto [place, isNew] = known_.try_emplace({&type, std::string{field}});
    if (isNew) {
        const auto index = type.indexOf(field);
        FIELDBOOK_ASSERT(index.has_value());
        view_.forEachDocument(type, [&, &ids = place->second](std::string_view document) {
            const auto record = Record::parse(document);
            FIELDBOOK_ASSERT(record.has_value());
            const auto* text = std::get_if<std::string>(&record->at(*index));
            if (text == nullptr || record->isDeleted()) {
                return;
            }
            const auto [at, isFirst] = ids.emplace(foldForSearch(*text), record->id());
            if (!isFirst) {
                at->second = Uuid{};
            }
        });
    }
    return place->second;
}

} // namespace fieldbook::server::import
