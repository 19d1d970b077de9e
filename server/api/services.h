#pragma once

#include "server/import/import_service.h"
#include "server/net/metrics.h"
#include "server/net/websocket_hub.h"
#include "server/net/worker_pool.h"
#include "server/service/account_requests.h"
#include "server/service/attendance.h"
#include "server/service/calendar_service.h"
#include "server/service/device_service.h"
#include "server/service/directory_service.h"
#include "server/service/export_service.h"
#include "server/service/file_service.h"
#include "server/service/flow_service.h"
#include "server/service/handover_service.h"
#include "server/service/key_service.h"
#include "server/service/lease_service.h"
#include "server/service/number_service.h"
#include "server/service/quarantine_service.h"
#include "server/service/query_service.h"
#include "server/service/record_service.h"
#include "server/service/refusal_reader.h"
#include "server/service/review_service.h"
#include "server/service/session_service.h"
#include "server/service/sync_service.h"
#include "server/service/trail_reader.h"
#include "server/service/trail_service.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace fieldbook::server::identity {
class OidcSignIns;
}

namespace fieldbook::server::api {

// What handlers call. The composition root owns it all.
struct Services {
    Store& store;
    DirectoryBoard& directory;
    SessionService& sessions;
    SecondFactors& secondFactors;
    AccountRequests& accountRequests;
    AttendanceService& attendance;
    DeviceService& devices;
    HandoverService& handovers;
    QuarantineService& quarantine;
    RefusalReader& refusals;
    SyncService& sync;
    NumberService& numbers;
    LeaseService& leases;
    RecordService& records;
    QueryService& queries;
    FileService& files;
    ExportService& exports;
    import::ImportService& imports;
    ReviewService& review;
    FlowService& flow;
    TrailReader& trailReader;
    TrailService& trail;
    KeyService& keys;
    CalendarService& calendar;
    net::WebSocketHub& live;
    const net::Metrics& metrics;
    const Clock& clock;
    net::WorkerPool& pool; // Where handlers that block run.
    net::WorkerPool& exportPool; // Where files are written that take seconds,
    net::WorkerPool& importPool; // and where they are brought in.
    CommitQueue& commits; // For its length.
    // Tells the log what was thrown on the way to a late answer. Any thread.
    std::function<void(std::string_view requestId, std::string_view what)> failed;
    std::string publicAddress; // Where tablets reach this server; empty: not said.
    std::string deviceHelp; // Whom to call when a tablet waits or is locked; empty: not said.
    std::string version;
    identity::OidcSignIns* oidc = nullptr; // Null: the company has no provider.
    std::string oidcName = {}; // What people call the company's account.
    // The file of the store; empty where there is none.
    std::filesystem::path storeFile = {};
    std::string oldestApp = {}; // That is served pulls; empty: any.
    std::size_t requestsPerUserMax = 0; // A minute; 0: any number.
    // As GET /v1/settings tells them: setting, value, where from.
    std::vector<std::array<std::string, 3>> settings = {};
};

} // namespace fieldbook::server::api
