#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <stdexcept>
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

// So that no figure is that of work not done. Thrown, so that what was started is stopped.
inline void require(bool done, const std::string& what)
{
    if (!done) {
        throw std::runtime_error{what};
    }
}

// What main() returns for that work: says loudly what failed.
[[nodiscard]] int exitCodeOf(const auto& work)
{
    try {
        work();
        return 0;
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
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
