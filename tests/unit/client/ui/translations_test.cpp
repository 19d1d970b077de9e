// No word on the screen without its Chinese: what stands in the sources is gathered anew, as the
// translator's tool does it, and held against the files of words in the tree.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path)
{
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

// The sources of messages that have no finished translation.
std::vector<std::string> unfinished(const std::string& words)
{
    static const std::regex message{"<source>([^<]*)</source>(?:\\s*<comment>[^<]*</comment>)?\\s*"
                                    "<translation type=\"unfinished\""};
    std::vector<std::string> sources;
    for (std::sregex_iterator it{words.begin(), words.end(), message}, end; it != end; ++it)
        sources.push_back((*it)[1]);
    return sources;
}

class Translations : public testing::Test {
protected:
    void SetUp() override
    {
        folder_ = fs::temp_directory_path() / ("fieldbook-words-" + std::to_string(getpid()));
        fs::create_directories(folder_);
    }

    void TearDown() override { fs::remove_all(folder_); }

    // A copy of the module's words after gathering what its sources say today.
    std::string
    gathered(const std::string& name, const std::string& language, const std::string& options)
    {
        const fs::path kept = fs::path{FIELDBOOK_TRANSLATIONS} / (name + "_" + language + ".ts");
        const fs::path copy = folder_ / kept.filename();
        if (fs::exists(kept))
            fs::copy_file(kept, copy);
        const std::string command =
            std::string{FIELDBOOK_LUPDATE} + " -silent -locations none -no-obsolete " + options +
            " @" FIELDBOOK_TRANSLATION_LISTS "/" + name + ".lst -ts " + copy.string();
        EXPECT_EQ(std::system(command.c_str()), 0) << command;
        return read(copy);
    }

    fs::path folder_;
};

std::vector<std::string> modules()
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{FIELDBOOK_TRANSLATION_LISTS})
        names.push_back(entry.path().stem());
    return names;
}

} // namespace

TEST_F(Translations, EveryWordHasItsChinese)
{
    ASSERT_GE(modules().size(), 3U);

    for (const std::string& name : modules()) {
        for (const std::string& source : unfinished(gathered(name, "zh_CN", "")))
            ADD_FAILURE() << name << " has no Chinese for: " << source;
    }
}

TEST_F(Translations, EveryEnglishPluralHasItsForms)
{
    for (const std::string& name : modules()) {
        for (const std::string& source : unfinished(gathered(name, "en", "-pluralonly")))
            ADD_FAILURE() << name << " has no English plural for: " << source;
    }
}

TEST_F(Translations, AGapIsFound)
{
    const std::string words =
        "<message><source>Save</source><translation type=\"unfinished\"></translation></message>"
        "<message><source>Open</source><translation>打开</translation></message>";

    EXPECT_EQ(unfinished(words), std::vector<std::string>{"Save"});
}
