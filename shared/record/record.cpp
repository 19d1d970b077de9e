#include "shared/record/record.h"

#include "shared/base/assert.h"
#include "shared/record/value_json.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace fieldbook {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

tl::unexpected<Error> malformed(std::string detail)
{
    return fail(ErrorKind::Invalid, "record.malformed", std::move(detail));
}

Result<Alternative> parseAlternative(const FieldSpec& field, element item)
{
    element json;
    std::string_view version;
    std::string_view by;
    if (item["value"].get(json) != simdjson::SUCCESS ||
        item["v"].get(version) != simdjson::SUCCESS) {
        return malformed("conflict");
    }
    auto value = parseValue(field, json, Reading::Stored);
    const auto parsed = Version::parse(version);
    if (!value || !parsed) {
        return malformed("conflict");
    }
    const auto author = item["by"].get(by) == simdjson::SUCCESS ? Uuid::parse(by) : std::nullopt;
    return Alternative{std::move(*value), *parsed, author.value_or(Uuid{})};
}

} // namespace

struct Record::DocumentReader {
    Record& record;

    Result<void> values(object section);
    Result<void> versions(object section);
    Result<void> conflicts(object section);
};

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
    thread_local auto parser = makeJsonParser();
    element tree;
    if (parseJson(parser, document).get(tree) != simdjson::SUCCESS) {
        return malformed("not JSON");
    }
    std::string_view typeName;
    std::string_view idText;
    std::string_view versionText;
    object values;
    if (tree["type"].get(typeName) != simdjson::SUCCESS ||
        tree["id"].get(idText) != simdjson::SUCCESS ||
        tree["v"].get(versionText) != simdjson::SUCCESS ||
        tree["f"].get(values) != simdjson::SUCCESS) {
        return malformed("a document has type, id, v and f");
    }
    const TypeSpec* type = findType(typeName);
    if (type == nullptr) {
        return fail(ErrorKind::Invalid, "record.type", std::string{typeName});
    }
    const auto id = Uuid::parse(idText);
    const auto made = Version::parse(versionText);
    if (!id || !made) {
        return malformed("id or v");
    }
    Record record{*type, *id};
    record.made_ = *made;
    DocumentReader reader{record};
    if (auto read = reader.values(values); !read) {
        return fail(read.error());
    }
    object section;
    if (tree["w"].get(section) == simdjson::SUCCESS) {
        if (auto read = reader.versions(section); !read) {
            return fail(read.error());
        }
    }
    if (tree["c"].get(section) == simdjson::SUCCESS) {
        if (auto read = reader.conflicts(section); !read) {
            return fail(read.error());
        }
    }
    std::string_view key;
    record.keys_.pinyin = tree["k"]["py"].get(key) == simdjson::SUCCESS ? key : "";
    record.keys_.initials = tree["k"]["in"].get(key) == simdjson::SUCCESS ? key : "";
    return record;
}

Result<void> Record::DocumentReader::values(object section)
{
    // Documents list fields in the order of declaration, so the next one is found at once.
    std::size_t next = 0;
    for (const auto& [name, json] : section) {
        const auto index = record.indexFrom(next, name);
        if (!index) {
            record.unknownValues_[std::string{name}] = simdjson::to_string(json);
            continue;
        }
        auto parsed = parseValue(record.type_->fields[*index], json, Reading::Stored);
        if (!parsed) {
            return malformed(std::string{name});
        }
        record.values_[*index] = std::move(*parsed);
        next = *index + 1;
    }
    return {};
}

Result<void> Record::DocumentReader::versions(object section)
{
    for (const auto& [name, json] : section) {
        std::string_view text;
        if (json.get(text) != simdjson::SUCCESS) {
            return malformed("w");
        }
        const auto index = record.type_->indexOf(name);
        if (!index) {
            record.unknownVersions_[std::string{name}] = text;
            continue;
        }
        const auto version = Version::parse(text);
        if (!version) {
            return malformed("w");
        }
        record.setVersionAt(*index, *version);
    }
    return {};
}

Result<void> Record::DocumentReader::conflicts(object section)
{
    for (const auto& [name, json] : section) {
        const auto index = record.type_->indexOf(name);
        simdjson::dom::array items;
        if (!index || json.get(items) != simdjson::SUCCESS) {
            continue;
        }
        for (const element item : items) {
            auto alternative = parseAlternative(record.type_->fields[*index], item);
            if (!alternative) {
                return fail(alternative.error());
            }
            record.addAlternative(*index, std::move(*alternative));
        }
    }
    return {};
}

std::optional<std::size_t> Record::indexFrom(std::size_t start, std::string_view field) const
{
    for (std::size_t i = start; i < type_->fields.size(); ++i) {
        if (type_->fields[i].fieldName == field) {
            return i;
        }
    }
    return type_->indexOf(field);
}

Result<Record> Record::fromJson(const nlohmann::json& tree)
{
    using Handler = nlohmann::json::error_handler_t;
    return parse(tree.dump(-1, ' ', false, Handler::replace));
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
