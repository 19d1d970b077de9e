#include "server/service/store_world.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace fieldbook::server {
namespace {

// Records remembered at a time; bounds the memory of a commit that reads the whole store.
constexpr std::size_t knownMax = 4'000;

Record readStored(std::string_view document)
{
    auto record = Record::parse(document);
    if (!record) {
        throw std::runtime_error("a stored document cannot be read: " + record.error().code);
    }
    return std::move(*record);
}

} // namespace

const StoreWorld::Known* StoreWorld::known(const Uuid& id) const
{
    if (const auto found = known_.find(id); found != known_.end()) {
        return &found->second;
    }
    auto stored = view_.find(id);
    if (!stored) {
        return nullptr;
    }
    if (known_.size() >= knownMax) {
        known_.clear();
    }
    Known known{readStored(stored->document), std::move(stored->placement)};
    return &known_.emplace(id, std::move(known)).first->second;
}

void StoreWorld::remember(Record record, Placement placement)
{
    const Uuid id = record.id();
    known_.insert_or_assign(id, Known{std::move(record), std::move(placement)});
}

void StoreWorld::remember(const Placement& placement)
{
    if (const auto found = known_.find(placement.id); found != known_.end()) {
        found->second.placement = placement;
    }
}

std::optional<Record> StoreWorld::find(const Uuid& id) const
{
    const Known* found = known(id);
    return found != nullptr ? std::optional{found->record} : std::nullopt;
}

std::vector<Record>
StoreWorld::referring(const TypeSpec& type, std::string_view field, const Uuid& id) const
{
    return view_.referring(type, field, id);
}

std::vector<Record> StoreWorld::referringIn(const TypeSpec& type,
                                            std::string_view field,
                                            const Uuid& id,
                                            std::string_view state,
                                            std::span<const std::string_view> codes) const
{
    return view_.referringIn(type, field, id, state, codes);
}

std::optional<Value>
StoreWorld::valueBefore(const Record& record, std::size_t field, const Version& edit) const
{
    const auto past = view_.pastValues(record.id(), record.type().fields[field].fieldName);
    const auto found = std::ranges::find_if(
        past, [&](const PastValue& value) { return value.replacedBy.sameEdit(edit); });
    return found == past.end() ? std::nullopt : std::optional{found->value};
}

} // namespace fieldbook::server
