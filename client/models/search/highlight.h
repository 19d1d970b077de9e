#pragma once

#include <QString>
#include <vector>

// Where in a text what was searched for is found, to be shown: as it is written, by its pinyin or
// initials, or by the digits of a number.
namespace fieldbook::client {

struct TextRange {
    qsizetype from = 0;
    qsizetype length = 0;

    friend bool operator==(const TextRange&, const TextRange&) = default;
};

// Of each word of the query the first place; nothing where the text does not show why it was found.
// In order, apart from one another.
[[nodiscard]] std::vector<TextRange> matchesIn(const QString& text, const QString& query);
// A run of digits in a number, whatever separates them.
[[nodiscard]] std::vector<TextRange> digitsIn(const QString& number, const QString& query);

// As styled text: escaped, the ranges in <b>.
[[nodiscard]] QString marked(const QString& text, const std::vector<TextRange>& ranges);

} // namespace fieldbook::client
