// Writes pinyin_table.cpp while building: the readings of all Han characters as ICU's transform
// Han-Latin/Names gives them, to be looked up afterwards instead of transformed (README.md says
// why). A reading may depend on the characters around it only by the few rules of the transform
// that say so; this program reads those rules, and stops the build at a rule of a form it does not
// know.

#include "shared/text/icu.h"
#include "shared/text/pinyin_table.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uclean.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace fieldbook {
namespace {

constexpr char32_t pageSize = 256;
constexpr char32_t runMark = 0xFDD1; // Stands before the first character of a run of Han.
constexpr char32_t innerLead = U'一'; // Puts a character inside a run and changes no reading.

using Pair = std::pair<char32_t, char32_t>;
using Reading = std::pair<std::string, std::string>; // Plain and typed.

std::unique_ptr<icu::Transliterator> transform(const char* id)
{
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made{
        icu::Transliterator::createInstance(icu::UnicodeString{id}, UTRANS_FORWARD, status)};
    requireIcu(status, id);
    return made;
}

std::u32string toUtf32(const icu::UnicodeString& text)
{
    std::u32string characters;
    for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        characters.push_back(static_cast<char32_t>(text.char32At(at)));
    }
    return characters;
}

icu::UnicodeString fromUtf32(std::u32string_view characters)
{
    icu::UnicodeString text;
    for (const auto c : characters) {
        text.append(static_cast<UChar32>(c));
    }
    return text;
}

bool isHan(char32_t c)
{
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_HAN;
}

// The left side of a rule: X, {X}, [XYZ], or {X}' '?Y, where only the last makes a pair. Nothing
// for any other form.
std::optional<std::optional<Pair>> leftSide(std::u32string_view left)
{
    if (left.starts_with(runMark)) {
        left.remove_prefix(1);
    }
    const bool isSet = left.starts_with(U'[') && left.ends_with(U']');
    if ((left.size() == 1 && isHan(left[0])) || (isSet && left.find(U'{') == left.npos)) {
        return std::optional<Pair>{};
    }
    if (left.size() < 3 || left[0] != U'{' || !isHan(left[1]) || left[2] != U'}') {
        return std::nullopt;
    }
    if (left.size() == 3) {
        return std::optional<Pair>{};
    }
    if (left.size() == 8 && left.substr(3, 4) == U"' '?" && isHan(left[7])) {
        return std::optional{Pair{left[1], left[7]}};
    }
    return std::nullopt;
}

// The rules that lay the frame: run marks come, spaces between Han characters come, run marks go.
bool isFrame(std::u32string_view rule)
{
    static const std::set<std::u32string_view> frame{
        U"::Null();",           U"::Han-Spacedhan();",
        U"::Han-Latin();",      U"[:^script=Han:]{([:script=Han:])} > \uFDD1 $1 ;",
        U"[^$]{\uFDD1} > ' ';", U"\uFDD1 > ;",
    };
    return frame.contains(rule);
}

// The characters X and Y of every rule that reads X by the Y after it.
void collectPairs(const char* id, std::set<Pair>& pairs)
{
    icu::UnicodeString source;
    transform(id)->toRules(source, 0);
    const auto rules = toUtf32(source);
    for (std::size_t at = 0; at < rules.size();) {
        const auto end = std::min(rules.find(U'\n', at), rules.size());
        const auto rule = std::u32string_view{rules}.substr(at, end - at);
        at = end + 1;
        if (isFrame(rule)) {
            continue;
        }
        const auto arrow = rule.find(U" > ");
        const auto left = arrow == rule.npos ? std::nullopt : leftSide(rule.substr(0, arrow));
        if (!left) {
            throw std::runtime_error{std::string{id} +
                                     " has a rule of an unknown form: " + toUtf8(fromUtf32(rule))};
        }
        if (*left) {
            pairs.insert(**left);
        }
    }
}

// Reads with one transform what pinyin.h promises: no tones, and both ways to write ü.
class Reader {
public:
    // The words of each line. A few lines at a time, as a transform moves all that follows what it
    // replaces.
    std::vector<std::vector<Reading>> readings(std::span<const std::u32string> lines)
    {
        constexpr std::size_t atOnce = 200;
        std::vector<std::vector<Reading>> read;
        for (; !lines.empty(); lines = lines.subspan(std::min(atOnce, lines.size()))) {
            for (auto& words : fewReadings(lines.first(std::min(atOnce, lines.size())))) {
                read.push_back(std::move(words));
            }
        }
        return read;
    }

private:
    std::vector<std::vector<Reading>> fewReadings(std::span<const std::u32string> lines)
    {
        icu::UnicodeString toned;
        for (const auto& line : lines) {
            toned.append(fromUtf32(line)).append(u'\n');
        }
        names_->transliterate(toned);
        std::vector<std::vector<Reading>> read(1);
        icu::UnicodeString word;
        for (int32_t at = 0; at < toned.length(); ++at) {
            const auto unit = toned.charAt(at);
            if (unit != u' ' && unit != u'\n') {
                word.append(unit);
                continue;
            }
            if (!word.isEmpty()) {
                read.back().push_back(withoutTone(word));
                word.remove();
            }
            if (unit == u'\n') {
                read.emplace_back();
            }
        }
        read.pop_back();
        return read;
    }

    Reading withoutTone(const icu::UnicodeString& toned)
    {
        const auto [known, isNew] = known_.emplace(toUtf8(toned), Reading{});
        if (isNew) {
            known->second = {ascii(toned), ascii(withV(toned))};
        }
        return known->second;
    }

    [[nodiscard]] std::string ascii(icu::UnicodeString text) const
    {
        ascii_->transliterate(text);
        return toUtf8(text);
    }

    static icu::UnicodeString withV(const icu::UnicodeString& toned)
    {
        UErrorCode status = U_ZERO_ERROR;
        const auto* decompose = icu::Normalizer2::getNFDInstance(status);
        requireIcu(status, "normalizer");
        auto apart = decompose->normalize(toned, status);
        requireIcu(status, "normalize");
        return apart.findAndReplace(u"u\u0308", u"v");
    }

    std::map<std::string, Reading> known_;
    std::unique_ptr<icu::Transliterator> names_ = transform("Han-Latin/Names");
    std::unique_ptr<icu::Transliterator> ascii_ = transform("Latin-ASCII; Lower");
};

// All readings, gathered and written.
class Table {
public:
    Table()
    {
        collectPairs("Han-Latin/Names", pairs_);
        collectPairs("Han-Latin", pairs_);
        collectSingles();
        collectSpecials();
    }

    void write(std::ostream& out) const
    {
        out << "#include \"shared/text/pinyin_table.h\"\n\nnamespace fieldbook {\nnamespace {\n\n";
        writeSyllables(out);
        writePages(out);
        writeSpecials(out);
        out << "\n} // namespace\n\nconst PinyinTable& pinyinTable()\n{\n"
               "    static constexpr PinyinTable table{syllables, pageOf, pages, special};\n"
               "    return table;\n}\n\n} // namespace fieldbook\n";
    }

private:
    void collectSingles()
    {
        std::vector<std::u32string> alone;
        std::vector<std::u32string> inner;
        for (char32_t c = 0; c <= 0x10FFFF; ++c) {
            if (isHan(c)) {
                alone.push_back({c});
                inner.push_back({innerLead, c});
            }
        }
        const auto first = reader_.readings(alone);
        const auto later = reader_.readings(inner);
        for (std::size_t i = 0; i < alone.size(); ++i) {
            const auto c = alone[i][0];
            const auto inside = syllable(withoutLead(later.at(i)), c);
            inside_[c] = inside;
            if (const auto atFirst = syllable(first.at(i).at(0), c); atFirst != inside) {
                specials_.push_back({c, 0, true, atFirst});
            }
        }
    }

    void collectSpecials()
    {
        for (const auto& [c, next] : pairs_) {
            const auto read =
                reader_.readings(std::vector<std::u32string>{{c, next}, {innerLead, c, next}});
            const auto atFirst = syllable(read.at(0).at(0), c);
            const auto inside = syllable(read.at(1).at(1), c);
            specials_.push_back({c, next, true, atFirst});
            specials_.push_back({c, next, false, inside});
        }
        std::ranges::sort(specials_, [](const auto& a, const auto& b) {
            return std::tuple{a.character, b.next, b.onlyFirst} <
                   std::tuple{b.character, a.next, a.onlyFirst};
        });
    }

    // What stands after the lead; radicals are not set apart from it by a space.
    static Reading withoutLead(const std::vector<Reading>& words)
    {
        Reading joined;
        for (const auto& [plain, typed] : words) {
            joined.first += plain;
            joined.second += typed;
        }
        const auto lead = std::string_view{"yi"}.size();
        return {joined.first.substr(lead), joined.second.substr(lead)};
    }

    // 0 for a character that stays itself.
    std::uint16_t syllable(const Reading& reading, char32_t character)
    {
        const auto& [plain, typed] = reading;
        if (!std::ranges::all_of(plain, [](char c) { return c >= 'a' && c <= 'z'; })) {
            if (isHan(toUtf32(fromUtf8(plain)).at(0))) {
                return 0;
            }
            throw std::runtime_error{"Unreadable reading " + plain + " of " +
                                     toUtf8(fromUtf32({&character, 1}))};
        }
        const auto [found, isNew] =
            numbers_.emplace(reading, static_cast<std::uint16_t>(syllables_.size() + 1));
        if (isNew) {
            syllables_.push_back(reading);
        }
        return found->second;
    }

    [[nodiscard]] bool isSpecial(char32_t c) const
    {
        return std::ranges::find(specials_, c, &SpecialReading::character) != specials_.end();
    }

    void writeSyllables(std::ostream& out) const
    {
        out << "constexpr Syllable syllables[] = {\n    {},\n";
        for (const auto& [plain, typed] : syllables_) {
            out << "    {\"" << plain << "\", \"" << typed << "\"},\n";
        }
        out << "};\n\n";
    }

    void writePages(std::ostream& out) const
    {
        std::map<char32_t, std::array<std::size_t, pageSize>> pages{{0, {}}};
        for (const auto& [c, number] : inside_) {
            const auto entry = number | (isSpecial(c) ? hasSpecialReadings : 0U);
            if (entry != 0) {
                pages[c / pageSize][c % pageSize] = entry;
            }
        }
        std::vector<std::size_t> pageOf(pages.rbegin()->first + 1);
        out << "constexpr std::array<std::uint16_t, 256> pages[] = {\n";
        std::size_t count = 0;
        for (const auto& [upper, numbers] : pages) {
            pageOf[upper] = count++;
            out << "    {{";
            for (const auto number : numbers) {
                out << number << ',';
            }
            out << "}},\n";
        }
        out << "};\n\nconstexpr std::uint16_t pageOf[] = {";
        for (const auto page : pageOf) {
            out << page << ',';
        }
        out << "};\n\n";
    }

    void writeSpecials(std::ostream& out) const
    {
        out << "constexpr SpecialReading special[] = {\n";
        for (const auto& s : specials_) {
            out << "    {" << static_cast<std::uint32_t>(s.character) << ", "
                << static_cast<std::uint32_t>(s.next) << ", " << (s.onlyFirst ? "true" : "false")
                << ", " << s.syllable << "},\n";
        }
        out << "};\n";
    }

    Reader reader_;
    std::set<Pair> pairs_;
    std::map<Reading, std::uint16_t> numbers_;
    std::vector<Reading> syllables_;
    std::map<char32_t, std::uint16_t> inside_;
    std::vector<SpecialReading> specials_;
};

void generate(const char* path)
{
    std::ofstream out{path, std::ios::binary | std::ios::trunc};
    Table{}.write(out);
    out.close();
    if (!out) {
        throw std::runtime_error{std::string{"cannot write "} + path};
    }
}

} // namespace
} // namespace fieldbook

int main(int argc, char** argv)
{
    try {
        if (argc != 2) {
            throw std::runtime_error{"usage: generate_pinyin_table FILE"};
        }
        fieldbook::generate(argv[1]);
        u_cleanup();
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
