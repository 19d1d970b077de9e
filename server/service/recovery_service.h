#pragma once

#include "server/service/file_service.h"
#include "server/service/sync_service.h"
#include "shared/base/sealed_box.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace fieldbook::server {

// What became of one sealed store.
struct Recovered {
    std::filesystem::path folder;
    Uuid user;
    std::string device; // Its code.
    std::size_t held = 0; // Changes that are in quarantine now.
    std::size_t known = 0; // Changes that the server had decided on before.
    std::size_t files = 0; // Attachments that the server has now.
};

// Opens what a tablet kept sealed for the company, and files it as the tablet would have delivered
// it: into quarantine, each change once, however often the same store is recovered. Leaves the
// folder as it is. Any thread.
class RecoveryService {
public:
    RecoveryService(Store& store, const BoxKey& box, SyncService& sync, FileService& files)
        : store_{store}, box_{box}, sync_{sync}, files_{files}
    {}

    // Of a folder with the file `vault` and the folder `store`. Codes: `remains.missing` (it has
    // not both), `vault.damaged`, `sealed_box.unreadable` (another company's), `remains.nobody`,
    // `device.missing`, and those of a push.
    [[nodiscard]] Result<Recovered> recover(const std::filesystem::path& folder);

private:
    Store& store_;
    const BoxKey& box_;
    SyncService& sync_;
    FileService& files_;
};

// The folder itself, if it holds a store, and the stores that were set aside in it.
[[nodiscard]] std::vector<std::filesystem::path>
sealedStoresIn(const std::filesystem::path& folder);

} // namespace fieldbook::server
