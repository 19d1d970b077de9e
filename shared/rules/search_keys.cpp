#include "shared/rules/search_keys.h"

#include "shared/text/pinyin.h"

namespace fieldbook::rules {

Record::SearchKeys searchKeysOf(const Record& record)
{
    const auto& fields = record.type().fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].search != Search::Name) {
            continue;
        }
        if (const auto* name = std::get_if<std::string>(&record.at(i))) {
            auto read = pinyinOf(*name);
            return {std::move(read.spaced), std::move(read.initials)};
        }
    }
    return {};
}

} // namespace fieldbook::rules
