#include "shared/text/fold_by_icu.h"

#include "shared/text/icu.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <string_view>

namespace fieldbook {
namespace {

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*instance)(UErrorCode&))
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* found = instance(status);
    requireIcu(status, "normalizer");
    return *found;
}

icu::UnicodeString normalized(const icu::Normalizer2& by, const icu::UnicodeString& text)
{
    UErrorCode status = U_ZERO_ERROR;
    auto result = by.normalize(text, status);
    requireIcu(status, "normalize");
    return result;
}

// Letters of Latin scripts that Unicode does not take apart, and signs that keyboards and word
// processors put in each other's place.
std::u16string_view plainForm(char32_t c)
{
    switch (c) {
    case U'ø':
        return u"o";
    case U'đ':
    case U'ð':
        return u"d";
    case U'ł':
        return u"l";
    case U'ħ':
        return u"h";
    case U'ı':
        return u"i";
    case U'ŧ':
        return u"t";
    case U'ŋ':
        return u"n";
    case U'æ':
        return u"ae";
    case U'œ':
        return u"oe";
    case U'þ':
        return u"th";
    case U'‘':
    case U'’':
    case U'ʼ':
        return u"'";
    case U'“':
    case U'”':
        return u"\"";
    case U'‐':
    case U'‑':
    case U'‒':
    case U'–':
    case U'—':
    case U'―':
    case U'−':
        return u"-";
    default:
        return {};
    }
}

bool isLatin(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(c, &status) == USCRIPT_LATIN;
}

bool isMark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

// Takes text in NFD. A space is written only before the next character that is none, so none
// stands at either end.
icu::UnicodeString withoutMarksAndSpareSpaces(const icu::UnicodeString& text)
{
    icu::UnicodeString plain;
    bool spaceIsDue = false;
    bool afterLatin = false;
    for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 c = text.char32At(at);
        if (u_isUWhiteSpace(c) != 0 || u_charType(c) == U_CONTROL_CHAR) {
            spaceIsDue = !plain.isEmpty();
            afterLatin = false;
            continue;
        }
        if (isMark(c) && afterLatin) {
            continue;
        }
        if (!isMark(c)) {
            afterLatin = isLatin(c);
        }
        if (spaceIsDue) {
            plain.append(u' ');
            spaceIsDue = false;
        }
        const auto form = plainForm(static_cast<char32_t>(c));
        if (form.empty()) {
            plain.append(c);
        }
        for (const auto unit : form) {
            plain.append(unit);
        }
    }
    return plain;
}

} // namespace

std::string foldByIcu(std::string_view text)
{
    static const auto& caseFold = normalizer(&icu::Normalizer2::getNFKCCasefoldInstance);
    static const auto& decompose = normalizer(&icu::Normalizer2::getNFDInstance);
    static const auto& compose = normalizer(&icu::Normalizer2::getNFCInstance);

    const auto folded = normalized(caseFold, fromUtf8(text));
    const auto plain = withoutMarksAndSpareSpaces(normalized(decompose, folded));
    return toUtf8(normalized(compose, plain));
}

} // namespace fieldbook
