#pragma once

#include "client/local/device_store.h"
#include "client/local/queries.h"
#include "client/local/recorder.h"
#include "client/local/session_store.h"
#include "client/local/store_change.h"
#include "client/local/sync_store.h"
#include "shared/base/secret_key.h"
#include "shared/calendar/zone.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace fieldbook::client {

class LocalQueries;

struct StoreOptions {
    std::filesystem::path folder; // Made if it does not exist.
    SecretKey key;
    // IANA name of the zone in which this tablet's days begin.
    std::string zone = "UTC";
    // A registered SQLite VFS, with which names have no folders.
    std::optional<std::string> vfs = std::nullopt;
    // What a new store calls its installation; nothing: it mints an id.
    std::optional<Uuid> install = std::nullopt;
};

// The tablet's encrypted store: every record its user may see, as the user sees it, and everything
// the user did that is not sent. Constructed means usable; a wrong key throws db::Error
// (Fault::WrongKey). One thread writes: that which calls this object, its recorder, session and
// sync; reading goes through Queries of their own.
class LocalStore {
public:
    LocalStore(StoreOptions options, const Clock& clock, Entropy& entropy);
    LocalStore(const LocalStore&) = delete;
    LocalStore& operator=(const LocalStore&) = delete;
    ~LocalStore();

    [[nodiscard]] Recorder& recorder() { return *recorder_; }
    [[nodiscard]] SyncStore& sync() { return sync_; }
    [[nodiscard]] SessionStore& session() { return session_; }
    [[nodiscard]] DeviceStore& device() { return device_; }

    // A read connection of its own, for another thread. Any thread may ask, while this object
    // lives; what it got may outlive it.
    [[nodiscard]] std::unique_ptr<LocalQueries> openQueries() const;

    // In which this tablet's days begin.
    [[nodiscard]] Zone zone() const;

    // Told after each commit, on the writer's thread.
    void setListener(std::function<void(const StoreChange&)> listener);

    // What can wait until nobody does: builds the search index in pieces, folds the log. True if
    // there is more to do.
    bool tidy();

private:
    StoreOptions options_;
    StoreCore core_;
    std::unique_ptr<Recorder> recorder_;
    SyncStore sync_{core_};
    SessionStore session_{core_};
    DeviceStore device_{core_};
};

// What a closed store is remembered by: changes and files that wait to be sent; -1 where something
// else in it is unfinished.
[[nodiscard]] std::int64_t unsentIn(LocalStore& store);

// Where the records stand inside a store's folder.
[[nodiscard]] std::filesystem::path databaseFile(const StoreOptions& options);

} // namespace fieldbook::client
