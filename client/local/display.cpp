#include "client/local/display.h"

#include <nlohmann/json.hpp>

#include <array>

namespace fieldbook::client {
namespace {

constexpr std::array<std::string_view, 3> titleFields{"name", "title", "number"};
// In this order: an order's line is called after its product, a visit after its customer.
constexpr std::array<std::string_view, 4> subjectFields{"product", "customer", "lead", "order"};

const std::string* textIn(const Record& record, std::string_view field)
{
    const auto index = record.type().indexOf(field);
    return index ? std::get_if<std::string>(&record.at(*index)) : nullptr;
}

std::string subjectTitleOf(const Record& record,
                           const rules::World& world,
                           std::span<const std::string_view> fields)
{
    for (const std::string_view field : fields) {
        const auto index = record.type().indexOf(field);
        const auto* id = index ? std::get_if<Uuid>(&record.at(*index)) : nullptr;
        const auto subject = id ? world.find(*id) : std::nullopt;
        if (subject) {
            return ownTitleOf(*subject);
        }
    }
    return {};
}

bool isBookkeeping(const FieldSpec& field)
{
    return field.fieldName == "created_at" || field.fieldName == "created_by" ||
           field.fieldName == "deleted_by" || field.fieldName == "deleted_with";
}

} // namespace

std::string ownTitleOf(const Record& record)
{
    for (const std::string_view field : titleFields) {
        if (const auto* text = textIn(record, field)) {
            return *text;
        }
    }
    return {};
}

std::string titleOf(const Record& record, const rules::World& world)
{
    auto own = ownTitleOf(record);
    return own.empty() ? subjectTitleOf(record, world, subjectFields) : own;
}

std::string subtitleOf(const Record& record, const rules::World& world)
{
    const auto subject = subjectTitleOf(record, world, std::span{subjectFields}.subspan(1));
    return subject == titleOf(record, world) ? std::string{} : subject;
}

std::vector<ChangeRow::Field> differenceOf(const Record* before, const Record& after)
{
    std::vector<ChangeRow::Field> difference;
    const auto& fields = after.type().fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const Value was = before ? before->at(i) : Value{};
        if (!isBookkeeping(fields[i]) && was != after.at(i)) {
            difference.push_back({std::string{fields[i].fieldName}, was, after.at(i)});
        }
    }
    return difference;
}

std::string fieldsToJson(const std::vector<ChangeRow::Field>& fields)
{
    std::string out = "[";
    for (const auto& field : fields) {
        out += out.size() > 1 ? ",[" : "[";
        appendJsonString(out, field.field);
        out += ',';
        appendJson(out, field.before);
        out += ',';
        appendJson(out, field.after);
        out += ']';
    }
    return out + ']';
}

std::vector<ChangeRow::Field> fieldsFromJson(const TypeSpec& type, std::string_view json)
{
    std::vector<ChangeRow::Field> fields;
    const auto tree = nlohmann::json::parse(json, nullptr, false);
    if (!tree.is_array()) {
        return fields;
    }
    for (const auto& item : tree) {
        if (!item.is_array() || item.size() != 3 || !item[0].is_string()) {
            continue;
        }
        const auto& name = item[0].get_ref<const std::string&>();
        const auto index = type.indexOf(name);
        if (!index) {
            continue;
        }
        auto before = parseValue(type.fields[*index], item[1]);
        auto after = parseValue(type.fields[*index], item[2]);
        fields.push_back(
            {name, before ? std::move(*before) : Value{}, after ? std::move(*after) : Value{}});
    }
    return fields;
}

} // namespace fieldbook::client
