#include "client/models/drafts/draft_store.h"

namespace fieldbook::client {
namespace {

// What the form shows of a field: what was typed, or what a new record starts with, or what is
// stored.
class FieldHolder {
public:
    FieldHolder(const DraftReading& reading, const DraftQuestion& question)
        : reading_{reading}, question_{question}
    {}

    [[nodiscard]] Value valueOf(const FieldSpec& field) const
    {
        for (const FieldValues* values : {&reading_.changes, &question_.preset}) {
            if (const auto found = values->find(field.fieldName); found != values->end()) {
                return found->second;
            }
        }
        return reading_.record ? reading_.record->get(field.fieldName) : Value{};
    }

private:
    const DraftReading& reading_;
    const DraftQuestion& question_;
};

std::vector<Uuid> primariesBeside(Queries& store, const Value& customer, const Uuid& contact)
{
    std::vector<Uuid> primaries;
    if (const Uuid* id = std::get_if<Uuid>(&customer)) {
        for (const ContactRow& row : store.contacts(*id)) {
            if (row.isPrimary && row.id != contact) {
                primaries.push_back(row.id);
            }
        }
    }
    return primaries;
}

} // namespace

DraftReading readDraft(Queries& store, const DraftQuestion& question)
{
    DraftReading reading;
    if (!question.id.isNil()) {
        reading.record = store.record(question.id);
    }
    if (reading.record &&
        (reading.record->isDeleted() || &reading.record->type() != question.type)) {
        reading.record.reset();
    }
    if (const auto json = store.draft(question.key)) {
        reading.changes = valuesFrom(*question.type, *json);
    }
    const FieldHolder held{reading, question};
    for (const FieldSpec& field : question.type->fields) {
        const Value value = field.kind == FieldKind::Reference ? held.valueOf(field) : Value{};
        const Uuid* id = std::get_if<Uuid>(&value);
        if (const auto named = id != nullptr ? store.record(*id) : std::nullopt) {
            reading.names.emplace(field.fieldName, named->textOf("name"));
        }
    }
    if (question.type->name == "contact") {
        reading.primaries =
            primariesBeside(store, held.valueOf(question.type->field("customer")), question.id);
    }
    return reading;
}

Result<Uuid> writeDraft(Recorder& recorder,
                        const DraftQuestion& question,
                        const FieldValues& values,
                        const std::vector<Uuid>& primaries)
{
    std::vector<FieldValue> given;
    for (const auto& [field, value] : values) {
        if (!question.id.isNil() || !isEmpty(value)) {
            given.emplace_back(field, value);
        }
    }
    const auto group = recorder.group();
    Result<Uuid> id = question.id;
    if (question.id.isNil()) {
        id = group->create(question.type->name, std::move(given));
    } else if (auto edited = group->edit(question.id, std::move(given)); !edited) {
        id = fail(edited.error());
    }
    if (!id) {
        return id;
    }
    const auto primary = values.find("is_primary");
    if (primary != values.end() && primary->second == Value{true}) {
        for (const Uuid& other : primaries) {
            if (auto edited = group->edit(other, {{"is_primary", Value{false}}}); !edited) {
                return fail(edited.error());
            }
        }
    }
    if (auto done = group->commit(); !done) {
        return fail(done.error());
    }
    recorder.dropDraft(question.key);
    return id;
}

} // namespace fieldbook::client
