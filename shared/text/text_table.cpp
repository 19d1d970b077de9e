#include "shared/text/text_table.h"

#include "shared/base/utf8.h"
#include "shared/text/fold.h"

#include <algorithm>

namespace fieldbook {
namespace {

bool isWide(char32_t codePoint)
{
    // CJK punctuation and full-width forms beside the characters themselves.
    return isCjk(codePoint) || (codePoint >= 0x3000 && codePoint <= 0x303F) ||
           (codePoint >= 0xFF01 && codePoint <= 0xFF60);
}

} // namespace

std::size_t displayWidth(std::string_view text)
{
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = codePointAt(text, at);
        width += isWide(point.value) ? 2U : 1U;
        at += std::max<std::size_t>(point.length, 1);
    }
    return width;
}

TextTable::TextTable(std::vector<std::string> head, std::vector<Align> aligns)
    : aligns_{std::move(aligns)}
{
    rows_.push_back(std::move(head));
}

void TextTable::add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

void TextTable::print(std::ostream& out) const
{
    std::vector<std::size_t> widths(rows_.front().size(), 0);
    for (const auto& row : rows_) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], displayWidth(row[i]));
        }
    }
    for (const auto& row : rows_) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string gap(widths[i] - displayWidth(row[i]), ' ');
            const bool right = i < aligns_.size() && aligns_[i] == Align::Right;
            line += (i == 0 ? "" : "  ") + (right ? gap + row[i] : row[i] + gap);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    }
}

} // namespace fieldbook
