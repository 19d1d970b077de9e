#pragma once

#include <string>
#include <string_view>

namespace fieldbook {

// Unicode's NFKC: what looks the same and was typed in different ways becomes the same bytes. Bytes
// that are no UTF-8 become U+FFFD. Any thread.
[[nodiscard]] std::string compatibilityForm(std::string_view text);

} // namespace fieldbook
