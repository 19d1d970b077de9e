#pragma once

#include <string>
#include <string_view>

// A text as a QR code (ISO/IEC 18004), dark on light whatever is around it, with its quiet zone.
namespace fieldbook::server {

// For a terminal: block characters, two rows a line, with the colours set.
[[nodiscard]] std::string qrForTerminal(std::string_view text);
// For a page: an SVG picture that can be shown at any size.
[[nodiscard]] std::string qrAsSvg(std::string_view text);

} // namespace fieldbook::server
