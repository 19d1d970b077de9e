#include "client/models/drafts/draft_reading.h"

namespace fieldbook::client {
namespace {

// What the form shows of a field: what was typed, or what is stored, or what a new record starts
// with.
Value shown(const DraftReading& reading, const DraftQuestion& question, std::string_view field)
{
    if (const auto typed = reading.changes.find(field); typed != reading.changes.end()) {
        return typed->second;
    }
    if (reading.record) {
        return reading.record->get(field);
    }
    const auto given = question.defaults.find(field);
    return given != question.defaults.end() ? given->second : Value{};
}

DraftAround lookAround(Queries& store, const DraftReading& reading, const DraftQuestion& question)
{
    DraftAround around;
    for (const FieldSpec& field : question.type->fields) {
        if (field.kind == FieldKind::Money) {
            const auto sums = store.stageSums();
            around.currency = sums.empty() ? Currency{} : sums.front().amount.currency();
        }
        if (field.kind != FieldKind::Reference) {
            continue;
        }
        const Value value = shown(reading, question, field.fieldName);
        const Uuid* id = std::get_if<Uuid>(&value);
        const auto named = id != nullptr ? store.record(*id) : std::nullopt;
        if (named) {
            around.names.emplace(field.fieldName, named->textOf("name"));
        }
        if (named && field.fieldName == "customer") {
            around.contacts = store.contacts(*id);
        }
    }
    return around;
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
    if (question.typed) {
        reading.changes = *question.typed;
    } else if (const auto json = store.draft(question.key)) {
        reading.changes = valuesFrom(*question.type, *json, question.extra);
    }
    reading.around = lookAround(store, reading, question);
    return reading;
}

} // namespace fieldbook::client
