#pragma once

#include "client/local/store_core.h"

#include <cstdint>

namespace fieldbook::client {

// All changes of the device from this number on, so far as they are still kept, wait again: the
// server has forgotten them.
void sendAgain(StoreCore& core, Writing& writing, std::int64_t device, std::int64_t from);

// Numbers the unsent changes anew, from 1, as those of the device that the account now names; what
// they say about each other follows. What was answered but not pulled yet leaves the outbox: the
// server has it.
void renumber(StoreCore& core, Writing& writing, std::int64_t formerDevice);

} // namespace fieldbook::client
