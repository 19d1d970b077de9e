#pragma once

namespace fieldbook {

// Logs the expression and place to standard error and aborts.
[[noreturn]] void assertionFailed(const char* expression, const char* file, int line);

} // namespace fieldbook

// The programmer was wrong. Always on, also in release builds.
#define FIELDBOOK_ASSERT(condition)                                                                \
    ((condition) ? void(0) : ::fieldbook::assertionFailed(#condition, __FILE__, __LINE__))
