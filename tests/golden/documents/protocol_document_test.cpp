#include "shared/rules/labels.h"
#include "tests/golden/documents/generated_part.h"

namespace fieldbook {
namespace {

TEST(ProtocolDocument, ListsEveryCodeOfARefusal)
{
    std::string part = "| code | English | 中文 |\n|---|---|---|\n";
    for (const rules::ErrorText& each : rules::errorTexts()) {
        part += "| `" + std::string{each.code} + "` | " + std::string{each.text.en} + " | " +
                std::string{each.text.zh} + " |\n";
    }

    testing::expectGeneratedPart("shared/sync/PROTOCOL.md", "codes", part);
}

} // namespace
} // namespace fieldbook
