#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook {

// How many columns a terminal takes for a text: Chinese characters take two.
[[nodiscard]] std::size_t displayWidth(std::string_view text);

// A table for a terminal, its columns aligned.
class TextTable {
public:
    enum class Align { Left, Right };

    explicit TextTable(std::vector<std::string> head, std::vector<Align> aligns = {});

    void add(std::vector<std::string> row);
    void print(std::ostream& out) const;

private:
    std::vector<std::vector<std::string>> rows_; // The head first.
    std::vector<Align> aligns_; // Left where there is none.
};

} // namespace fieldbook
