#include "shared/rules/acts/act.h"

#include "shared/base/assert.h"
#include "shared/rules/schedule.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fieldbook::rules {

Result<Arguments> Arguments::parse(std::string_view json, const std::vector<FieldSpec>& declared)
{
    const auto refused = [](std::string_view name) {
        return fail(ErrorKind::Invalid, "act.arguments", std::string{name});
    };
    const auto tree = nlohmann::json::parse(json, nullptr, false);
    if (!tree.is_object()) {
        return refused("not an object");
    }
    Arguments arguments{declared};
    for (const auto& [name, given] : tree.items()) {
        const auto spec = std::ranges::find(declared, name, &FieldSpec::fieldName);
        if (spec == declared.end()) {
            return refused(name);
        }
        auto value = parseValue(*spec, given);
        if (!value) {
            return refused(name);
        }
        arguments.values_[static_cast<std::size_t>(spec - declared.begin())] = std::move(*value);
    }
    for (std::size_t i = 0; i < declared.size(); ++i) {
        const auto* reference = std::get_if<Uuid>(&arguments.values_[i]);
        if ((declared[i].isRequired && isEmpty(arguments.values_[i])) ||
            (reference != nullptr && reference->isNil())) {
            return refused(declared[i].fieldName);
        }
    }
    return arguments;
}

const Value& Arguments::get(std::string_view name) const
{
    const auto spec = std::ranges::find(*declared_, name, &FieldSpec::fieldName);
    FIELDBOOK_ASSERT(spec != declared_->end());
    return values_[static_cast<std::size_t>(spec - declared_->begin())];
}

std::string Arguments::text(std::string_view name) const
{
    const auto* value = std::get_if<std::string>(&get(name));
    return value != nullptr ? *value : std::string{};
}

Uuid Arguments::reference(std::string_view name) const
{
    const auto* value = std::get_if<Uuid>(&get(name));
    return value != nullptr ? *value : Uuid{};
}

RecordWrite* Writes::find(const Uuid& id)
{
    const auto found = std::ranges::find(writes_, id, &RecordWrite::id);
    return found == writes_.end() ? nullptr : &*found;
}

RecordWrite& Writes::of(const Record& record)
{
    if (RecordWrite* known = find(record.id())) {
        return *known;
    }
    return writes_.emplace_back(RecordWrite{&record.type(), record.id(), false, {}});
}

RecordWrite& Writes::create(std::string_view type, const Uuid& id)
{
    FIELDBOOK_ASSERT(find(id) == nullptr);
    return writes_.emplace_back(RecordWrite{&typeNamed(type), id, true, {}});
}

void Writes::add(RecordWrite write)
{
    RecordWrite* known = find(write.id);
    if (known == nullptr) {
        writes_.push_back(std::move(write));
        return;
    }
    for (auto& [index, value] : write.values) {
        known->set(write.type->fields[index].fieldName, std::move(value));
    }
}

std::vector<RecordWrite> Writes::take() &&
{
    std::erase_if(writes_,
                  [](const RecordWrite& write) { return !write.create && write.values.empty(); });
    return std::move(writes_);
}

Timestamp ActCase::doneAt() const
{
    const auto* claimed = std::get_if<Timestamp>(&arguments.get("at"));
    return claimed != nullptr ? std::min(*claimed, call.at) : call.at;
}

void endNow(Writes& writes, const ActCase& act, const Record& record)
{
    RecordWrite& write = writes.of(record);
    write.set("state", std::string{"ended"});
    write.set("ended_at", act.call.at);
    if (record.type().name == "share" && !act.actor().user.isNil()) {
        write.set("ended_by", act.actor().user);
    }
}

bool isSeen(const ActCase& act, const Record& record)
{
    const Uuid above = parentOf(record);
    const bool judged = above.isNil() || act.world.find(above).has_value();
    return !judged ||
           maySee(act.actor(), record.type(),
                  record.id() == act.record.id() ? act.facts : factsOf(record, act.world));
}

Date ActCase::today() const { return zoneOf(record, world).dateAt(call.at); }

FieldSpec asField(std::string_view type, std::string_view field)
{
    FieldSpec spec = typeNamed(type).field(field);
    spec.isRequired = false;
    return spec;
}

} // namespace fieldbook::rules
