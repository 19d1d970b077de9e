#include "server/app/comma_list.h"

#include <sstream>
#include <utility>

namespace fieldbook::server {

std::vector<std::string> wordsOf(const std::string& text)
{
    std::vector<std::string> words;
    std::istringstream in{text};
    for (std::string word; std::getline(in, word, ',');) {
        word.erase(0, word.find_first_not_of(' '));
        word.erase(word.find_last_not_of(' ') + 1);
        words.push_back(std::move(word));
    }
    return words;
}

void appendWord(std::string& list, std::string_view word)
{
    list += list.empty() ? "" : ",";
    list += word;
}

std::string listOf(const std::vector<std::string>& words)
{
    std::string list;
    for (const auto& word : words) {
        appendWord(list, word);
    }
    return list;
}

} // namespace fieldbook::server
