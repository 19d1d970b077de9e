#include "server/service/trail_service.h"

#include "server/service/trail.h"
#include "shared/trail/entry.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace fieldbook::server {
namespace {

constexpr std::size_t faultsMax = 100;

trail::Frontier frontierOf(const TrailHead& head)
{
    const auto frontier = trail::Frontier::from(head.size, head.frontier);
    if (!frontier) {
        throw std::runtime_error("the head of the trail cannot be read");
    }
    return *frontier;
}

// The hash of a complete subtree, from those that are stored and the entries below them.
Sha256Digest subtreeOf(StoreView& view, int level, std::uint64_t number)
{
    if (level > 0 && level % trailLevelsApart == 0) {
        const auto node = view.findTrailNode(level, number);
        if (!node) {
            throw std::runtime_error("a node of the trail is missing");
        }
        return *node;
    }
    // Joined from the stored level below.
    const int below = level - (level % trailLevelsApart);
    const std::uint64_t count = std::uint64_t{1} << (level - below);
    const std::uint64_t first = number * count;
    trail::Frontier joined;
    if (below > 0) {
        for (std::uint64_t i = 0; i < count; ++i) {
            joined.append(subtreeOf(view, below, first + i));
        }
        return joined.root();
    }
    view.forEachTrailEntry(first, [&](const TrailEntry& entry) {
        joined.append(trail::entryHash(entry.header, entry.digest));
        return joined.size() < count;
    });
    if (joined.size() != count) {
        throw std::runtime_error("an entry of the trail is missing");
    }
    return joined.root();
}

// Reads the trail from its beginning, and says what is wrong with it.
class Examination {
public:
    Examination(StoreView& view, const PublicKey& key, TrailReport& report)
        : view_{view}, key_{key}, report_{report}
    {}

    void take(std::span<const std::string> checkpoints, std::size_t& inOrder)
    {
        for (const auto& text : checkpoints) {
            if (const auto read = trail::readCheckpoint(text, key_)) {
                pending_.push_back({read->tree, &inOrder});
            } else {
                fault(read.error().code, read.error().detail);
            }
        }
        std::ranges::sort(pending_, {}, [](const Pending& each) { return each.tree.size; });
    }

    void run()
    {
        compareCheckpoints();
        view_.forEachTrailEntry(0, [&](const TrailEntry& entry) {
            examine(entry);
            return true;
        });
        for (; next_ < pending_.size(); ++next_) {
            fault("trail.shorter", std::to_string(pending_[next_].tree.size));
        }
        report_.tree = {frontier_.size(), frontier_.root()};
        const auto head = view_.trailHead();
        if (head.size != frontier_.size() || head.frontier != frontier_.bytes()) {
            fault("trail.head", std::to_string(head.size));
        }
        const auto nodes = view_.trailNodeCount();
        if (nodes != nodes_) {
            fault("trail.node", std::to_string(nodes));
        }
    }

private:
    struct Pending {
        trail::TreeState tree;
        std::size_t* inOrder;
    };

    void fault(std::string code, std::string detail)
    {
        if (report_.faults.size() < faultsMax) {
            report_.faults.push_back({ErrorKind::Conflict, std::move(code), std::move(detail)});
        }
    }

    void examine(const TrailEntry& entry)
    {
        if (entry.number != frontier_.size() + missing_) {
            fault("trail.entry_missing", std::to_string(frontier_.size() + missing_));
            missing_ = entry.number - frontier_.size();
        }
        if (!entry.body) {
            ++report_.erased;
        } else if (trail::bodyDigest(entry.salt, *entry.body) != entry.digest) {
            fault("trail.entry_altered", std::to_string(entry.number));
        }
        frontier_.append(trail::entryHash(entry.header, entry.digest),
                         [&](int level, std::uint64_t number, const Sha256Digest& hash) {
                             if (level % trailLevelsApart == 0) {
                                 ++nodes_;
                                 compareNode(level, number, hash);
                             }
                         });
        compareCheckpoints();
    }

    void compareNode(int level, std::uint64_t number, const Sha256Digest& hash)
    {
        if (view_.findTrailNode(level, number) != hash) {
            fault("trail.node", std::to_string(level) + '/' + std::to_string(number));
        }
    }

    void compareCheckpoints()
    {
        for (; next_ < pending_.size() && pending_[next_].tree.size == frontier_.size(); ++next_) {
            if (pending_[next_].tree.root != frontier_.root()) {
                fault("trail.rewritten", std::to_string(frontier_.size()));
                continue;
            }
            ++*pending_[next_].inOrder;
            report_.signedUpTo = frontier_.size();
        }
    }

    StoreView& view_;
    const PublicKey& key_;
    TrailReport& report_;
    trail::Frontier frontier_;
    std::uint64_t missing_ = 0; // Numbers that were skipped so far.
    std::uint64_t nodes_ = 0;
    std::vector<Pending> pending_; // By size.
    std::size_t next_ = 0;
};

} // namespace

ProvedCheckpoint TrailService::checkpoint(std::uint64_t former)
{
    const auto view = store_.read();
    const auto frontier = frontierOf(view->trailHead());
    ProvedCheckpoint proved{
        .text = trail::signedText({.tree = {frontier.size(), frontier.root()}, .at = clock_.now()},
                                  key_),
        .proof = {}};
    if (former <= frontier.size()) {
        proved.proof =
            trail::consistencyProof(former, frontier.size(), [&](int level, std::uint64_t number) {
                return subtreeOf(*view, level, number);
            });
    }
    return proved;
}

Result<void> TrailService::keepCheckpoint()
{
    return commits_.run([&](Commit& commit) -> Result<void> {
        const auto frontier = frontierOf(commit.view().trailHead());
        const auto kept = commit.view().lastTrailCheckpoint();
        if (frontier.size() != 0 && (!kept || *kept < frontier.size())) {
            commit.writer().addTrailCheckpoint(
                frontier.size(),
                trail::signedText({.tree = {frontier.size(), frontier.root()}, .at = clock_.now()},
                                  key_));
        }
        return {};
    });
}

Result<void> TrailService::noteNow(TrailNote what)
{
    return commits_.run([&](Commit& commit) -> Result<void> {
        commit.note(what);
        return {};
    });
}

void TrailService::note(TrailNote what)
{
    const auto job = [what = std::move(what)](Commit& commit) {
        commit.note(what);
        return true;
    };
    // A queue that is full has refused what this was about as well.
    static_cast<void>(commits_.enqueue(job, [](const std::exception_ptr&) {}));
}

Result<void> TrailService::keepWitness(std::int64_t device, const std::string& text)
{
    const auto kept = trail::readCheckpoint(text, key_.publicKey());
    if (!kept) {
        return fail(kept.error());
    }
    return commits_.run([&](Commit& commit) -> Result<void> {
        commit.writer().setTrailWitness(
            {.device = device, .size = kept->tree.size, .text = text, .at = clock_.now()});
        return {};
    });
}

TrailReport TrailService::verify(std::span<const std::string> witnesses)
{
    const auto view = store_.read();
    TrailReport report;
    Examination examination{*view, key_.publicKey(), report};
    examination.take(view->trailCheckpoints(), report.checkpoints);
    std::vector<std::string> brought{witnesses.begin(), witnesses.end()};
    for (auto& witness : view->trailWitnesses()) {
        brought.push_back(std::move(witness.text));
    }
    examination.take(brought, report.witnesses);
    examination.run();
    return report;
}

void TrailService::search(const TrailQuery& query, const StoreView::TrailVisitor& visit)
{
    store_.read()->searchTrail(query, visit);
}

void TrailService::forEach(std::uint64_t first, const StoreView::TrailVisitor& visit)
{
    store_.read()->forEachTrailEntry(first, visit);
}

std::uint64_t TrailService::size() { return store_.read()->trailHead().size; }

} // namespace fieldbook::server
