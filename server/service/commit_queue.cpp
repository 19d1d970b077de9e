#include "server/service/commit_queue.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace fieldbook::server {

CommitQueue::CommitQueue(
    Store& store, DirectoryBoard& directory, const Clock& clock, Mode mode, Limits limits)
    : store_{store}, directory_{directory}, clock_{clock}, mode_{mode}, limits_{limits}
{
    if (mode_ == Mode::Threaded) {
        thread_ = std::thread{[this] { work(); }};
    }
}

CommitQueue::~CommitQueue()
{
    if (mode_ == Mode::Immediate) {
        return;
    }
    {
        const std::scoped_lock lock{mutex_};
        stopping_ = true;
    }
    arrived_.notify_one();
    thread_.join();
}

std::size_t CommitQueue::waiting()
{
    const std::scoped_lock lock{mutex_};
    return waiting_.size();
}

Result<void> CommitQueue::enqueue(Job job, Done done)
{
    if (mode_ == Mode::Immediate) {
        std::vector<Waiting> batch;
        batch.push_back({std::move(job), std::move(done), nullptr});
        commitAll(batch);
        return {};
    }
    {
        const std::scoped_lock lock{mutex_};
        if (waiting_.size() >= limits_.waitingMax || stopping_) {
            return fail(ErrorKind::Unavailable, "server.busy", "too many writes wait");
        }
        waiting_.push_back({std::move(job), std::move(done), nullptr});
    }
    arrived_.notify_one();
    return {};
}

Result<void> CommitQueue::runJob(const Job& job)
{
    std::promise<void> promise;
    const auto done = [&](const std::exception_ptr& failure) {
        failure ? promise.set_exception(failure) : promise.set_value();
    };
    if (auto queued = enqueue(job, done); !queued) {
        return queued;
    }
    promise.get_future().get();
    return {};
}

void CommitQueue::work()
{
    std::vector<Waiting> batch;
    while (true) {
        {
            std::unique_lock lock{mutex_};
            arrived_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
            if (waiting_.empty()) {
                return;
            }
            while (!waiting_.empty() && batch.size() < limits_.togetherMax) {
                batch.push_back(std::move(waiting_.front()));
                waiting_.pop_front();
            }
        }
        commitAll(batch);
        batch.clear();
    }
}

// Exceptions are carried from here to whoever waits for the job, and caught there.
void CommitQueue::commitAll(std::vector<Waiting>& batch)
{
    const std::span<Waiting> all{batch};
    const auto commit = [&](std::span<Waiting> jobs) -> std::exception_ptr {
        std::vector<std::function<void()>> afterwards;
        try {
            afterwards = commitTogether(jobs);
        } catch (...) {
            return std::current_exception();
        }
        for (const auto& then : afterwards) {
            then();
        }
        return nullptr;
    };
    auto failure = commit(all);
    if (failure && batch.size() > 1) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            batch[i].failure = commit(all.subspan(i, 1));
        }
    } else if (failure) {
        batch.front().failure = failure;
    }
    for (auto& waiting : batch) {
        waiting.done(waiting.failure);
    }
}

std::vector<std::function<void()>> CommitQueue::commitTogether(std::span<Waiting> batch)
{
    const auto writer = store_.begin();
    const auto before = directory_.current();
    Commit commit{*writer, before};
    for (auto& waiting : batch) {
        const auto mark = commit.mark();
        auto part = writer->part();
        if (waiting.job(commit)) {
            part->keep();
        } else {
            part.reset();
            commit.backTo(mark);
        }
    }
    commit.writeTrail(clock_.now());
    Committed committed{{commit.touched().begin(), commit.touched().end()}, commit.view().head()};
    writer->commit();
    std::vector<std::function<void()>> afterwards;
    if (commit.sharedDirectory() != before) {
        afterwards.push_back([this, now = commit.sharedDirectory()] { directory_.publish(now); });
    }
    std::ranges::move(commit.takeAfterwards(), std::back_inserter(afterwards));
    if (listener_ && !committed.feeds.empty()) {
        afterwards.push_back([this, what = std::move(committed)] { listener_(what); });
    }
    return afterwards;
}

} // namespace fieldbook::server
