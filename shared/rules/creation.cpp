#include "shared/rules/creation.h"

#include "shared/base/assert.h"
#include "shared/rules/stages.h"
#include "shared/rules/validation.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace fieldbook::rules {
namespace {

// The state machine that a type's records go through: its field, and where they enter.
struct Entry {
    std::string_view type;
    std::string_view field;
    std::string_view first;
};

constexpr std::array entries{
    Entry{"lead", "stage", "new"},      Entry{"opportunity", "stage", "initial"},
    Entry{"visit", "state", "planned"}, Entry{"order", "state", "draft"},
    Entry{"reminder", "state", "open"}, Entry{"customer", "status", "prospect"}};

// How many fields are filled in at most.
constexpr std::size_t filledMax = 6;

const Entry* entryOf(const TypeSpec& type)
{
    const auto* found = std::ranges::find(entries, type.name, &Entry::type);
    return found == entries.end() ? nullptr : found;
}

bool isCreation(const FieldSpec& field)
{
    return field.fieldName == "created_at" || field.fieldName == "created_by";
}

Result<void> checkSettable(const TypeSpec& type, const FieldSpec& field, const Value& value)
{
    if (isCreation(field) || isEmpty(value)) {
        return {};
    }
    const auto refuse = [&](std::string_view code) {
        return fail(ErrorKind::Invalid, code, std::string{field.fieldName});
    };
    if (field.merge == Merge::Server || field.fieldName == "deleted_at") {
        return refuse("create.field");
    }
    if (field.merge != Merge::Act || field.fieldName == type.ownerField) {
        return {};
    }
    if (type.name == "order" && field.fieldName == "number") {
        return {};
    }
    const Entry* entry = entryOf(type);
    if (entry == nullptr || field.fieldName != entry->field) {
        return refuse("create.field");
    }
    return std::get<std::string>(value) == entry->first ? Result<void>{} : refuse("create.state");
}

Result<void>
checkOwner(const Actor& actor, const TypeSpec& type, const Uuid& owner, const World& world)
{
    if (owner == actor.user) {
        return {};
    }
    const auto user = world.find(owner);
    if (!user || user->type().name != "user" || user->isDeleted()) {
        return fail(ErrorKind::NotFound, "reference.missing", "owner");
    }
    const FeedFacts theirs{.owner = owner,
                           .ownerTeam = user->referenceOf("team"),
                           .rootOwner = {},
                           .rootOwnerTeam = {}};
    if (!mayWrite(actor, type, theirs)) {
        return fail(ErrorKind::Forbidden, "create.owner");
    }
    if (const auto& status = user->textOf("status"); !status.empty() && status != "active") {
        return fail(ErrorKind::Conflict, "user.inactive");
    }
    return {};
}

// What it hangs on must be there, of its type, and the actor's to change. To the actor nothing is
// there that the actor does not see.
Result<void> checkParent(const CreateCall& call, const Record& made, const World& world)
{
    for (const auto field : call.type->parentFields) {
        const Uuid id = made.referenceOf(field);
        if (id.isNil()) {
            continue;
        }
        const auto parent = world.find(id);
        if (!parent || parent->type().name != call.type->field(field).refersTo) {
            return fail(ErrorKind::NotFound, "reference.missing", std::string{field});
        }
        const FeedFacts facts = call.parentFacts ? *call.parentFacts : factsOf(*parent, world);
        if (!maySee(call.actor, parent->type(), facts)) {
            return fail(ErrorKind::NotFound, "reference.missing", std::string{field});
        }
        return mayHangOn(call.actor, *call.type, parent->type(), facts);
    }
    return {};
}

void fill(RecordWrite& write, std::string_view field, Value value)
{
    const Value* given = write.find(field);
    if (given == nullptr || isEmpty(*given)) {
        write.set(field, std::move(value));
    }
}

} // namespace

void fillFirstState(RecordWrite& write, Timestamp at)
{
    if (const Entry* entry = entryOf(*write.type)) {
        fill(write, entry->field, std::string{entry->first});
    }
    if (write.type->name == "opportunity") {
        fill(write, "stage_entered_at", at);
        const auto* stage = findStage(std::get<std::string>(*write.find("stage")));
        fill(write, "win_rate", stage == nullptr ? std::int64_t{0} : stage->winRate);
    }
}

void fillDefaults(RecordWrite& write, const Actor& actor, Timestamp at)
{
    if (!write.type->ownerField.empty()) {
        fill(write, write.type->ownerField, actor.user);
    }
    fillFirstState(write, at);
    write.set("created_at", at);
    write.set("created_by", actor.user);
}

Result<RecordWrite> prepareCreate(const CreateCall& call, const World& world)
{
    const TypeSpec& type = *call.type;
    if (type.audience == Audience::Company || !type.tabletWrites) {
        return fail(ErrorKind::Forbidden, "access.read_only", std::string{type.name});
    }
    if (call.id.isNil()) {
        return fail(ErrorKind::Invalid, "record.id");
    }
    if (world.find(call.id)) {
        return fail(ErrorKind::Conflict, "record.exists", call.id.text());
    }
    RecordWrite write{.type = &type, .id = call.id, .create = true, .values = {}};
    write.values.reserve(call.values.size() + filledMax);
    for (const auto& [index, value] : call.values) {
        FIELDBOOK_ASSERT(index < type.fields.size());
        if (auto settable = checkSettable(type, type.fields[index], value); !settable) {
            return fail(settable.error());
        }
        const std::array<std::size_t, 1> field{index};
        if (auto allowed = mayEditFields(call.actor.role, type, field); !allowed) {
            return fail(allowed.error());
        }
        if (!isEmpty(value)) {
            write.set(index, value);
        }
    }
    fillDefaults(write, call.actor, call.at);

    Record made{type, call.id};
    applyTo(made, write);
    if (auto parent = checkParent(call, made, world); !parent) {
        return fail(parent.error());
    }
    if (auto valid = validate(made, world); !valid) {
        return fail(valid.error());
    }
    if (!type.ownerField.empty()) {
        if (auto owner = checkOwner(call.actor, type, made.referenceOf(type.ownerField), world);
            !owner) {
            return fail(owner.error());
        }
    }
    std::vector<std::size_t> set;
    std::ranges::transform(write.values, std::back_inserter(set),
                           &std::pair<std::size_t, Value>::first);
    if (auto editable = checkEditable(made, set, world); !editable) {
        return fail(editable.error());
    }
    return write;
}

} // namespace fieldbook::rules
