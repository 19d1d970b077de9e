#include "shared/rules/acts.h"

#include "shared/record/json_schema.h"
#include "shared/rules/acts/act.h"
#include "shared/rules/overlay_world.h"
#include "shared/rules/validation.h"

#include <algorithm>
#include <string>

namespace fieldbook::rules {
namespace {

std::string schemaOf(const ActDeclaration& act)
{
    std::string properties;
    std::string required;
    for (const FieldSpec& argument : act.arguments) {
        const std::string name = '"' + std::string{argument.fieldName} + '"';
        properties += properties.empty() ? "" : ",";
        properties += name + ':' + jsonSchemaOf(argument);
        if (argument.isRequired) {
            required += (required.empty() ? "" : ",") + name;
        }
    }
    return R"({"type":"object","additionalProperties":false,"properties":{)" + properties + '}' +
           (required.empty() ? "" : R"(,"required":[)" + required + ']') + '}';
}

struct Table {
    std::vector<ActDeclaration> acts;
    std::vector<std::string> schemas;
    std::vector<ActSpec> specs;

    Table()
    {
        for (const auto& family : {leadActs(), opportunityActs(), visitActs(), orderActs(),
                                   reminderActs(), assignmentActs(), sharingActs(), viewActs(),
                                   poolActs(), mergeActs(), customerRulesActs(), exportActs()}) {
            acts.insert(acts.end(), family.begin(), family.end());
        }
        std::ranges::sort(acts, {}, &ActDeclaration::name);
        std::ranges::transform(acts, std::back_inserter(schemas), schemaOf);
        for (std::size_t i = 0; i < acts.size(); ++i) {
            specs.push_back(ActSpec{acts[i].name, acts[i].type(), acts[i].label, schemas[i],
                                    acts[i].arguments});
        }
    }
};

const Table& table()
{
    static const Table table;
    return table;
}

Result<void> mayAct(ActAccess access, const ActCase& act)
{
    if (access == ActAccess::Itself) {
        return {};
    }
    if (access == ActAccess::Seer || access == ActAccess::Decider) {
        const bool decides =
            access == ActAccess::Decider && mayManage(act.actor(), act.facts).has_value();
        return decides || isSeen(act, act.record) ? Result<void>{}
                                                  : fail(ErrorKind::Forbidden, "access.denied",
                                                         std::string{act.record.type().name});
    }
    if (access == ActAccess::Responsible) {
        const auto& record = act.record;
        const bool theirs =
            record.type().name == "share" && record.referenceOf("user") == act.actor().user;
        return theirs ? Result<void>{} : mayShare(act.actor(), record.type(), act.facts);
    }
    auto write = mayWrite(act.actor(), act.record.type(), act.facts);
    if (access == ActAccess::Writer) {
        return write;
    }
    if (access == ActAccess::Either && write) {
        return {};
    }
    return mayManage(act.actor(), act.facts);
}

// Adds what follows from the writes, and holds what they make, and what was acted upon, against the
// rules for any record. Others that they touch are left alone: an old fault elsewhere is no reason
// to refuse.
Result<std::vector<RecordWrite>> completed(Writes writes, const Uuid& acted, const World& world)
{
    OverlayWorld after{world};
    for (const RecordWrite& write : writes.all()) {
        after.apply(write);
    }
    const auto written = writes.all();
    for (const RecordWrite& write : written) {
        const auto record = after.find(write.id);
        if (write.create || write.id == acted) {
            if (auto valid = validate(*record, after); !valid) {
                return fail(valid.error());
            }
        }
        for (RecordWrite& follows : consequences(*record, after)) {
            after.apply(follows);
            writes.add(std::move(follows));
        }
    }
    return std::move(writes).take();
}

} // namespace

std::span<const ActSpec> allActs() { return table().specs; }

Result<std::vector<RecordWrite>> runAct(const ActCall& call, const World& world)
{
    const auto& acts = table().acts;
    const auto act = std::ranges::find(acts, call.name, &ActDeclaration::name);
    if (act == acts.end() || call.type == nullptr || call.type->name != act->type()) {
        return fail(ErrorKind::Invalid, "act.unknown", std::string{call.name});
    }
    const auto arguments = Arguments::parse(call.arguments, act->arguments);
    if (!arguments) {
        return fail(arguments.error());
    }
    const auto record = world.find(call.id);
    if (!record || &record->type() != call.type) {
        return fail(ErrorKind::NotFound, "record.missing", call.id.text());
    }
    const FeedFacts facts = call.facts ? *call.facts : factsOf(*record, world);
    const ActCase actCase{call, *arguments, *record, facts, world};
    if (auto allowed = mayAct(act->access, actCase); !allowed) {
        return fail(allowed.error());
    }
    if (record->isDeleted()) {
        return refuse("record.deleted", call.id.text());
    }
    auto writes = act->run(actCase);
    if (!writes) {
        return fail(writes.error());
    }
    return completed(std::move(*writes), call.id, world);
}

} // namespace fieldbook::rules
