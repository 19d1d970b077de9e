#pragma once

#include <string>

namespace fieldbook::testing {

// A certificate for 127.0.0.1 and localhost that signs itself, with its key, both as PEM; valid for
// a day.
struct Certificate {
    std::string certificate;
    std::string key;
};

[[nodiscard]] Certificate makeCertificate();

} // namespace fieldbook::testing
