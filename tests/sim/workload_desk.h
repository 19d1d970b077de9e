#pragma once

#include "client/local/attention.h"
#include "tests/sim/workload.h"

namespace fieldbook::sim {

// A tablet at the moment in which something is done on it.
struct Workload::Desk {
    TabletHost& tablet;
    client::LocalStore& store;
    client::Recorder& recorder;
    db::Database& look;
};

} // namespace fieldbook::sim
