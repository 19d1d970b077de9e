#include "server/import/mapping_reader.h"

#include "shared/base/clock.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace fieldbook::server::import {
namespace {

tl::unexpected<Error> wrong(const std::string& what)
{
    return fail(ErrorKind::Invalid, "import.mapping", what);
}

// A misspelt key would otherwise be passed over in silence.
Result<void> checkKeys(const toml::table& table,
                       std::initializer_list<std::string_view> known,
                       const std::string& where)
{
    for (const auto& [key, node] : table) {
        if (std::ranges::find(known, key.str()) == known.end()) {
            return wrong(where + " has the unknown key \"" + std::string{key.str()} + '"');
        }
    }
    return {};
}

std::string textAt(const toml::table& table, std::string_view key)
{
    return table[key].value_or(std::string{});
}

// One text or a list of texts.
std::vector<std::string> textsAt(const toml::table& table, std::string_view key)
{
    std::vector<std::string> texts;
    if (const auto* list = table[key].as_array()) {
        for (const auto& member : *list) {
            texts.push_back(member.value_or(std::string{}));
        }
    } else if (const auto text = table[key].value<std::string>()) {
        texts.push_back(*text);
    }
    return texts;
}

Result<MostFrequent> readMostFrequent(const toml::table& table, const std::string& where)
{
    if (auto good = checkKeys(table, {"file", "match", "with", "take", "latest"}, where); !good) {
        return fail(good.error());
    }
    MostFrequent most{.file = textAt(table, "file"),
                      .match = textAt(table, "match"),
                      .with = textAt(table, "with"),
                      .take = textAt(table, "take"),
                      .latest = textAt(table, "latest")};
    if (most.file.empty() || most.match.empty() || most.with.empty() || most.take.empty()) {
        return wrong(where + ".most_frequent needs file, match, with and take");
    }
    return most;
}

Result<StoredLookup> readLookup(const toml::table& table, const std::string& where)
{
    const auto* type = findType(textAt(table, "type"));
    const std::string by = textAt(table, "by");
    if (type == nullptr || !type->indexOf(by) || !type->field(by).isColumn) {
        return wrong(where + ".stored needs the type of a record and by, a column of it");
    }
    return StoredLookup{type, by};
}

Result<void> readMap(Expression& expression, const toml::table& table, const std::string& where)
{
    const auto* map = table["map"].as_table();
    if (map == nullptr) {
        return table.contains("map") ? Result<void>{wrong(where + ".map must be a table")}
                                     : Result<void>{};
    }
    for (const auto& [from, to] : *map) {
        const auto text = to.value<std::string>();
        if (!text) {
            return wrong(where + ".map: every value must be a text");
        }
        expression.map[std::string{from.str()}] = *text;
    }
    return {};
}

Result<void> readSources(Expression& expression, const toml::table& table, const std::string& where)
{
    expression.columns = textsAt(table, "column");
    expression.constant = table["value"].value<std::string>();
    if (const auto* most = table["most_frequent"].as_table()) {
        auto read = readMostFrequent(*most, where);
        if (!read) {
            return fail(read.error());
        }
        expression.mostFrequent = std::move(*read);
    }
    if (const auto* stored = table["stored"].as_table()) {
        auto read = readLookup(*stored, where);
        if (!read) {
            return fail(read.error());
        }
        expression.stored = std::move(*read);
    }
    const int sources = (expression.columns.empty() ? 0 : 1) + (expression.constant ? 1 : 0) +
                        (expression.mostFrequent ? 1 : 0);
    return sources == 1 ? Result<void>{}
                        : Result<void>{wrong(
                              where + " needs exactly one of column, value and most_frequent")};
}

Result<Expression> readExpression(const toml::node& node, const std::string& where)
{
    Expression expression;
    if (const auto column = node.value<std::string>()) {
        expression.columns.push_back(*column);
        return expression;
    }
    const auto* table = node.as_table();
    if (table == nullptr) {
        return wrong(where + " must be a column or a table");
    }
    if (auto good = checkKeys(*table,
                              {"column", "value", "most_frequent", "join", "map", "otherwise",
                               "lower", "date", "split", "decimal", "percent", "records", "stored",
                               "optional", "expected"},
                              where);
        !good) {
        return fail(good.error());
    }
    if (auto read = readSources(expression, *table, where); !read) {
        return fail(read.error());
    }
    if (auto read = readMap(expression, *table, where); !read) {
        return fail(read.error());
    }
    expression.join = (*table)["join"].value_or(std::string{" "});
    expression.otherwise = (*table)["otherwise"].value<std::string>();
    expression.lower = (*table)["lower"].value_or(false);
    expression.dateFormat = textAt(*table, "date");
    expression.split = textAt(*table, "split");
    const std::string decimal = (*table)["decimal"].value_or(std::string{"."});
    if (decimal != "." && decimal != ",") {
        return wrong(where + ".decimal must be \".\" or \",\"");
    }
    expression.decimal = decimal.front();
    expression.percent = (*table)["percent"].value_or(false);
    expression.records = textAt(*table, "records");
    expression.optional = (*table)["optional"].value_or(false);
    return expression;
}

bool isExpected(const toml::node& node)
{
    const auto* table = node.as_table();
    return table != nullptr && (*table)["expected"].value_or(false);
}

Result<FieldMapping>
readField(const Section& section, std::string_view name, const toml::node& node)
{
    const std::string where = section.name + '.' + std::string{name};
    const auto index = section.type->indexOf(name);
    if (!index) {
        return wrong(where + ": a " + std::string{section.type->name} + " has no such field");
    }
    FieldMapping field;
    field.field = *index;
    const auto add = [&](const toml::node& one) -> Result<void> {
        auto expression = readExpression(one, where);
        if (!expression) {
            return fail(expression.error());
        }
        field.expected = field.expected || isExpected(one);
        const auto& spec = section.type->fields[*index];
        const bool looksUp = !expression->records.empty() || expression->stored.has_value();
        if (looksUp != (spec.kind == FieldKind::Reference)) {
            return wrong(where + (looksUp ? " is no reference" : " needs records or stored"));
        }
        field.alternatives.push_back(std::move(*expression));
        return {};
    };
    if (const auto* list = node.as_array()) {
        for (const auto& one : *list) {
            if (auto added = add(one); !added) {
                return fail(added.error());
            }
        }
    } else if (auto added = add(node); !added) {
        return fail(added.error());
    }
    return field;
}

Result<void> readFields(Section& section, const toml::table& table)
{
    const auto* fields = table["fields"].as_table();
    if (fields == nullptr) {
        return wrong(section.name + " has no fields");
    }
    for (const auto& [name, node] : *fields) {
        auto field = readField(section, name.str(), node);
        if (!field) {
            return fail(field.error());
        }
        section.fields.push_back(std::move(*field));
    }
    for (const FieldSpec& spec : section.type->fields) {
        if (spec.isRequired && section.mappingOf(spec.fieldName) == nullptr) {
            return wrong(section.name + " does not map " + std::string{spec.fieldName} +
                         ", which every " + std::string{section.type->name} + " must have");
        }
    }
    return {};
}

Result<void> readCondition(Section& section, const toml::table& table)
{
    const auto* node = table["only_if"].as_table();
    if (node == nullptr) {
        return {};
    }
    Condition condition{.column = textAt(*node, "column"),
                        .filled = (*node)["filled"].value_or(false),
                        .file = textAt(*node, "file"),
                        .listedIn = textAt(*node, "listed_in")};
    const bool elsewhere = !condition.file.empty() && !condition.listedIn.empty();
    if (condition.column.empty() || condition.filled == elsewhere) {
        return wrong(section.name +
                     ".only_if needs column with either filled or file and listed_in");
    }
    section.onlyIf = std::move(condition);
    return {};
}

Result<Section> readSection(const toml::table& table)
{
    Section section;
    section.name = textAt(table, "name");
    if (section.name.empty()) {
        return wrong("a section of records has no name");
    }
    if (auto good = checkKeys(
            table, {"name", "file", "type", "key", "part_of", "part_of_key", "only_if", "fields"},
            section.name);
        !good) {
        return fail(good.error());
    }
    section.file = textAt(table, "file");
    section.type = findType(textAt(table, "type"));
    section.key = textsAt(table, "key");
    section.partOf = textAt(table, "part_of");
    section.partOfKey = textsAt(table, "part_of_key");
    if (section.type == nullptr) {
        return wrong(section.name + " has no type, or one that does not exist");
    }
    if (section.file.empty() != section.key.empty()) {
        return wrong(section.name + ": file and key go together");
    }
    if (section.partOf.empty() != section.partOfKey.empty()) {
        return wrong(section.name + ": part_of and part_of_key go together");
    }
    if (auto read = readCondition(section, table); !read) {
        return fail(read.error());
    }
    if (auto read = readFields(section, table); !read) {
        return fail(read.error());
    }
    return section;
}

Result<std::chrono::minutes> readOffset(const std::string& text)
{
    if (text.empty() || text == "Z") {
        return std::chrono::minutes{0};
    }
    // The offset of RFC 3339, read by its reader.
    const auto time = parseRfc3339("2000-01-02T00:00:00" + text);
    if (!time) {
        return wrong("utc_offset must be such as \"+08:00\"");
    }
    const auto midnight = fromMillis(946'771'200'000);
    return std::chrono::duration_cast<std::chrono::minutes>(midnight - *time);
}

} // namespace

Result<Mapping> readTree(const toml::table& tree)
{
    if (auto good =
            checkKeys(tree, {"source", "currency", "utc_offset", "country", "delimiter", "records"},
                      "the file");
        !good) {
        return fail(good.error());
    }
    Mapping mapping;
    mapping.source = textAt(tree, "source");
    if (mapping.source.empty()) {
        return wrong("source is missing: a name for where the files come from");
    }
    const auto currency = Currency::parse(textAt(tree, "currency"));
    if (!currency) {
        return wrong("currency must be a code such as \"CNY\"");
    }
    mapping.currency = *currency;
    const auto offset = readOffset(textAt(tree, "utc_offset"));
    if (!offset) {
        return fail(offset.error());
    }
    mapping.utcOffset = *offset;
    mapping.country = tree["country"].value<std::string>();
    const std::string delimiter = tree["delimiter"].value_or(std::string{","});
    if (delimiter.size() != 1) {
        return wrong("delimiter must be one character");
    }
    mapping.delimiter = delimiter.front();
    const auto* sections = tree["records"].as_array();
    if (sections == nullptr || sections->empty()) {
        return wrong("there is no [[records]] section");
    }
    for (const auto& node : *sections) {
        const auto* table = node.as_table();
        auto section = table == nullptr ? Result<Section>{wrong("records must be tables")}
                                        : readSection(*table);
        if (!section) {
            return fail(section.error());
        }
        mapping.sections.push_back(std::move(*section));
    }
    return mapping;
}

} // namespace fieldbook::server::import
