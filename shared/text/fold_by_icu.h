#pragma once

#include <string>
#include <string_view>

namespace fieldbook {

// What foldForSearch() is by definition, for any text, by ICU. foldForSearch() answers for common
// text itself and asks here for the rest; the tests hold the two against each other.
[[nodiscard]] std::string foldByIcu(std::string_view text);

} // namespace fieldbook
