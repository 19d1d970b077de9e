#pragma once

#include <mutex>

namespace fieldbook {

// libical reads a zone from the system when it is first asked for and works out its changes as far
// as anybody has asked. All threads share that, so whoever asks libical for a zone holds this.
[[nodiscard]] std::mutex& zonesMutex();

} // namespace fieldbook
