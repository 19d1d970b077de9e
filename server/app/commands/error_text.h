#pragma once

#include "server/api/language.h"
#include "shared/base/result.h"

#include <string>

namespace fieldbook::server::commands {

// The sentence for whoever sits at the command line.
[[nodiscard]] std::string errorText(const Error& error, Language language);

} // namespace fieldbook::server::commands
