#pragma once

#include <cstdint>
#include <string>

namespace fieldbook::server {

// The short code of a device, for people and order numbers: A1 to A99, B1 to B99, .. Z99, AA1, ..
// without I and O, which are read as digits. Every store makes the same from the same number.
[[nodiscard]] std::string deviceCode(std::int64_t number);

} // namespace fieldbook::server
