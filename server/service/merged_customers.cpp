#include "server/service/merged_customers.h"

#include "server/service/past_world.h"
#include "shared/rules/access.h"
#include "shared/rules/creation.h"
#include "shared/rules/merging.h"
#include "shared/rules/validation.h"

#include <algorithm>

namespace fieldbook::server {
namespace {

bool isParent(const TypeSpec& type, std::size_t field)
{
    return std::ranges::find(type.parentFields, type.fields[field].fieldName) !=
           type.parentFields.end();
}

// What is meant by a value that names something that was merged: what that went into.
std::optional<Uuid>
meantBy(const TypeSpec& type, std::size_t field, const Value& value, const rules::World& world)
{
    const auto* id = isParent(type, field) ? std::get_if<Uuid>(&value) : nullptr;
    const auto record = id != nullptr ? world.find(*id) : std::nullopt;
    const auto survivor = record ? rules::survivorOf(*record, world) : std::nullopt;
    return survivor ? std::optional{survivor->id()} : std::nullopt;
}

} // namespace

std::optional<sync::CreateBody> hungOnSurvivor(const sync::CreateBody& body,
                                               const rules::World& world)
{
    std::optional<sync::CreateBody> hung;
    for (std::size_t i = 0; i < body.values.size(); ++i) {
        const auto& [field, value] = body.values[i];
        if (const auto survivor = meantBy(*body.type, field, value, world)) {
            hung = hung ? std::move(hung) : std::optional{body};
            hung->values[i].second = *survivor;
        }
    }
    return hung;
}

sync::EditBody
editOn(const Record& standing, const sync::EditBody& asked, const rules::World& world)
{
    sync::EditBody body = asked;
    body.id = standing.id();
    for (auto& edit : body.fields) {
        if (const auto survivor = meantBy(*body.type, edit.field, edit.to, world)) {
            edit.to = *survivor;
        }
    }
    return body;
}

Result<void> checkEditMerged(const Author& author,
                             const sync::EditBody& body,
                             const Record& survivor,
                             const rules::World& world)
{
    std::vector<std::size_t> fields;
    for (const auto& edit : body.fields) {
        if (survivor.type().fields[edit.field].fieldName == "deleted_at") {
            return fail(ErrorKind::Conflict, "record.merged", survivor.id().text());
        }
        fields.push_back(edit.field);
    }
    if (author.device != 0) {
        if (auto allowed = rules::mayEditFields(author.actor.role, survivor.type(), fields);
            !allowed) {
            return allowed;
        }
    }
    return rules::checkEditable(survivor, fields, world);
}

std::optional<Record>
asBeforeMerge(const Record& record, StoreView& view, const rules::World& world)
{
    const auto& type = record.type();
    const auto field = type.indexOf("customer");
    if (!field || !isParent(type, *field)) {
        return std::nullopt;
    }
    for (const auto& past : view.pastValues(record.id(), "customer")) {
        if (meantBy(type, *field, past.value, world) == record.referenceOf("customer")) {
            Record before = record;
            before.setAt(*field, past.value);
            return before;
        }
    }
    return std::nullopt;
}

Result<rules::RecordWrite> preparedByLoser(Commit& commit,
                                           const Author& author,
                                           const Hung& body,
                                           const rules::World& world,
                                           HybridTime at)
{
    Record record{*body.asked.type, body.asked.id};
    for (const auto& [field, value] : body.asked.values) {
        record.setAt(field, value);
    }
    const PastWorld then{world, commit.view(), at};
    const auto parent = then.find(rules::parentOf(record));
    rules::CreateCall call{.type = body.hung.type,
                           .id = body.hung.id,
                           .values = body.hung.values,
                           .actor = author.actor,
                           .at = fromMillis(at.millis),
                           .parentFacts = {}};
    if (parent) {
        call.parentFacts = rules::factsOf(*parent, then, commit.directory());
    }
    return rules::prepareCreate(call, world);
}

} // namespace fieldbook::server
