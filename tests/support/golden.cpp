#include "tests/support/golden.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace fieldbook::testing {

std::filesystem::path sourcePath(std::string_view relative)
{
    return std::filesystem::path{FIELDBOOK_SOURCE_DIR} / relative;
}

std::string readSource(std::string_view relative)
{
    std::ifstream file{sourcePath(relative), std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    return file ? std::move(text).str() : std::string{};
}

bool updatesGolden()
{
    const char* asked = std::getenv("FIELDBOOK_UPDATE_GOLDEN");
    return asked != nullptr && std::string_view{asked} == "1";
}

void expectGolden(std::string_view relative, std::string_view actual)
{
    const std::string expected = readSource(relative);
    if (updatesGolden() && expected != actual) {
        std::ofstream file{sourcePath(relative), std::ios::binary};
        file << actual;
        ASSERT_TRUE(file) << "could not write " << relative;
        return;
    }
    EXPECT_EQ(expected, actual) << relative
                                << " is stale; FIELDBOOK_UPDATE_GOLDEN=1 rewrites it, then look at "
                                   "the difference";
}

} // namespace fieldbook::testing
