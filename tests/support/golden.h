#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace fieldbook::testing {

// A file of the source tree, such as "tests/golden/wire/push.json".
[[nodiscard]] std::filesystem::path sourcePath(std::string_view relative);
[[nodiscard]] std::string readSource(std::string_view relative);

// Whether FIELDBOOK_UPDATE_GOLDEN=1 asks that files be rewritten instead of compared.
[[nodiscard]] bool updatesGolden();

// Compares a file with what it should hold now, or rewrites it; a difference fails the running
// test.
void expectGolden(std::string_view relative, std::string_view actual);

} // namespace fieldbook::testing
