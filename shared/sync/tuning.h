#pragma once

#include <chrono>
#include <cstddef>

// Constants of the sync engine that somebody may want to tune, each with its unit and reason. What
// the wire promises stands in limits.h instead.
namespace fieldbook::sync {

// Lines removed and added after which two texts count as wholly different. The search costs at most
// this times the lines of both, and its square in memory (1 MB at 500); nobody rewrites 500 lines
// of a visit's notes on two tablets at once, and if somebody does, both texts are kept.
inline constexpr std::size_t diffCostMax = 500;

} // namespace fieldbook::sync
