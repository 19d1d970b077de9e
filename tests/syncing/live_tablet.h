#pragma once

#include "client/local/local_queries.h"
#include "client/syncing/sync_worker.h"
#include "tests/support/temp_dir.h"

#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <optional>

namespace fieldbook::client::testing {

// A tablet with its worker, which syncs on its own thread. What it waits for is bounded, so that a
// test fails rather than hangs.
class LiveTablet {
public:
    explicit LiveTablet(const std::string& certificateAuthority = {}, bool opened = false)
        : worker_{options(certificateAuthority, opened), clock_, entropy_}
    {}

    [[nodiscard]] Result<Account> signIn(const std::string& server,
                                         const std::string& login,
                                         const std::string& password = "open sesame")
    {
        std::promise<Result<Account>> done;
        worker_.signIn(server, login, password,
                       [&](Result<Account> account) { done.set_value(std::move(account)); });
        return done.get_future().get();
    }

    // What the deed gives, done on the worker's thread.
    template <class Deed>
    auto onStore(Deed deed)
    {
        std::promise<decltype(deed(std::declval<LocalStore&>()))> done;
        worker_.perform([&](LocalStore& store) { done.set_value(deed(store)); });
        return done.get_future().get();
    }

    // Until the worker reports a state like this, or did so last; false after half a minute.
    template <class Test>
    [[nodiscard]] bool reaches(Test test)
    {
        std::unique_lock lock{mutex_};
        return told_.wait_for(lock, std::chrono::seconds{30}, [&] { return test(status_); });
    }
    // Everything is exchanged, of what the store held when asked.
    [[nodiscard]] bool settles()
    {
        const auto waits = [this] {
            return onStore([](LocalStore& store) {
                return store.sync().waitingChanges() + store.sync().waitingUploads();
            });
        };
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{30};
        while (std::chrono::steady_clock::now() < end) {
            const bool idle = reaches([](const sync::Status& now) {
                return now.caughtUp && now.changesWaiting == 0 && now.filesWaiting == 0;
            });
            if (idle && waits() == 0) {
                return true;
            }
        }
        return false;
    }
    // Until the store holds the record.
    [[nodiscard]] bool receives(const Uuid& id)
    {
        std::unique_lock lock{mutex_};
        return told_.wait_for(lock, std::chrono::seconds{30},
                              [&] { return worker_.openQueries()->record(id).has_value(); });
    }

    [[nodiscard]] std::unique_ptr<Queries> queries() const { return worker_.openQueries(); }
    [[nodiscard]] SyncWorker& worker() { return worker_; }
    [[nodiscard]] sync::Status status()
    {
        const std::scoped_lock lock{mutex_};
        return status_;
    }

private:
    [[nodiscard]] SyncWorker::Options options(const std::string& certificateAuthority, bool opened)
    {
        const std::vector<std::uint8_t> key(SecretKey::size, 7);
        return {.store = {.folder = folder_.path(), .key = *SecretKey::fromBytes(key)},
                .certificateAuthority = QByteArray::fromStdString(certificateAuthority),
                .appVersion = "1",
                .deviceName = "test",
                .changed =
                    [this](const StoreChange&) {
                        const std::scoped_lock lock{mutex_};
                        told_.notify_all();
                    },
                .status =
                    [this](const sync::Status& status) {
                        const std::scoped_lock lock{mutex_};
                        status_ = status;
                        told_.notify_all();
                    },
                .opened = opened};
    }

    fieldbook::testing::TempDir folder_;
    SystemClock clock_;
    SystemEntropy entropy_;
    std::mutex mutex_;
    std::condition_variable told_;
    sync::Status status_; // Guarded by the mutex.
    SyncWorker worker_; // Gone first.
};

} // namespace fieldbook::client::testing
