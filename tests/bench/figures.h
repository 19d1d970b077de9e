#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

// What the benchmarks of stores share: time, medians, and a figure as one JSON line.
namespace fieldbook::bench {

[[nodiscard]] double secondsOf(const auto& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>{std::chrono::steady_clock::now() - start}.count();
}

[[nodiscard]] inline double median(std::vector<double> values)
{
    std::ranges::nth_element(values,
                             values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
    return values[values.size() / 2];
}

// Fails loudly, so that no figure is that of work not done.
inline void require(bool done, const std::string& what)
{
    if (!done) {
        std::fprintf(stderr, "%s\n", what.c_str());
        std::exit(1);
    }
}

// Records per second, beside those of the physical limit: the same records in `limitSeconds`.
inline void reportRate(const std::string& name, int records, double seconds, double limitSeconds)
{
    std::printf(
        R"({"name":"%s","value":%.0f,"unit":"records per second","limit":%.0f,"ratio":%.3f})"
        "\n",
        name.c_str(), records / seconds, records / limitSeconds, limitSeconds / seconds);
}

inline void reportMillis(const std::string& name, double seconds)
{
    std::printf(R"({"name":"%s","value":%.3f,"unit":"ms"})"
                "\n",
                name.c_str(), seconds * 1e3);
}

} // namespace fieldbook::bench
