#pragma once

#include "server/store/sqlite/type_codes.h"
#include "server/store/store.h"
#include "shared/db/database.h"

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace fieldbook::server {

struct StoreConnection;

struct SqliteStoreOptions {
    // Connections that read beside the writer: about as many as there are cores.
    int readers = 4;
    // A registered SQLite VFS; nothing for the operating system's files.
    std::optional<std::string> vfs = std::nullopt;
    int cacheKib = 64 * 1024;
};

// The central storage in one SQLite file: one connection that writes, a few that read beside it.
// A commit is on disk when it returns. Brings older files to today's schema when opened.
class SqliteStore final : public Store {
public:
    explicit SqliteStore(const std::filesystem::path& file, const SqliteStoreOptions& options = {});
    ~SqliteStore() override;

    [[nodiscard]] std::unique_ptr<Writer> begin() override;
    [[nodiscard]] std::unique_ptr<StoreView> read() override;

    // A consistent copy while the store goes on working; any thread.
    void backupTo(const std::filesystem::path& file);

private:
    [[nodiscard]] std::unique_ptr<StoreConnection> lease();
    void giveBack(std::unique_ptr<StoreConnection> connection);

    std::unique_ptr<StoreConnection> writer_;
    std::optional<TypeCodes> types_;
    std::atomic<bool> writing_ = false;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<std::unique_ptr<StoreConnection>> free_;
};

} // namespace fieldbook::server
