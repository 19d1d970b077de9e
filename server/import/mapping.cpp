#include "server/import/mapping.h"

#include "server/import/mapping_reader.h"

#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace fieldbook::server::import {
namespace {

void addFile(std::vector<std::string>& files, const std::string& file)
{
    if (!file.empty() && std::ranges::find(files, file) == files.end()) {
        files.push_back(file);
    }
}

tl::unexpected<Error> wrong(const std::string& what)
{
    return fail(ErrorKind::Invalid, "import.mapping", what);
}

// What one section says of others must hold.
Result<void> checkReferences(const Mapping& mapping, const Section& section)
{
    if (!section.partOf.empty()) {
        const Section* whole = mapping.section(section.partOf);
        if (whole == nullptr || !whole->partOf.empty()) {
            return wrong(section.name + ".part_of names \"" + section.partOf +
                         "\", which is no section that stands for itself");
        }
    }
    for (const FieldMapping& field : section.fields) {
        for (const Expression& expression : field.alternatives) {
            const auto& name = expression.records;
            if (!name.empty() && mapping.section(name) == nullptr) {
                return wrong(section.name + " refers to the section \"" + name +
                             "\", which does not exist");
            }
        }
    }
    return {};
}

Result<void> check(const Mapping& mapping)
{
    std::set<std::string> names;
    for (const Section& section : mapping.sections) {
        if (!names.insert(section.name).second) {
            return wrong("there are two sections named \"" + section.name + '"');
        }
        if (auto good = checkReferences(mapping, section); !good) {
            return good;
        }
    }
    return {};
}

} // namespace

const FieldMapping* Section::mappingOf(std::string_view field) const
{
    const auto index = type->indexOf(field);
    const auto found = std::ranges::find_if(
        fields, [&](const FieldMapping& mapping) { return mapping.field == index; });
    return found == fields.end() ? nullptr : &*found;
}

const Section* Mapping::section(std::string_view name) const
{
    const auto found = std::ranges::find(sections, name, &Section::name);
    return found == sections.end() ? nullptr : &*found;
}

std::vector<std::string> Mapping::files() const
{
    std::vector<std::string> all;
    for (const Section& section : sections) {
        addFile(all, section.file);
        if (section.onlyIf) {
            addFile(all, section.onlyIf->file);
        }
        for (const FieldMapping& field : section.fields) {
            for (const Expression& expression : field.alternatives) {
                if (expression.mostFrequent) {
                    addFile(all, expression.mostFrequent->file);
                }
            }
        }
    }
    return all;
}

Result<Mapping> parseMapping(std::string_view text, const std::string& name)
{
    toml::table tree;
    try {
        tree = toml::parse(text, name);
    } catch (const toml::parse_error& error) {
        return fail(ErrorKind::Invalid, "import.mapping_malformed",
                    name + " line " + std::to_string(error.source().begin.line) + ": " +
                        std::string{error.description()});
    }
    auto mapping = readTree(tree);
    if (!mapping) {
        return mapping;
    }
    if (auto good = check(*mapping); !good) {
        return fail(good.error());
    }
    return mapping;
}

Result<Mapping> readMapping(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    if (!in || !std::filesystem::is_regular_file(file)) {
        return fail(ErrorKind::NotFound, "import.mapping_unreadable",
                    "there is no mapping file " + file.string());
    }
    std::ostringstream text;
    text << in.rdbuf();
    return parseMapping(text.str(), file.filename().string());
}

} // namespace fieldbook::server::import
