#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fieldbook {

// A telephone number in the form that is the same however it was typed (ITU-T E.164,
// "+8613800138000"): the key for duplicates and for knowing who calls. Understands full-width
// digits, the usual separators, "(0)", 00 and the national prefix for abroad, trunk prefixes, and
// leaves extensions (转801, ext. 12, -801) out. `defaultCountry` (ISO 3166) is that of numbers
// without a calling code. Nothing when it cannot be one, such as a local number without its area
// code: keep what was typed beside it. Numbers of countries not in the table are taken by length
// alone.
[[nodiscard]] std::optional<std::string> toE164(std::string_view typed,
                                                std::string_view defaultCountry);

// The number as it was typed, extension and all, with the calling code of that country before it if
// it has none: "010-8888 1234" of CN is "+86 10-8888 1234". What cannot be a number there stays as
// it is.
[[nodiscard]] std::string withCallingCode(std::string_view typed, std::string_view country);

// The last `count` digits, or all when there are fewer.
[[nodiscard]] std::string_view phoneTail(std::string_view e164, std::size_t count);

// All digits of what was typed, full width included: what a search by digits looks in where there
// is no E.164 form.
[[nodiscard]] std::string phoneDigits(std::string_view typed);

} // namespace fieldbook
