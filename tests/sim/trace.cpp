#include "tests/sim/trace.h"

#include <cstdio>

namespace fieldbook::sim {

void Trace::note(std::string_view who, std::string_view what)
{
    std::string line = std::to_string(agenda_.now().count());
    line.append(" ").append(who).append(": ").append(what);
    for (const char c : line) {
        hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
    }
    if (print_) {
        std::puts(line.c_str());
    }
}

} // namespace fieldbook::sim
