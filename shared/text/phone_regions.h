#pragma once

#include <cstdint>
#include <string_view>

namespace fieldbook {

// How one country numbers its telephones (ITU-T E.164 and the national plans).
struct PhoneRegion {
    std::string_view country; // ISO 3166.
    std::string_view callingCode;
    std::string_view trunk; // Dialled before a national number and not part of it, often "0".
    std::string_view abroad; // Dialled before a calling code; "00" is understood everywhere.
    std::uint8_t digitsMin; // Of the national number, without trunk.
    std::uint8_t digitsMax;
};

// Nothing for a country the table does not hold.
[[nodiscard]] const PhoneRegion* phoneRegionOf(std::string_view country);
// The region whose calling code the digits begin with; of several with one code, the first.
[[nodiscard]] const PhoneRegion* phoneRegionDialled(std::string_view digits);

// Whether the digits can be a whole national number there.
[[nodiscard]] bool isNationalNumber(const PhoneRegion& region, std::string_view digits);

} // namespace fieldbook
