#pragma once

#include "server/app/commands/command.h"

// Commands about how the company keeps its customers.
namespace fieldbook::server::commands {

void addBin(CLI::App& app, const Console& console, Action& chosen);
void addPool(CLI::App& app, const Console& console, Action& chosen);
void addMerge(CLI::App& app, const Console& console, Action& chosen);

} // namespace fieldbook::server::commands
