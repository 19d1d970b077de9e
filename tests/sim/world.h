#pragma once

#include "tests/sim/checks.h"
#include "tests/sim/workload.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fieldbook::sim {

struct Options {
    std::uint64_t seed = 1;
    int steps = 100; // Moments at which somebody or something does something.
    bool print = false;
};

struct Outcome {
    std::optional<std::string> broken; // What was, if anything.
    std::uint64_t trace = 0;
    std::map<std::string, std::int64_t> counts;
};

// One company from its first day on: people with tablets, a server, a bad network, faults; then
// peace, and everything is checked. What happens follows from the seed alone. One thread.
class World {
public:
    explicit World(const Options& options);

    // Throws a Violation.
    void run();

    [[nodiscard]] const Trace& trace() const { return trace_; }

private:
    void foundCompany();
    void addTeams(ServerHost::Machine& machine);
    void addCatalogue(ServerHost::Machine& machine);
    void handOutTablets();
    void handOut(const TabletHost::Person& person, const std::string& name);

    void step();
    void someFault();
    void holiday();
    void administer();
    void backUp();
    void orderDevice();
    void approveAll();
    void copyTablet();
    [[nodiscard]] std::string loginOf(const Uuid& user) const;
    void alterUser(std::string_view field, const Value& value);
    void makePeace();
    void checkAll();

    [[nodiscard]] TabletHost& someTablet() { return *tablets_[dice_.below(tablets_.size())]; }
    [[nodiscard]] milliseconds between(milliseconds least, milliseconds most);

    Options options_;
    Agenda agenda_;
    Trace trace_;
    SeededEntropy dice_;
    ServerHost server_;
    Network network_;
    std::vector<Uuid> teams_;
    std::vector<TabletHost::Person> people_;
    std::unique_ptr<Workload> workload_;
    Tablets tablets_;
};

[[nodiscard]] Outcome simulate(const Options& options);

} // namespace fieldbook::sim
