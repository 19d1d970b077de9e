#pragma once

#include "tests/sim/tablet_host.h"

#include <memory>
#include <vector>

// What must hold whatever happens. Each throws a Violation that says what was broken. They look at
// the records themselves and ask the shared rules who may see them; how the server keeps feeds,
// sequences and cursors they do not know.
namespace fieldbook::sim {

using Tablets = std::vector<std::unique_ptr<TabletHost>>;

// Before a page is sent: every record in it is as the server has it and its user's to see, and an
// order that is new in it has all of its lines with it.
void checkPage(const server::Caller& caller, ServerHost::Machine& machine, std::string_view page);

// Whether another copy of it goes by the same device.
[[nodiscard]] bool sharesDevice(const TabletHost& tablet, const Tablets& tablets);

// On the server's disk: of no group is only a part there.
void checkGroupsOnServer(ServerHost::Machine& machine, const Tablets& tablets);

// On a tablet at a consistent point: the same.
void checkGroupsOnTablet(TabletHost& tablet);

// Once everything is connected and quiet.
// No file waits.
void checkFilesSent(TabletHost& tablet);
// Every attachment's file is there, whole, and its record says so.
void checkFilesOnServer(ServerHost::Machine& machine);
void checkDrained(TabletHost& tablet);
// The tablet holds exactly what its user may see, byte for byte as the server has it.
void checkAgreement(TabletHost& tablet, ServerHost::Machine& machine);
// Every change ever committed on the tablet was answered, the same on both sides, and took effect
// once, or not at all if it was refused.
void checkReceipts(TabletHost& tablet, ServerHost::Machine& machine, Trace& trace);
// Every tablet that destroyed its store has its receipt with the server.
void checkWipes(const Tablets& tablets, ServerHost::Machine& machine);
void checkEffects(const Tablets& tablets, ServerHost::Machine& machine);

} // namespace fieldbook::sim
