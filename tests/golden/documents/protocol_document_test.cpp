#include "shared/rules/labels.h"
#include "tests/golden/documents/generated_part.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

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

// Strings in the sources of the server's HTTP side that are written like the code of a problem.
std::set<std::string> codesOfRequests()
{
    const std::regex code{
        R"re("((?:access|auth|body|cursor|device|factor|file|http|ldap|lease|numbers|oidc|password|push|query|record|server|session|upload|user)\.[a-z_]+)")re"};
    std::set<std::string> codes;
    for (const auto* folder : {"server/net", "server/api"}) {
        const auto path = testing::sourcePath(folder);
        if (!std::filesystem::exists(path)) {
            continue;
        }
        for (const auto& file : std::filesystem::recursive_directory_iterator{path}) {
            if (file.path().extension() != ".cpp") {
                continue;
            }
            std::ifstream in{file.path()};
            const std::string text{std::istreambuf_iterator<char>{in}, {}};
            for (std::sregex_iterator found{text.begin(), text.end(), code}, end; found != end;
                 ++found) {
                codes.insert((*found)[1]);
            }
        }
    }
    return codes;
}

TEST(ProtocolDocument, NamesEveryCodeOfARequest)
{
    const std::string document = testing::readSource("shared/sync/PROTOCOL.md");
    const auto codes = codesOfRequests();
    ASSERT_TRUE(codes.contains("http.timeout"));

    for (const std::string& code : codes) {
        EXPECT_NE(document.find('`' + code + '`'), document.npos)
            << code << " is not in shared/sync/PROTOCOL.md (When it does not work)";
    }
}

} // namespace
} // namespace fieldbook
