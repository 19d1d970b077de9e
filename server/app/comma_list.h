#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::server {

// Lists in settings: "a, b,c".

// What stands between the commas, without the spaces around it.
[[nodiscard]] std::vector<std::string> wordsOf(const std::string& text);
// One more word at the end.
void appendWord(std::string& list, std::string_view word);
[[nodiscard]] std::string listOf(const std::vector<std::string>& words);

} // namespace fieldbook::server
