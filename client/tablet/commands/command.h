#pragma once

#include "client/tablet/home.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <vector>

namespace fieldbook::client::tablet {

// What a command works with: the tablet's store, and a connection of its own to read it. Runs on
// the thread that writes.
struct Tablet {
    Console& console;
    LocalStore& store;
    LocalQueries& queries;
    const Clock& clock;
    Zone zone; // In which this tablet's days begin.
};

// What a command line chose: a deed on the store, or something that opens it in a way of its own.
struct Action {
    std::function<Exit(Tablet&)> onStore;
    std::function<Exit(Console&)> alone;
};

// Each adds its subcommands; when one is called for, `chosen` becomes what it does.
void addSession(CLI::App& app, const Console& console, Action& chosen); // sign-in, sign-out, pin
void addSync(CLI::App& app, const Console& console, Action& chosen);
void addRecords(CLI::App& app, const Console& console, Action& chosen); // list, show, search
void addWork(CLI::App& app, const Console& console, Action& chosen); // add, edit, act, attach
void addOrder(CLI::App& app, const Console& console, Action& chosen);
void addState(CLI::App& app, const Console& console, Action& chosen); // status, outbox, receipts
void addAttention(CLI::App& app, const Console& console, Action& chosen);

// The program but for its streams: what main() calls and tests call as well.
[[nodiscard]] int run(const std::vector<std::string>& arguments, Console& console);

// One command line on a store that is open already: "sync --commands" takes them one by one.
[[nodiscard]] Exit runOn(LocalStore& store,
                         const Clock& clock,
                         const std::vector<std::string>& arguments,
                         Console& console);

} // namespace fieldbook::client::tablet
