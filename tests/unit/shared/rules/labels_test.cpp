#include "shared/rules/acts.h"
#include "shared/rules/labels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

namespace fieldbook::rules {
namespace {

namespace fs = std::filesystem;

// Every string in the sources of the folders that is written like a code and is not an act's name.
std::set<std::string> codesInSources()
{
    const fs::path root{FIELDBOOK_SOURCE_DIR};
    const std::regex code{R"re("([a-z][a-z_0-9]*\.[a-z][a-z_0-9]*)")re"};
    std::set<std::string> codes;
    for (const char* folder : {"record", "rules", "sync", "calendar"}) {
        for (const auto& entry : fs::recursive_directory_iterator{root / "shared" / folder}) {
            const fs::path& path = entry.path();
            if (path.extension() != ".cpp" || path.parent_path().filename() == "labels") {
                continue;
            }
            std::ifstream file{path};
            std::stringstream text;
            text << file.rdbuf();
            const std::string source = text.str();
            for (std::sregex_iterator found{source.begin(), source.end(), code}, end; found != end;
                 ++found) {
                codes.insert((*found)[1]);
            }
        }
    }
    for (const ActSpec& act : allActs()) {
        codes.erase(std::string{act.name});
    }
    return codes;
}

TEST(Labels, EveryCodeThatIsUsedHasItsSentence)
{
    const auto codes = codesInSources();
    ASSERT_GT(codes.size(), 50);
    ASSERT_TRUE(codes.contains("order.empty"));

    for (const std::string& code : codes) {
        EXPECT_TRUE(
            std::ranges::binary_search(errorTexts(), std::string_view{code}, {}, &ErrorText::code))
            << code;
    }
}

TEST(Labels, ACodeHasOneSentence)
{
    const auto repeated = std::ranges::adjacent_find(errorTexts(), {}, &ErrorText::code);

    EXPECT_EQ(repeated, errorTexts().end()) << repeated->code;
}

TEST(Labels, SentencesAreWrittenAsTheHouseWritesThem)
{
    for (const auto& [code, text] : errorTexts()) {
        EXPECT_FALSE(text.en.empty() || text.zh.empty()) << code;
        EXPECT_EQ(text.en.find('!'), text.en.npos) << code;
        EXPECT_FALSE(text.en.ends_with('.')) << code;
        for (const std::string_view halfWidth : {",", ";", "!"}) {
            EXPECT_EQ(text.zh.find(halfWidth), text.zh.npos) << code;
        }
        EXPECT_EQ(text.zh.find("你"), text.zh.npos) << code;
    }
}

TEST(Labels, AnUnknownCodeIsSaidToBeSo)
{
    EXPECT_NE(textFor("moon.full").en, textFor("order.empty").en);
    EXPECT_FALSE(textFor("").zh.empty());
    EXPECT_EQ(textFor("order.price_list_ended").zh, "价格表已停用，可按新价重发");
}

} // namespace
} // namespace fieldbook::rules
