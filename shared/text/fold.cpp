#include "shared/text/fold.h"

#include "shared/base/utf8.h"
#include "shared/text/fold_by_icu.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace fieldbook {
namespace {

constexpr std::size_t typedBytesMax = 256;

constexpr bool isBetween(char32_t c, char32_t first, char32_t last)
{
    return c >= first && c <= last;
}

// The folded form of each ASCII character; a space for white space and control characters.
constexpr auto asciiForms = [] {
    std::array<char, 128> forms{};
    for (std::size_t c = 0; c < forms.size(); ++c) {
        const auto letter = static_cast<char>(c);
        const bool isBlank = c <= ' ' || c == 0x7F;
        const bool isCapital = letter >= 'A' && letter <= 'Z';
        forms[c] = isBlank ? ' ' : isCapital ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return forms;
}();

// Characters outside ASCII that folding leaves alone, whatever stands beside them among the others
// that foldPlainly() takes. Kana are not there: a mark that follows would join them.
constexpr bool isPlain(char32_t c)
{
    return isBetween(c, 0x4E00, 0x9FFF) || isBetween(c, 0x3400, 0x4DBF) ||
           isBetween(c, 0x3001, 0x3002) || isBetween(c, 0x3008, 0x3011) || c == 0x00B7;
}

// Writes folded text and keeps its spaces single and inside.
class Folded {
public:
    explicit Folded(std::size_t capacity) { text_.reserve(capacity); }

    void add(char form)
    {
        if (form == ' ') {
            spaceIsDue_ = !text_.empty();
            return;
        }
        payDueSpace();
        text_.push_back(form);
    }
    void add(std::string_view character)
    {
        payDueSpace();
        text_.append(character);
    }
    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    void payDueSpace()
    {
        if (spaceIsDue_) {
            text_.push_back(' ');
            spaceIsDue_ = false;
        }
    }

    std::string text_;
    bool spaceIsDue_ = false;
};

// Folds text made of ASCII, its full-width twins and common Chinese; nothing for any other text.
std::optional<std::string> foldPlainly(std::string_view text)
{
    Folded folded{text.size()};
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            folded.add(asciiForms[byte]);
            ++at;
            continue;
        }
        const auto [c, length] = codePointAt(text, at);
        if (length != 0 && isPlain(c)) {
            folded.add(text.substr(at, length));
        } else if (isBetween(c, 0xFF01, 0xFF5E)) {
            folded.add(asciiForms[c - 0xFF01 + '!']);
        } else if (c == 0x3000) {
            folded.add(' ');
        } else {
            return std::nullopt;
        }
        at += length;
    }
    return folded.take();
}

constexpr bool isAsciiWordCharacter(char32_t c)
{
    return isBetween(c, '0', '9') || isBetween(c, 'a', 'z') || isBetween(c, 'A', 'Z');
}

// Adds one folded word to a MATCH expression as a quoted phrase, unless no token would be in it.
void addPhrase(std::string& expression, std::string_view word, bool mayBeBeginning)
{
    std::string phrase;
    bool hasToken = false;
    bool endsInBeginning = false;
    for (std::size_t at = 0; at < word.size();) {
        const auto [c, length] = codePointAt(word, at);
        const bool isToken = isWordCharacter(c);
        hasToken = hasToken || isToken;
        endsInBeginning = isToken && !isCjk(c);
        if (isToken && isCjk(c)) {
            phrase.append(1, ' ').append(word.substr(at, length)).append(1, ' ');
        } else if (c == '"') {
            phrase.append("\"\"");
        } else {
            phrase.append(word.substr(at, length));
        }
        at += length;
    }
    if (!hasToken) {
        return;
    }
    expression.append(expression.empty() ? "\"" : " AND \"").append(phrase).append(1, '"');
    if (mayBeBeginning && endsInBeginning) {
        expression.append(1, '*');
    }
}

} // namespace

std::string foldForSearch(std::string_view text)
{
    auto plain = foldPlainly(text);
    return plain ? *std::move(plain) : foldByIcu(text);
}

bool isCjk(char32_t c)
{
    if (c < 0x1100) {
        return false;
    }
    return isBetween(c, 0x4E00, 0x9FFF) || isBetween(c, 0x3400, 0x4DBF) || // Han,
           isBetween(c, 0x2E80, 0x2FDF) ||
           isBetween(c, 0x3005, 0x3007) || // its radicals and signs,
           isBetween(c, 0x3021, 0x3029) || isBetween(c, 0x3038, 0x303B) || // its old numerals,
           isBetween(c, 0xF900, 0xFAFF) || isBetween(c, 0x20000, 0x3FFFF) || // its outer planes;
           isBetween(c, 0x3041, 0x30FF) || isBetween(c, 0x31F0, 0x31FF) || // kana,
           isBetween(c, 0x3105, 0x312F) || isBetween(c, 0x31A0, 0x31BF) || // Bopomofo,
           isBetween(c, 0xAC00, 0xD7FF) || isBetween(c, 0x1100, 0x11FF) || // Hangul
           isBetween(c, 0x3131, 0x318E) || isBetween(c, 0xA960, 0xA97F); // and its parts.
}

bool isWordCharacter(char32_t c)
{
    if (c < 0x80) {
        return isAsciiWordCharacter(c);
    }
    constexpr auto wordMask = U_GC_L_MASK | U_GC_N_MASK | U_GC_CO_MASK;
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & wordMask) != 0;
}

std::string spacedForIndex(std::string_view text)
{
    const auto folded = foldForSearch(text);
    std::string spaced;
    spaced.reserve(folded.size() + folded.size() / 3 + 1);
    bool afterCjk = false;
    for (std::size_t at = 0; at < folded.size();) {
        const auto [c, length] = codePointAt(folded, at);
        const bool cjk = isCjk(c);
        if ((cjk || afterCjk) && c != ' ' && !spaced.empty() && spaced.back() != ' ') {
            spaced.push_back(' ');
        }
        spaced.append(folded, at, length);
        afterCjk = cjk;
        at += length;
    }
    return spaced;
}

std::string phraseFor(std::string_view typed)
{
    const auto folded = foldForSearch(utf8Prefix(typed, typedBytesMax));
    std::string expression;
    for (std::size_t at = 0; at < folded.size();) {
        const auto end = std::min(folded.find(' ', at), folded.size());
        addPhrase(expression, std::string_view{folded}.substr(at, end - at), end == folded.size());
        at = end + 1;
    }
    return expression;
}

} // namespace fieldbook
