#pragma once

#include "client/tablet/console.h"

#include <string>
#include <string_view>

namespace fieldbook::client::tablet {

// The sentence for whoever sits at the command line.
[[nodiscard]] std::string sentenceFor(std::string_view code, Language language);

// Nobody said no: something could not be reached, read or written, and may be another time.
[[nodiscard]] bool isTrouble(std::string_view code);

} // namespace fieldbook::client::tablet
