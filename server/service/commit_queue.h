#pragma once

#include "server/service/commit.h"
#include "server/service/directory_board.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <vector>

namespace fieldbook::server {

// What a commit did that others want to know.
struct Committed {
    std::vector<FeedName> feeds; // In which something was filed; sorted.
    Sequence head = 0;
};

struct CommitQueueLimits {
    std::size_t waitingMax = 1'000; // Over it the answer is `server.busy`.
    std::size_t togetherMax = 64; // Jobs in one commit: bounds what the first of them waits for.
};

// The one way to write. Jobs come from any thread; the writer thread takes all that wait, does each
// as a part of one commit, and answers them when that is on disk: many devices share one fsync.
//
// A job that answers "no" leaves nothing behind. If one throws, the commit is given up and its jobs
// are done again one by one, so that only the one that throws fails; a job must therefore stand
// being run twice.
class CommitQueue {
public:
    enum class Mode {
        Threaded,
        Immediate, // No thread: each job is a commit on the caller's, for what must repeat itself.
    };
    using Limits = CommitQueueLimits;
    // True to keep what it wrote.
    using Job = std::function<bool(Commit&)>;
    // Called on the writer thread, with null when the job is done and on disk.
    using Done = std::function<void(std::exception_ptr)>;
    using Listener = std::function<void(const Committed&)>;

    CommitQueue(
        Store& store, DirectoryBoard& directory, const Clock& clock, Mode mode, Limits limits = {});
    CommitQueue(const CommitQueue&) = delete;
    CommitQueue& operator=(const CommitQueue&) = delete;
    // Does what waits first.
    ~CommitQueue();

    // Called after each commit that filed something, on the writer thread; it must not throw. Set
    // it before use.
    void onCommitted(Listener listener) { listener_ = std::move(listener); }

    // Jobs that wait for the writer.
    [[nodiscard]] std::size_t waiting();

    // Code `server.busy`: the queue is full, `done` is not called.
    [[nodiscard]] Result<void> enqueue(Job job, Done done);

    // Does the work in a commit and waits until it is on disk. Work takes Commit& and returns a
    // Result, an error undoing what it wrote. Throws what the work or the commit threw.
    template <class Work>
    [[nodiscard]] std::invoke_result_t<Work&, Commit&> run(Work work)
    {
        std::optional<std::invoke_result_t<Work&, Commit&>> answer;
        const auto job = [&](Commit& commit) {
            answer.emplace(work(commit));
            return answer->has_value();
        };
        if (auto ran = runJob(job); !ran) {
            return fail(ran.error());
        }
        return std::move(*answer);
    }

private:
    struct Waiting {
        Job job;
        Done done;
        std::exception_ptr failure;
    };

    [[nodiscard]] Result<void> runJob(const Job& job);
    void work();
    void commitAll(std::vector<Waiting>& batch);
    // One commit of these jobs; throws if any throws. Returns what is to be done now that it is on
    // disk.
    [[nodiscard]] std::vector<std::function<void()>> commitTogether(std::span<Waiting> batch);

    Store& store_;
    DirectoryBoard& directory_;
    const Clock& clock_;
    const Mode mode_;
    const Limits limits_;
    Listener listener_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Waiting> waiting_;
    bool stopping_ = false;
    std::thread thread_;
};

} // namespace fieldbook::server
