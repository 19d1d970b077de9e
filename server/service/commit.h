#pragma once

#include "server/service/store_world.h"
#include "server/service/trail.h"
#include "shared/rules/directory.h"

#include <functional>
#include <memory>
#include <set>
#include <unordered_map>
#include <vector>

namespace fieldbook::server {

// One open commit as the services work with it: the store's writer, the records and people as they
// are in it, and what is to be done once it is on disk. Writer thread only.
class Commit {
public:
    Commit(Store::Writer& writer, std::shared_ptr<const rules::Directory> directory);

    [[nodiscard]] Store::Writer& writer() { return writer_; }
    [[nodiscard]] StoreView& view() { return writer_.view(); }
    [[nodiscard]] StoreWorld& world() { return world_; }

    [[nodiscard]] const rules::Directory& directory() const { return *directory_; }
    [[nodiscard]] std::shared_ptr<const rules::Directory> sharedDirectory() const
    {
        return directory_;
    }
    // A user or team was written.
    void learn(const Record& record);

    // Whose changes a device sends; nil for the server's own.
    [[nodiscard]] Uuid userOf(std::int64_t device);

    // Feeds in which something was filed.
    void touch(const std::vector<FeedName>& feeds) { touched_.insert(feeds.begin(), feeds.end()); }
    [[nodiscard]] const std::set<FeedName>& touched() const { return touched_; }

    // Goes into the trail, if the part of the commit in which it happened is kept.
    void note(TrailNote note) { notes_.push_back(std::move(note)); }
    // Of all that was noted. Nothing may be noted after it.
    void writeTrail(Timestamp at) { appendToTrail(writer_, notes_, at); }

    // Called on the writer thread once the commit is on disk; it must not throw.
    void afterwards(std::function<void()> then) { afterwards_.push_back(std::move(then)); }
    [[nodiscard]] std::vector<std::function<void()>> takeAfterwards()
    {
        return std::move(afterwards_);
    }

    // Where the commit was, for when a part of it is undone.
    struct Mark {
        std::shared_ptr<const rules::Directory> directory;
        std::size_t afterwards = 0;
        std::size_t notes = 0;
    };
    [[nodiscard]] Mark mark() const { return {directory_, afterwards_.size(), notes_.size()}; }
    void backTo(const Mark& mark);

private:
    Store::Writer& writer_;
    StoreWorld world_;
    std::shared_ptr<const rules::Directory> directory_;
    std::unordered_map<std::int64_t, Uuid> users_; // By device.
    std::set<FeedName> touched_;
    std::vector<std::function<void()>> afterwards_;
    std::vector<TrailNote> notes_;
};

} // namespace fieldbook::server
