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
    auto records = now_.referring(type, field, id);
    for (auto& record : records) {
        record = asThen(std::move(record));
    }
    return records;
}

Record PastWorld::asThen(Record record) const
{
    const auto& type = record.type();
    if (type.name == "share") {
        if (record.made().at > at_) {
            record.set("state", {});
        } else {
            setBack(record, "state");
        }
    } else if (!type.ownerField.empty()) {
        setBack(record, type.ownerField);
    }
    return record;
}

void PastWorld::setBack(Record& record, std::string_view name) const
{
    const auto field = *record.type().indexOf(name);
    if (record.versionAt(field).at <= at_) {
        return;
    }
    // The last value that was set by then; the first of all if the change is older still, as on a
    // tablet whose clock is slow.
    const auto past = view_.pastValues(record.id(), name);
    const PastValue* then = nullptr;
    for (const auto& value : past) {
        const bool better =
            then == nullptr ||
            (value.version.at <= at_ ? then->version.at > at_ || value.version > then->version
                                     : then->version.at > at_ && value.version < then->version);
        then = better ? &value : then;
    }
    if (then != nullptr) {
        record.setAt(field, then->value);
    }
}

} // namespace fieldbook::server
