#include "tests/support/random_record.h"

#include "shared/base/assert.h"

#include <algorithm>
#include <array>

namespace fieldbook::testing {
namespace {

constexpr std::array<std::string_view, 12> pieces{"a",  "Zürich", "张伟", "\"",     "\\",   "\n",
                                                  "\t", "客户",   " ",    "{}[],:", "\x01", "😀"};

Timestamp randomTime(SeededEntropy& random)
{
    constexpr std::int64_t year9999 = 253'402'300'799'999;
    return fromMillis(static_cast<std::int64_t>(random.below(std::uint64_t{year9999})));
}

std::int64_t randomInteger(SeededEntropy& random)
{
    switch (random.below(8)) {
    case 0:
        return INT64_MAX;
    case 1:
        return INT64_MIN;
    case 2:
        return 0;
    default:
        return static_cast<std::int64_t>(random.below(2'000'000)) - 1'000'000;
    }
}

Money randomMoney(SeededEntropy& random)
{
    constexpr std::array<std::string_view, 3> currencies{"CNY", "JPY", "USD"};
    return Money::fromMinor(randomInteger(random),
                            *Currency::parse(currencies[random.below(currencies.size())]));
}

Geo randomGeo(SeededEntropy& random)
{
    const auto upTo = [&](double bound) {
        return static_cast<double>(random.below(1'000'000'000)) / 1e9 * 2 * bound - bound;
    };
    return Geo{upTo(90), upTo(180), static_cast<double>(random.below(1000)) / 8, randomTime(random),
               random.chance(10)};
}

TextSet randomSet(const FieldSpec& field, SeededEntropy& random)
{
    TextSet members;
    for (std::uint64_t i = random.below(4) + 1; i > 0; --i) {
        members.push_back(randomText(random, field.maxBytes));
    }
    std::ranges::sort(members);
    const auto repeats = std::ranges::unique(members);
    members.erase(repeats.begin(), repeats.end());
    return members;
}

} // namespace

std::string randomText(SeededEntropy& random, std::size_t maxBytes)
{
    std::string text = "x"; // Never empty, whatever follows.
    for (std::uint64_t i = random.below(12); i > 0; --i) {
        const auto piece = pieces[random.below(pieces.size())];
        if (text.size() + piece.size() <= maxBytes) {
            text += piece;
        }
    }
    return text;
}

Uuid randomId(SeededEntropy& random)
{
    std::array<std::uint8_t, 16> bytes{};
    random.fill(bytes);
    bytes[0] |= 1; // Never nil.
    return Uuid{bytes};
}

Version randomVersion(SeededEntropy& random)
{
    return {{static_cast<std::int64_t>(random.below(2'000'000'000'000)),
             static_cast<std::uint32_t>(random.below(5))},
            static_cast<std::int64_t>(random.below(40)),
            static_cast<std::int64_t>(random.below(1000)) + 1};
}

Value randomValue(const FieldSpec& field, SeededEntropy& random)
{
    switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::LongText:
        return randomText(random, field.maxBytes);
    case FieldKind::Choice:
        return std::string{field.choices[random.below(field.choices.size())].code};
    case FieldKind::Integer:
    case FieldKind::Quantity:
    case FieldKind::BasisPoints:
        return randomInteger(random);
    case FieldKind::Money:
        return randomMoney(random);
    case FieldKind::Boolean:
        return random.chance(50);
    case FieldKind::Date:
        return Date{std::chrono::floor<std::chrono::days>(randomTime(random))};
    case FieldKind::Time:
        return randomTime(random);
    case FieldKind::Reference:
        return randomId(random);
    case FieldKind::Geo:
        return randomGeo(random);
    case FieldKind::TextSet:
        return randomSet(field, random);
    }
    FIELDBOOK_ASSERT(false);
}

Record randomRecord(const TypeSpec& type, SeededEntropy& random)
{
    Record record{type, randomId(random)};
    record.setMade(randomVersion(random));
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        const FieldSpec& field = type.fields[i];
        if (random.chance(50)) {
            record.setAt(i, randomValue(field, random));
        }
        if (random.chance(20)) {
            record.setVersionAt(i, randomVersion(random));
        }
        if (field.merge == Merge::Ask && random.chance(20)) {
            record.addAlternative(
                i, {randomValue(field, random), randomVersion(random), randomId(random)});
        }
        if (field.search == Search::Name && random.chance(50)) {
            record.setSearchKeys({"zhang wei", "zw"});
        }
    }
    return record;
}

} // namespace fieldbook::testing
