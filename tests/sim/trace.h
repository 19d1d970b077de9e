#pragma once

#include "tests/sim/agenda.h"

#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace fieldbook::sim {

// A promise was broken.
class Violation : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// Everything that happened, as one hash and on request as text: two runs of one seed have the same.
// Counts what the run met with, so that one sees what it exercised.
class Trace {
public:
    Trace(const Agenda& agenda, bool print) : agenda_{agenda}, print_{print} {}

    void note(std::string_view who, std::string_view what);
    void count(std::string_view what, std::int64_t times = 1)
    {
        counts_[std::string{what}] += times;
    }

    [[nodiscard]] std::uint64_t hash() const { return hash_; }
    [[nodiscard]] const std::map<std::string, std::int64_t>& counts() const { return counts_; }

private:
    const Agenda& agenda_;
    bool print_;
    std::uint64_t hash_ = 14'695'981'039'346'656'037U; // FNV-1a
    std::map<std::string, std::int64_t> counts_;
};

} // namespace fieldbook::sim
