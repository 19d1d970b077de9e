#include "shared/base/utf8.h"
#include "shared/text/csv.h"

#include <stdexcept>

namespace fieldbook {
namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// An optional sign, digits and at most one decimal point: a spreadsheet computes nothing from it.
bool isPlainNumber(std::string_view field)
{
    const bool isSigned = field.starts_with('-') || field.starts_with('+');
    std::size_t digits = 0;
    std::size_t points = 0;
    for (const char c : field.substr(isSigned ? 1 : 0)) {
        digits += isDigit(c) ? 1 : 0;
        points += c == '.' ? 1 : 0;
        if (!isDigit(c) && c != '.') {
            return false;
        }
    }
    return digits > 0 && points <= 1;
}

bool mayRunAsFormula(std::string_view field)
{
    if (field.empty() || isPlainNumber(field)) {
        return false;
    }
    constexpr std::u32string_view beginnings = U"=+-@\t\r\n＝＋－＠";
    const auto first = codePointAt(field, 0);
    return first.length != 0 && beginnings.find(first.value) != beginnings.npos;
}

} // namespace

CsvWriter::CsvWriter(std::ostream& out, CsvStyle style) : out_{out}, style_{style}
{
    if (style_.byteOrderMark) {
        out_ << byteOrderMark;
    }
}

void CsvWriter::write(std::span<const std::string> fields)
{
    for (const auto& field : fields) {
        add(field);
    }
    endRow();
}

void CsvWriter::write(std::initializer_list<std::string_view> fields)
{
    for (const auto field : fields) {
        add(field);
    }
    endRow();
}

void CsvWriter::add(std::string_view field)
{
    if (fields_++ > 0) {
        row_.push_back(style_.delimiter);
    }
    const bool isDefused = style_.defuseFormulas && mayRunAsFormula(field);
    const bool isQuoted = field.find_first_of("\"\r\n") != field.npos ||
                          field.find(style_.delimiter) != field.npos || field.starts_with(' ') ||
                          field.ends_with(' ') || field.starts_with(byteOrderMark);
    if (isQuoted) {
        row_.push_back('"');
    }
    if (isDefused) {
        row_.push_back('\'');
    }
    for (const char c : field) {
        row_.append(c == '"' ? 2 : 1, c);
    }
    if (isQuoted) {
        row_.push_back('"');
    }
}

void CsvWriter::endRow()
{
    // A row of one empty field would be an empty line, which readers pass over.
    out_ << (row_.empty() ? "\"\"" : row_) << "\r\n";
    row_.clear();
    fields_ = 0;
    if (!out_) {
        throw std::runtime_error{"The CSV file cannot be written."};
    }
}

} // namespace fieldbook
