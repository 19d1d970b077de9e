#include "tests/sim/world.h"

#include <CLI/CLI.hpp>

#include <chrono>
#include <cstdio>

using fieldbook::sim::Options;
using fieldbook::sim::Outcome;
using fieldbook::sim::simulate;

namespace {

struct Total {
    int seeds = 0;
    int broken = 0;
    std::map<std::string, std::int64_t> counts;

    void add(const Options& options, const Outcome& outcome)
    {
        ++seeds;
        for (const auto& [what, times] : outcome.counts) {
            counts[what] += times;
        }
        if (outcome.broken) {
            ++broken;
            std::printf("seed %llu: %s\n    ./dev sim --seed %llu --steps %d --trace\n",
                        static_cast<unsigned long long>(options.seed), outcome.broken->c_str(),
                        static_cast<unsigned long long>(options.seed), options.steps);
            std::fflush(stdout);
        }
    }

    void print(double seconds) const
    {
        for (const auto& [what, times] : counts) {
            std::printf("%9lld  %s\n", static_cast<long long>(times), what.c_str());
        }
        std::printf("%d seeds, %d broken, %.1f s, %.1f seeds a second\n", seeds, broken, seconds,
                    seeds / seconds);
    }
};

int replay(Options options)
{
    options.print = true;
    const Outcome outcome = simulate(options);
    std::printf("trace %016llx\n%s\n", static_cast<unsigned long long>(outcome.trace),
                outcome.broken ? outcome.broken->c_str() : "nothing broken");
    return outcome.broken ? 1 : 0;
}

// The same seed twice must be the same run.
bool repeats(const Options& options, const Outcome& outcome)
{
    return simulate(options).trace == outcome.trace;
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Simulates a server and tablets under faults, and checks what must hold."};
    Options options;
    int seeds = 1;
    int repeatEvery = 50;
    bool trace = false;
    app.add_option("--seeds", seeds, "How many seeds to run")->check(CLI::PositiveNumber);
    app.add_option("--seed", options.seed, "The first seed");
    app.add_option("--steps", options.steps, "How long each runs")->check(CLI::NonNegativeNumber);
    app.add_option("--repeat-every", repeatEvery, "Runs every so manieth seed twice");
    app.add_flag("--trace", trace, "Prints what happens, of one seed");
    CLI11_PARSE(app, argc, argv)

    if (trace) {
        return replay(options);
    }
    Total total;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < seeds; ++i, ++options.seed) {
        Outcome outcome = simulate(options);
        if (repeatEvery > 0 && i % repeatEvery == 0 && !outcome.broken &&
            !repeats(options, outcome)) {
            outcome.broken = "a second run of the same seed went another way";
        }
        total.add(options, outcome);
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    total.print(took.count());
    return total.broken == 0 ? 0 : 1;
}
