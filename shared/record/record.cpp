#include "shared/record/record.h"

#include "shared/base/assert.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace fieldbook {
namespace {

using nlohmann::json;

tl::unexpected<Error> malformed(std::string detail)
{
    return fail(ErrorKind::Invalid, "record.malformed", std::move(detail));
}

Result<Alternative> parseAlternative(const FieldSpec& field, const json& item)
{
    if (!item.is_object() || !item.contains("value") || !item.contains("v")) {
        return malformed("conflict");
    }
    auto value = parseValue(field, item["value"]);
    const auto version = Version::parse(item.value("v", ""));
    if (!value || !version) {
        return malformed("conflict");
    }
    const auto author = Uuid::parse(item.value("by", ""));
    return Alternative{std::move(*value), *version, author.value_or(Uuid{})};
}

} // namespace

Record::Record(const TypeSpec& type, Uuid id) : type_{&type}, id_{id}, values_(type.fields.size())
{}

const Value& Record::get(std::string_view field) const
{
    const auto index = type_->indexOf(field);
    FIELDBOOK_ASSERT(index.has_value());
    return values_[*index];
}

void Record::set(std::string_view field, Value value)
{
    const auto index = type_->indexOf(field);
    FIELDBOOK_ASSERT(index.has_value());
    values_[*index] = std::move(value);
}

const std::string& Record::textOf(std::string_view field) const
{
    static const std::string none;
    const auto* text = std::get_if<std::string>(&get(field));
    return text ? *text : none;
}

Uuid Record::referenceOf(std::string_view field) const
{
    const auto* id = std::get_if<Uuid>(&get(field));
    return id ? *id : Uuid{};
}

std::int64_t Record::integerOf(std::string_view field) const
{
    const auto* number = std::get_if<std::int64_t>(&get(field));
    return number ? *number : 0;
}

Version Record::versionAt(std::size_t index) const
{
    const auto own = versions_.find(index);
    return own == versions_.end() ? made_ : own->second;
}

void Record::setVersionAt(std::size_t index, Version version)
{
    if (version == made_) {
        versions_.erase(index);
    } else {
        versions_[index] = version;
    }
}

void Record::addAlternative(std::size_t index, Alternative alternative)
{
    conflicts_[index].push_back(std::move(alternative));
}

Result<Record> Record::parse(std::string_view document)
{
    const json tree = json::parse(document, nullptr, false);
    if (tree.is_discarded()) {
        return malformed("not JSON");
    }
    return fromJson(tree);
}

Result<Record> Record::fromJson(const json& tree)
{
    if (!tree.is_object() || !tree.contains("f") || !tree["f"].is_object() ||
        !tree.contains("type") || !tree["type"].is_string() || !tree.contains("id") ||
        !tree["id"].is_string() || !tree.contains("v") || !tree["v"].is_string()) {
        return malformed("a document has type, id, v and f");
    }
    const TypeSpec* type = findType(tree["type"].get_ref<const std::string&>());
    if (type == nullptr) {
        return fail(ErrorKind::Invalid, "record.type", tree["type"].get<std::string>());
    }
    const auto id = Uuid::parse(tree["id"].get_ref<const std::string&>());
    const auto made = Version::parse(tree["v"].get_ref<const std::string&>());
    if (!id || !made) {
        return malformed("id or v");
    }
    Record record{*type, *id};
    record.made_ = *made;
    for (const auto& [name, value] : tree["f"].items()) {
        const auto index = type->indexOf(name);
        if (!index) {
            record.unknownValues_[name] = value.dump();
            continue;
        }
        auto parsed = parseValue(type->fields[*index], value);
        if (!parsed) {
            return fail(parsed.error());
        }
        record.values_[*index] = std::move(*parsed);
    }
    const json empty = json::object();
    const auto section = [&](const char* key) -> const json& {
        const auto found = tree.find(key);
        return found != tree.end() && found->is_object() ? *found : empty;
    };
    for (const auto& [name, value] : section("w").items()) {
        if (!value.is_string()) {
            return malformed("w");
        }
        const auto index = type->indexOf(name);
        if (!index) {
            record.unknownVersions_[name] = value.get<std::string>();
            continue;
        }
        const auto version = Version::parse(value.get_ref<const std::string&>());
        if (!version) {
            return malformed("w");
        }
        record.versions_[*index] = *version;
    }
    for (const auto& [name, items] : section("c").items()) {
        const auto index = type->indexOf(name);
        if (!index || !items.is_array()) {
            continue;
        }
        for (const auto& item : items) {
            auto alternative = parseAlternative(type->fields[*index], item);
            if (!alternative) {
                return fail(alternative.error());
            }
            record.addAlternative(*index, std::move(*alternative));
        }
    }
    const json& keys = section("k");
    record.keys_ = SearchKeys{keys.value("py", ""), keys.value("in", "")};
    return record;
}

std::string Record::document() const
{
    std::string out;
    out.reserve(512);
    out += R"({"type":")";
    out += type_->name;
    out += R"(","id":")";
    out += id_.text();
    out += R"(","v":")";
    out += made_.text();
    out += R"(","f":{)";
    const char* comma = "";
    const auto key = [&](std::string_view name) {
        out += comma;
        appendJsonString(out, name);
        out += ':';
        comma = ",";
    };
    for (std::size_t i = 0; i < values_.size(); ++i) {
        if (!isEmpty(values_[i])) {
            key(type_->fields[i].fieldName);
            appendJson(out, values_[i]);
        }
    }
    for (const auto& [name, value] : unknownValues_) {
        key(name);
        out += value;
    }
    out += '}';
    if (!versions_.empty() || !unknownVersions_.empty()) {
        out += R"(,"w":{)";
        comma = "";
        for (const auto& [index, version] : versions_) {
            key(type_->fields[index].fieldName);
            out += '"' + version.text() + '"';
        }
        for (const auto& [name, version] : unknownVersions_) {
            key(name);
            appendJsonString(out, version);
        }
        out += '}';
    }
    if (!conflicts_.empty()) {
        out += R"(,"c":{)";
        comma = "";
        for (const auto& [index, alternatives] : conflicts_) {
            key(type_->fields[index].fieldName);
            out += '[';
            const char* between = "";
            for (const auto& alternative : alternatives) {
                out += between;
                out += R"({"value":)";
                appendJson(out, alternative.value);
                out += R"(,"v":")" + alternative.version.text();
                out += R"(","by":")" + alternative.author.text() + R"("})";
                between = ",";
            }
            out += ']';
        }
        out += '}';
    }
    if (!keys_.pinyin.empty() || !keys_.initials.empty()) {
        out += R"(,"k":{"py":)";
        appendJsonString(out, keys_.pinyin);
        out += R"(,"in":)";
        appendJsonString(out, keys_.initials);
        out += '}';
    }
    out += '}';
    return out;
}

bool operator==(const Record& a, const Record& b) { return a.document() == b.document(); }

} // namespace fieldbook
