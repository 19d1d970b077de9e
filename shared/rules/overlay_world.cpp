#include "shared/rules/overlay_world.h"

#include "shared/base/assert.h"

#include <algorithm>
#include <utility>

namespace fieldbook::rules {

void OverlayWorld::put(Record record)
{
    const Uuid id = record.id();
    laid_.insert_or_assign(id, std::move(record));
}

void OverlayWorld::apply(const RecordWrite& write)
{
    auto record = write.create ? std::optional{Record{*write.type, write.id}} : find(write.id);
    FIELDBOOK_ASSERT(record.has_value());
    applyTo(*record, write);
    put(std::move(*record));
}

const Record* OverlayWorld::laid(const Uuid& id) const
{
    const auto own = laid_.find(id);
    return own == laid_.end() ? nullptr : &own->second;
}

std::optional<Record> OverlayWorld::find(const Uuid& id) const
{
    if (const auto* own = laid(id)) {
        return *own;
    }
    return below_ != nullptr ? below_->find(id) : std::nullopt;
}

template <class Matches>
std::vector<Record> OverlayWorld::laidOver(std::vector<Record> below, Matches matches) const
{
    if (laid_.empty()) {
        return below;
    }
    std::erase_if(below, [&](const Record& record) { return laid_.contains(record.id()); });
    for (const auto& [id, record] : laid_) {
        if (!record.isDeleted() && matches(record)) {
            below.push_back(record);
        }
    }
    std::ranges::sort(below, {}, &Record::id);
    return below;
}

std::vector<Record>
OverlayWorld::referring(const TypeSpec& type, std::string_view field, const Uuid& id) const
{
    return laidOver(below_ != nullptr ? below_->referring(type, field, id) : std::vector<Record>{},
                    [&](const Record& record) {
                        return &record.type() == &type && record.referenceOf(field) == id;
                    });
}

std::vector<Record> OverlayWorld::referringIn(const TypeSpec& type,
                                              std::string_view field,
                                              const Uuid& id,
                                              std::string_view state,
                                              std::span<const std::string_view> codes) const
{
    return laidOver(below_ != nullptr ? below_->referringIn(type, field, id, state, codes)
                                      : std::vector<Record>{},
                    [&](const Record& record) {
                        return &record.type() == &type && record.referenceOf(field) == id &&
                               std::ranges::find(codes, std::string_view{record.textOf(state)}) !=
                                   codes.end();
                    });
}

std::optional<Value>
OverlayWorld::valueBefore(const Record& record, std::size_t field, const Version& edit) const
{
    return below_ == nullptr ? std::nullopt : below_->valueBefore(record, field, edit);
}

} // namespace fieldbook::rules
