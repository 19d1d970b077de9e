#include "server/service/past_world.h"

#include <utility>

namespace fieldbook::server {

std::optional<Record> PastWorld::find(const Uuid& id) const
{
    auto record = now_.find(id);
    return record ? std::optional{asThen(std::move(*record))} : std::nullopt;
}

std::vector<Record>
PastWorld::referring(const TypeSpec& type, std::string_view field, const Uuid& id) const
{
    return now_.referring(type, field, id);
}

Record PastWorld::asThen(Record record) const
{
    const auto& type = record.type();
    if (type.ownerField.empty()) {
        return record;
    }
    const auto owner = *type.indexOf(type.ownerField);
    if (record.versionAt(owner).at <= at_) {
        return record;
    }
    // The last owner who was set by then; the first of all if the change is older still, as on a
    // tablet whose clock is slow.
    const auto past = view_.pastValues(record.id(), type.ownerField);
    const PastValue* then = nullptr;
    for (const auto& value : past) {
        const bool better =
            then == nullptr ||
            (value.version.at <= at_ ? then->version.at > at_ || value.version > then->version
                                     : then->version.at > at_ && value.version < then->version);
        then = better ? &value : then;
    }
    if (then != nullptr) {
        record.setAt(owner, then->value);
    }
    return record;
}

} // namespace fieldbook::server
