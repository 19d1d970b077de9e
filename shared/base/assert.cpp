#include "shared/base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace fieldbook {

void assertionFailed(const char* expression, const char* file, int line)
{
    std::fprintf(stderr, "assertion failed: %s at %s:%d\n", expression, file, line);
    std::abort();
}

} // namespace fieldbook
