#pragma once

#include "server/app/configuration.h"
#include "server/app/data_folder.h"
#include "server/identity/oidc_sign_ins.h"
#include "server/service/account_requests.h"
#include "server/service/attendance.h"
#include "server/service/device_service.h"
#include "server/service/directory_service.h"
#include "server/service/handover_service.h"
#include "server/service/key_service.h"
#include "server/service/lease_service.h"
#include "server/service/quarantine_service.h"
#include "server/service/session_service.h"
#include "server/service/sharing_service.h"
#include "server/service/trail_service.h"
#include "server/store/sqlite/sqlite_store.h"

#include <memory>

namespace fieldbook::server {

// A setting of the store of a demonstration company: nobody is asked for a second factor there.
inline constexpr std::string_view demonstrationSetting = "demonstration";

// What a server takes from outside; a test may put its own in its place.
struct Surroundings {
    std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>();
    std::shared_ptr<Entropy> entropy = std::make_shared<SystemEntropy>();
};

// The store and the services that both the server and the administration commands need, over a data
// folder that this program holds.
struct Engine {
    Engine(DataFolder held,
           const Configuration& configuration,
           CommitQueue::Mode mode,
           Surroundings from = {});
    // Lets what waits in the queue be done while all it touches is still there.
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    void drain();

    // Where tablets reach this server; empty where that is not known. Set before commands come.
    std::string publicAddress;

    const Surroundings surroundings;
    const Clock& clock;
    Entropy& entropy;
    DataFolder folder;
    SqliteStore store;
    DirectoryBoard directory;
    ChangeService changes;
    CommitQueue commits;
    SecondFactors secondFactors;
    std::optional<identity::OidcSignIns> oidc;
    SessionService sessions;
    DeviceService devices;
    DirectoryService people;
    KeyService keys;
    AccountRequests accountRequests;
    AttendanceService attendance;
    HandoverService handovers;
    QuarantineService quarantine;
    SharingService sharing;
    TrailService trail;
    LeaseService leases;
};

} // namespace fieldbook::server
