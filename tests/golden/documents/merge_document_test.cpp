#include "shared/record/type.h"
#include "tests/golden/documents/generated_part.h"

namespace fieldbook {
namespace {

std::string_view wordOf(Merge policy)
{
    switch (policy) {
    case Merge::Latest:
        return "latest";
    case Merge::Ask:
        return "**ask**";
    case Merge::Set:
        return "set";
    case Merge::Sum:
        return "sum";
    case Merge::Text:
        return "text";
    case Merge::Append:
        return "append";
    case Merge::Server:
        return "server";
    case Merge::Act:
        return "act";
    }
    return "";
}

std::string tableOf(const TypeSpec& type)
{
    std::string table = "### " + std::string{type.name} + ": " + std::string{type.label.en} + " " +
                        std::string{type.label.zh} + "\n\n";
    if (!type.tabletWrites) {
        table += "Tablets only read it.\n\n";
    }
    table += "| field | label | 标签 | policy |\n|---|---|---|---|\n";
    for (const FieldSpec& field : type.fields) {
        table += "| `" + std::string{field.fieldName} + "` | " + std::string{field.fieldLabel.en} +
                 " | " + std::string{field.fieldLabel.zh} + " | " +
                 std::string{wordOf(field.merge)} + " |\n";
    }
    return table;
}

TEST(MergeDocument, ListsEveryFieldWithItsPolicy)
{
    std::string part;
    for (const TypeSpec* type : allTypes()) {
        part += '\n' + tableOf(*type);
    }

    testing::expectGeneratedPart("shared/sync/MERGE.md", "fields", part + '\n');
}

} // namespace
} // namespace fieldbook
