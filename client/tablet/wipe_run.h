#pragma once

#include "client/tablet/console.h"

#include <optional>

namespace fieldbook::client::tablet {

// Goes on with a wipe that was ordered: destroys what is left, brings the receipt to the server,
// and says so. Nothing where none was ordered, or its receipt was taken. Only while the store is
// closed. Exit code: Refused (`device.wiped`) when all is done, Broken while the receipt waits.
[[nodiscard]] std::optional<Exit> finishWipe(Console& console);

} // namespace fieldbook::client::tablet
