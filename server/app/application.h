#pragma once

#include "server/api/api.h"
#include "server/app/engine.h"
#include "server/app/housekeeping.h"
#include "server/app/log.h"
#include "server/import/import_service.h"
#include "server/net/server.h"
#include "server/service/calendar_service.h"
#include "server/service/export_service.h"
#include "server/service/file_service.h"
#include "server/service/flow_service.h"
#include "server/service/number_service.h"
#include "server/service/record_service.h"
#include "server/service/refusal_reader.h"
#include "server/service/review_service.h"
#include "server/service/sync_service.h"
#include "server/service/trail_reader.h"
#include "server/store/file_folder.h"

#include <cstdint>
#include <optional>

namespace fieldbook::server {

// The whole server: every part, built from top to bottom in order of dependency and destroyed in
// reverse. Listens when constructed.
class Application {
public:
    // Throws std::runtime_error when the address cannot be had or the certificate is no good.
    Application(DataFolder folder,
                const LoadedConfiguration& loaded,
                const Log& log,
                Surroundings from = {});
    Application(const Application&) = delete;
    Application& operator=(const Application&) = delete;
    // Ends as stop() does.
    ~Application();

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] Engine& engine() { return engine_; }
    [[nodiscard]] FileService& files() { return files_; }
    [[nodiscard]] const api::Api& api() const { return api_; }

    // Reads the certificate and its key anew, for the connections to come. False where there is
    // none, or none that can be used: that is logged, and the former one stays. Any thread.
    bool renewCertificate(const Log& log);

    // Takes nothing new, finishes what is being answered, returns when the last connection is gone.
    void stop();

private:
    void keepHouse(const Log& log);
    void keepTime(const Log& log);

    Engine engine_;
    SyncService sync_;
    NumberService numbers_;
    FileFolder folder_;
    FileService files_;
    ExportService exports_;
    import::ImportService imports_;
    RecordService records_;
    QueryService queries_;
    ReviewService review_;
    FlowService flow_;
    RefusalReader refusals_;
    TrailReader trailReader_;
    CalendarService calendar_;
    net::WebSocketHub live_;
    net::Metrics metrics_;
    std::optional<net::WorkerPool> pool_; // Gone before the queue is drained, all of them.
    std::optional<net::WorkerPool> exportPool_;
    std::optional<net::WorkerPool> importPool_;
    net::Router router_;
    api::Api api_;
    const Configuration configuration_;
    net::Server server_;
    std::uint16_t port_ = 0;
    Housekeeping timekeeping_; // Their threads are gone first.
    Housekeeping housekeeping_;
};

// Where a server of this configuration answers when it listens on that port.
[[nodiscard]] std::string addressOf(const Configuration& configuration, std::uint16_t port);

} // namespace fieldbook::server
