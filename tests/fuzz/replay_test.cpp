// Runs the kept corpus through the fuzz targets: what was found once is never found again.

#include "tests/fuzz/fuzz_targets.h"
#include "tests/support/golden.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace fieldbook::testing {
namespace {

void replay(const std::string& name, void (*target)(std::string_view))
{
    const std::string folder = "tests/fuzz/corpus/" + name;
    int count = 0;
    for (const auto& file : std::filesystem::directory_iterator{sourcePath(folder)}) {
        const std::string bytes = readSource(folder + "/" + file.path().filename().string());
        target(bytes);
        // Cut anywhere, it is still only bytes.
        for (std::size_t size = 0; size < bytes.size(); size += 1 + bytes.size() / 64) {
            target(std::string_view{bytes}.substr(0, size));
        }
        ++count;
    }
    EXPECT_GT(count, 3);
}

TEST(FuzzCorpus, PushesAreReadOrRefused) { replay("push", fuzzPush); }

TEST(FuzzCorpus, DocumentsAreReadOrRefused) { replay("document", fuzzDocument); }

TEST(FuzzCorpus, AnswersAreReadOrRefused) { replay("answer", fuzzAnswer); }

} // namespace
} // namespace fieldbook::testing
