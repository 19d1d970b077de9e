// What the programs take in memory at their peak, with 10,000 and with 100,000 records: the first
// sync of a tablet, the push of what it recorded without a network, the app, the server through all
// of it. What is physically needed is a working set, whatever stands on the disk; so the limit of
// each figure is what the same program takes with a tenth of the data. One JSON line per figure.

#include "tests/bench/figures.h"
#include "tests/support/temp_dir.h"
#include "tests/system/programs.h"

#include <array>
#include <csignal>
#include <fstream>
#include <map>

namespace fieldbook {
namespace {

using bench::require;

constexpr auto login = "lin";
constexpr auto binaries = FIELDBOOK_BIN;

struct Size {
    int customers; // About nineteen records hang on each.
    int records;
    int pushed;
};
constexpr std::array sizes{Size{530, 10'000, 1'000}, Size{5'300, 100'000, 10'000}};

using Peaks = std::map<std::string, long>;

// Records leads without a network, then sends them.
long pushPeak(testing::ServerProgram& server, const testing::TabletProgram& tablet, int count)
{
    {
        const auto program = tablet.open();
        for (int i = 0; i < count; ++i) {
            program->write(R"(["add","lead","name=Lead )" + std::to_string(i) +
                           R"(","phone=139057)" + std::to_string(10'000 + i) + "\"]\n");
            // What it says of the connection in between is no answer.
            auto answer = program->readLine();
            while (answer && answer->find(R"("settled")") != std::string::npos) {
                answer = program->readLine();
            }
            require(answer.has_value(), "a lead was not recorded");
        }
        program->closeInput();
        require(program->wait() == 0, "the leads were not recorded");
    }
    server.start();
    const auto pushed = tablet.command({"sync"});
    require(pushed.code == 0, pushed.err);
    return pushed.peakKib;
}

// Opens the day and the list of customers.
long appPeak(const std::filesystem::path& folder, const std::filesystem::path& tablet)
{
    std::ofstream{folder / "look.play"} << "wait \"Visits this week\"\n"
                                           "tap \"Customers\" 1\n"
                                           "wait \"Contacts\"\n"
                                           "say shown\n";
    const auto app = testing::run(std::string{binaries} + "/fieldbook",
                                  {"--folder", tablet.string(), "--lang", "en", "--play",
                                   (folder / "look.play").string(), "--pictures", folder.string()},
                                  {{"QT_QPA_PLATFORM", "offscreen"}});
    require(app.code == 0, app.err);
    return app.peakKib;
}

Peaks peaksOf(const Size& size)
{
    const testing::TempDir folder;
    testing::ServerProgram server{folder / "company"};
    const auto made =
        server.command({"demo", "--people", "1", "--customers", std::to_string(size.customers)});
    require(made.code == 0, made.err);
    server.start();
    const testing::TabletProgram tablet{folder / "tablet", login};
    tablet.signIn(server.url());
    Peaks peaks;
    const auto synced = tablet.command({"sync"});
    require(synced.code == 0, synced.err);
    peaks["tablet.first_sync"] = synced.peakKib;
    require(server.stop() == 0, "the server did not stop in order");
    peaks["server.first_sync"] = server.program().peakKib();

    peaks["tablet.push"] = pushPeak(server, tablet, size.pushed);
    require(server.stop() == 0, "the server did not stop in order");
    peaks["server.push"] = server.program().peakKib();
    peaks["app"] = appPeak(folder.path(), folder / "tablet");
    return peaks;
}

void report(const std::string& name, const Size& size, long kib, long limitKib)
{
    std::printf(R"({"name":"memory.%s.%d","value":%.1f,"unit":"MiB","limit":%.1f,"ratio":%.3f})"
                "\n",
                name.c_str(), size.records, static_cast<double>(kib) / 1024,
                static_cast<double>(limitKib) / 1024,
                static_cast<double>(limitKib) / static_cast<double>(kib));
}

void run()
{
    const Peaks small = peaksOf(sizes.front());
    const Peaks large = peaksOf(sizes.back());
    for (const auto& [name, kib] : large) {
        report(name, sizes.front(), small.at(name), small.at(name));
        report(name, sizes.back(), kib, small.at(name));
    }
}

} // namespace
} // namespace fieldbook

int main() { return fieldbook::bench::exitCodeOf(fieldbook::run); }
