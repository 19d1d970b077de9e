#include "shared/text/collate.h"

#include "shared/base/assert.h"
#include "shared/text/icu.h"

#include <unicode/coll.h>

#include <array>
#include <memory>

namespace fieldbook {
namespace {

// One for all threads: ICU promises that const members may be called side by side.
const icu::Collator& collator()
{
    static const std::unique_ptr<const icu::Collator> shared = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<const icu::Collator> made{
            icu::Collator::createInstance(icu::Locale{"zh@collation=pinyin"}, status)};
        requireIcu(status, "zh@collation=pinyin");
        return made;
    }();
    return *shared;
}

} // namespace

std::vector<std::uint8_t> collationKey(std::string_view text)
{
    // Names fit; a longer text says how much it needs and is asked again.
    std::array<std::uint8_t, 256> buffer; // NOLINT: written by ICU.
    const auto utf16 = fromUtf8(text);
    const auto length =
        collator().getSortKey(utf16, buffer.data(), static_cast<int32_t>(buffer.size()));
    FIELDBOOK_ASSERT(length > 0);
    // The last byte is a zero that ends every key.
    const auto size = static_cast<std::size_t>(length) - 1;
    if (size < buffer.size()) {
        return {buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(size)};
    }
    std::vector<std::uint8_t> key(static_cast<std::size_t>(length));
    collator().getSortKey(utf16, key.data(), length);
    key.pop_back();
    return key;
}

std::strong_ordering collate(std::string_view left, std::string_view right)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto order = collator().compareUTF8(
        icu::StringPiece{left.data(), static_cast<int32_t>(left.size())},
        icu::StringPiece{right.data(), static_cast<int32_t>(right.size())}, status);
    requireIcu(status, "compare");
    return order <=> 0;
}

std::uint32_t collationVersion()
{
    UVersionInfo version{};
    collator().getVersion(version);
    return std::uint32_t{version[0]} << 24 | std::uint32_t{version[1]} << 16 |
           std::uint32_t{version[2]} << 8 | std::uint32_t{version[3]};
}

} // namespace fieldbook
