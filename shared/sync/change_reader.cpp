#include "shared/sync/codec.h"
#include "shared/sync/limits.h"

#include <algorithm>

namespace fieldbook::sync {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

tl::unexpected<Error> malformed(std::string_view detail)
{
    return fail(ErrorKind::Invalid, "change.malformed", std::string{detail});
}

tl::unexpected<Error> policy(const FieldSpec& field)
{
    return fail(ErrorKind::Invalid, "change.policy", std::string{field.fieldName});
}

bool has(element json, const char* key) { return !json[key].error(); }

Result<Version> readVersion(element json)
{
    std::string_view text;
    const auto version = json.get(text) == simdjson::SUCCESS ? Version::parse(text) : std::nullopt;
    return version ? Result<Version>{*version} : malformed("version");
}

struct Target {
    const TypeSpec* type = nullptr;
    Uuid id;
};

Result<Target> readTarget(element json)
{
    std::string_view typeName;
    std::string_view idText;
    if (json["type"].get(typeName) != simdjson::SUCCESS ||
        json["id"].get(idText) != simdjson::SUCCESS) {
        return malformed("type and id");
    }
    const auto id = Uuid::parse(idText);
    if (!id || id->isNil()) {
        return malformed("id");
    }
    const TypeSpec* type = findType(typeName);
    if (type == nullptr) {
        return fail(ErrorKind::Invalid, "change.type", std::string{typeName});
    }
    return Target{type, *id};
}

// Calls read(index, field, json) for every member of "f", each of which must be a field of the type
// that has not come before.
template <class Read>
Result<void> forEachField(element json, const TypeSpec& type, Read read)
{
    object fields;
    if (json["f"].get(fields) != simdjson::SUCCESS) {
        return malformed("f");
    }
    std::vector<bool> seen(type.fields.size());
    for (const auto& [name, value] : fields) {
        const auto index = type.indexOf(name);
        if (!index) {
            return fail(ErrorKind::Invalid, "change.field", std::string{name});
        }
        if (seen[*index]) {
            return malformed("a field twice");
        }
        seen[*index] = true;
        if (Result<void> taken = read(*index, type.fields[*index], value); !taken) {
            return taken;
        }
    }
    return {};
}

Result<CreateBody> readCreate(element json)
{
    const auto target = readTarget(json);
    if (!target) {
        return fail(target.error());
    }
    CreateBody body{target->type, target->id, {}};
    const auto read = [&](std::size_t index, const FieldSpec& field,
                          element value) -> Result<void> {
        if (field.merge == Merge::Server) {
            return policy(field);
        }
        auto parsed = parseValue(field, value);
        if (!parsed) {
            return fail(parsed.error());
        }
        if (!isEmpty(*parsed)) {
            body.values.emplace_back(index, std::move(*parsed));
        }
        return {};
    };
    if (const auto done = forEachField(json, *body.type, read); !done) {
        return fail(done.error());
    }
    return body;
}

Result<EditBody> readEdit(element json)
{
    const auto target = readTarget(json);
    if (!target) {
        return fail(target.error());
    }
    EditBody body{target->type, target->id, {}};
    const auto read = [&](std::size_t index, const FieldSpec& field,
                          element value) -> Result<void> {
        auto edit = readFieldEdit(field, index, value);
        if (!edit) {
            return fail(edit.error());
        }
        body.fields.push_back(std::move(*edit));
        return {};
    };
    if (const auto done = forEachField(json, *body.type, read); !done) {
        return fail(done.error());
    }
    return body.fields.empty() ? Result<EditBody>{malformed("an edit of nothing")}
                               : Result<EditBody>{std::move(body)};
}

Result<ActBody> readAct(element json)
{
    const auto target = readTarget(json);
    if (!target) {
        return fail(target.error());
    }
    std::string_view name;
    if (json["name"].get(name) != simdjson::SUCCESS || name.empty()) {
        return malformed("name of the act");
    }
    ActBody body{std::string{name}, target->type, target->id, "{}"};
    if (has(json, "args")) {
        object arguments;
        if (json["args"].get(arguments) != simdjson::SUCCESS) {
            return malformed("args");
        }
        body.arguments = simdjson::minify(arguments);
    }
    return body;
}

// Members of a set, or the paragraphs to append to a text in their order.
Result<TextSet> readMembers(const FieldSpec& field, element json, const char* key)
{
    TextSet members;
    if (!has(json, key)) {
        return members;
    }
    FieldSpec each = field;
    each.kind = field.kind == FieldKind::TextSet ? FieldKind::TextSet : FieldKind::Text;
    if (each.kind == FieldKind::TextSet) {
        element set;
        static_cast<void>(json[key].get(set)); // It is there.
        auto value = parseValue(each, set);
        if (!value) {
            return fail(value.error());
        }
        return isEmpty(*value) ? members : std::get<TextSet>(std::move(*value));
    }
    array paragraphs;
    if (json[key].get(paragraphs) != simdjson::SUCCESS || paragraphs.size() > field.maxBytes) {
        return malformed(key);
    }
    for (const element paragraph : paragraphs) {
        auto value = parseValue(each, paragraph);
        if (!value || isEmpty(*value)) {
            return value ? malformed(key) : fail(value.error());
        }
        members.push_back(std::get<std::string>(std::move(*value)));
    }
    return members;
}

Result<FieldEdit> readSetEdit(const FieldSpec& field, std::size_t index, element json)
{
    auto add = readMembers(field, json, "add");
    auto remove = readMembers(field, json, "remove");
    if (!add || !remove) {
        return fail(add ? remove.error() : add.error());
    }
    const bool crossed = std::ranges::any_of(*add, [&](const std::string& member) {
        return std::ranges::binary_search(*remove, member);
    });
    if (has(json, "to") || (field.merge == Merge::Append && !remove->empty())) {
        return policy(field);
    }
    if (crossed || (add->empty() && remove->empty())) {
        return malformed("members to add or to remove");
    }
    FieldEdit edit;
    edit.field = index;
    edit.add = std::move(*add);
    edit.remove = std::move(*remove);
    return edit;
}

Result<FieldEdit> readSumEdit(const FieldSpec& field, std::size_t index, element json)
{
    FieldEdit edit;
    edit.field = index;
    if (has(json, "to")) {
        return policy(field);
    }
    if (json["plus"].get(edit.plus) != simdjson::SUCCESS) {
        return malformed("plus");
    }
    return edit;
}

Result<std::vector<Version>> readSettles(const FieldSpec& field, element json)
{
    std::vector<Version> settled;
    if (!has(json, "settles")) {
        return settled;
    }
    if (field.merge != Merge::Ask) {
        return policy(field);
    }
    array versions;
    if (json["settles"].get(versions) != simdjson::SUCCESS) {
        return malformed("settles");
    }
    for (const element item : versions) {
        const auto version = readVersion(item);
        if (!version) {
            return fail(version.error());
        }
        settled.push_back(*version);
    }
    return settled;
}

Result<FieldEdit> readValueEdit(const FieldSpec& field, std::size_t index, element json)
{
    if (has(json, "add") || has(json, "remove") || has(json, "plus")) {
        return policy(field);
    }
    element to;
    element from;
    if (json["to"].get(to) != simdjson::SUCCESS || json["from"].get(from) != simdjson::SUCCESS) {
        return malformed("to and from");
    }
    auto value = parseValue(field, to);
    if (!value) {
        return fail(value.error());
    }
    const auto version = readVersion(from);
    auto settles = readSettles(field, json);
    if (!version || !settles) {
        return fail(version ? settles.error() : version.error());
    }
    FieldEdit edit;
    edit.field = index;
    edit.to = std::move(*value);
    edit.from = *version;
    edit.settles = std::move(*settles);
    element was;
    if (json["was"].get(was) == simdjson::SUCCESS) {
        // What stood before is not what the author asks for: if it cannot be read, the edit still
        // counts.
        edit.was = parseValue(field, was, Reading::Stored).value_or(Value{});
    }
    return edit;
}

template <class Body>
Result<Change> withBody(Change change, Result<Body> body)
{
    if (!body) {
        return fail(body.error());
    }
    change.body = std::move(*body);
    return change;
}

} // namespace

Result<FieldEdit> readFieldEdit(const FieldSpec& field, std::size_t index, element json)
{
    if (!json.is_object()) {
        return malformed("a field's edit");
    }
    switch (field.merge) {
    case Merge::Server:
    case Merge::Act:
        return policy(field);
    case Merge::Set:
    case Merge::Append:
        return readSetEdit(field, index, json);
    case Merge::Sum:
        return readSumEdit(field, index, json);
    case Merge::Latest:
    case Merge::Ask:
    case Merge::Text:
        return readValueEdit(field, index, json);
    }
    return policy(field);
}

Result<Place> readPlace(element json)
{
    Place place;
    if (json["n"].get(place.number) != simdjson::SUCCESS || place.number < 1 ||
        place.number > changeNumberMax) {
        return malformed("n");
    }
    if (has(json, "group")) {
        array ends;
        if (json["group"].get(ends) != simdjson::SUCCESS || ends.size() != 2 ||
            ends.at(0).get(place.groupFirst) != simdjson::SUCCESS ||
            ends.at(1).get(place.groupLast) != simdjson::SUCCESS || place.groupFirst < 1 ||
            place.groupFirst > place.number || place.number > place.groupLast ||
            static_cast<std::uint64_t>(place.groupLast - place.groupFirst) >= groupChangesMax) {
            return malformed("group");
        }
    }
    return place;
}

Result<Change> readChange(element json)
{
    const auto place = readPlace(json);
    if (!place) {
        return fail(place.error());
    }
    Change change;
    change.number = place->number;
    change.groupFirst = place->groupFirst;
    change.groupLast = place->groupLast;
    std::string_view at;
    const auto time =
        json["at"].get(at) == simdjson::SUCCESS ? HybridTime::parse(at) : std::nullopt;
    if (!time) {
        return malformed("at");
    }
    change.at = *time;
    element create;
    element edit;
    element act;
    const bool isCreate = json["create"].get(create) == simdjson::SUCCESS;
    const bool isEdit = json["edit"].get(edit) == simdjson::SUCCESS;
    const bool isAct = json["act"].get(act) == simdjson::SUCCESS;
    if (int{isCreate} + int{isEdit} + int{isAct} != 1) {
        return malformed("one of create, edit and act");
    }
    if (isCreate) {
        return withBody(std::move(change), readCreate(create));
    }
    return isEdit ? withBody(std::move(change), readEdit(edit))
                  : withBody(std::move(change), readAct(act));
}

Result<Change> parseChange(std::string_view json)
{
    thread_local auto parser = makeJsonParser();
    element tree;
    if (parseJson(parser, json).get(tree) != simdjson::SUCCESS) {
        return malformed("not JSON");
    }
    return readChange(tree);
}

} // namespace fieldbook::sync
