#pragma once

#include "server/service/device_service.h"
#include "server/service/directory_service.h"
#include "server/service/file_service.h"
#include "server/service/number_service.h"
#include "server/service/pool_service.h"
#include "server/service/session_service.h"
#include "server/service/sharing_service.h"
#include "server/service/sync_service.h"
#include "server/store/sqlite/sqlite_store.h"
#include "tests/sim/network.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/temp_dir.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fieldbook::sim {

// The server: the real services over the real store on a disk whose power may go at any operation.
// Requests come and answers go as bytes. When it dies it comes back by itself after a while.
class ServerHost {
public:
    struct Machine {
        Machine(const std::string& file,
                const std::string& vfs,
                const std::filesystem::path& filesIn,
                const Clock& clock,
                Entropy& entropy,
                const server::AdmissionRules& admission);

        server::SqliteStore store;
        server::DirectoryBoard directory;
        server::CommitQueue commits;
        server::ChangeService changes;
        server::SyncService sync;
        server::SessionService sessions;
        server::DeviceService devices;
        server::DirectoryService people;
        server::NumberService numbers;
        server::SharingService sharing;
        server::PoolService pool;
        server::FileFolder folder;
        server::FileService files;
    };
    // Sees every page before it is sent.
    using PageWatch = std::function<void(const server::Caller&, Machine&, std::string_view page)>;

    ServerHost(Agenda& agenda, Trace& trace, SeededEntropy& dice);

    [[nodiscard]] Answer handle(const Request& request);
    [[nodiscard]] bool isUp() const { return machine_ != nullptr; }
    [[nodiscard]] Machine& machine() { return *machine_; }

    // What the office does. False if the server is down or goes down over it; what it wanted may
    // then have happened or not.
    bool run(const std::function<void(Machine&)>& work);

    // The power goes during the operation after so many more.
    void cutPowerAfter(std::uint64_t operations) { disk_.cutPowerAfter(operations); }
    void failAfter(std::uint64_t operations)
    {
        disk_.failAfter(operations, testing::DiskFault::Io);
    }
    void kill();
    // A copy of the store and the files as they are; and, later, back to it.
    void backUp();
    void restore();
    // Backups lack what was recorded after them, and a tablet that is wiped cannot send it again.
    void dropBackup() { backup_.clear(); }
    // Nothing fails any more, and it is up.
    void heal();

    // Calls `poke` whenever something is filed in one of the user's feeds, until `life` is over;
    // `closed` when the server dies. False if the token opens nothing or the server is down.
    using Poke = std::function<void()>;
    [[nodiscard]] bool
    listen(const std::string& token, Life life, Poke poke, std::function<void()> closed);
    void hangUp(Life life);

    void watchPages(PageWatch watch) { watch_ = std::move(watch); }
    // Whether an administrator approves new devices; from the next start.
    void setAdmission(const server::AdmissionRules& admission) { admission_ = admission; }
    // Called whenever it has come up after it died.
    void onRestart(std::function<void(Machine&)> then) { restarted_ = std::move(then); }

private:
    struct Listener {
        Life life;
        Uuid user;
        std::int64_t device = 0;
        Poke poke;
        std::function<void()> closed;
    };

    [[nodiscard]] Answer route(const Request& request);
    [[nodiscard]] Result<std::string> signIn(const std::string& body);
    // An upload begun or gone on with (server_files.cpp).
    [[nodiscard]] Result<std::string> takeFile(const server::Caller& caller,
                                               const Request& request);
    [[nodiscard]] Result<std::string> serve(const server::Caller& caller, const Request& request);
    [[nodiscard]] Result<std::string> takeSigned(const Request& request);
    void cutOff(std::int64_t device);
    void start();
    void die(bool powerCut, milliseconds downLeast = milliseconds{1'000});
    void committed(const server::Committed& committed);

    Agenda& agenda_;
    Trace& trace_;
    SeededEntropy& dice_;
    PartyClock clock_;
    SeededEntropy entropy_;
    testing::FaultDisk disk_;
    testing::TempDir folder_; // Files stand on the real disk.
    std::filesystem::path files_{folder_ / "files"};
    std::string file_{"/server.db"};
    std::string backup_; // Empty: none, or already put back.
    std::filesystem::path backedUpFiles_;
    int backups_ = 0;
    server::AdmissionRules admission_;
    std::unique_ptr<Machine> machine_;
    std::vector<Listener> listeners_;
    PageWatch watch_;
    std::function<void(Machine&)> restarted_;
};

} // namespace fieldbook::sim
