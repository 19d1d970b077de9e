#include "server/store/sqlite/sqlite_view.h"
#include "shared/base/assert.h"

#include <algorithm>

// The trail, read.
namespace fieldbook::server {
namespace {

Sha256Digest digestFrom(std::span<const std::uint8_t> bytes)
{
    Sha256Digest digest{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), digest.size()), digest.begin());
    return digest;
}

} // namespace

TrailHead SqliteView::trailHead()
{
    auto select = database_.prepare("SELECT size, frontier FROM trail_head");
    const bool found = select.step();
    FIELDBOOK_ASSERT(found);
    const auto frontier = select.blob(1);
    return {static_cast<std::uint64_t>(select.int64(0)), {frontier.begin(), frontier.end()}};
}

void SqliteView::forEachTrailEntry(std::uint64_t first, const TrailVisitor& visit)
{
    auto select = database_.prepare("SELECT number, header, digest, salt, body FROM trail_entry "
                                    "WHERE number >= :first ORDER BY number");
    select.bind(":first", static_cast<std::int64_t>(first));
    while (select.step()) {
        TrailEntry entry{.number = static_cast<std::uint64_t>(select.int64(0)),
                         .header = select.text(1),
                         .digest = digestFrom(select.blob(2)),
                         .salt = select.blob(3),
                         .body = {}};
        if (!select.isNull(4)) {
            entry.body = select.text(4);
        }
        if (!visit(entry)) {
            return;
        }
    }
}

std::optional<Sha256Digest> SqliteView::findTrailNode(int level, std::uint64_t number)
{
    auto select =
        database_.prepare("SELECT hash FROM trail_node WHERE level = :level AND number = :number");
    select.bind(":level", level).bind(":number", static_cast<std::int64_t>(number));
    return select.step() ? std::optional{digestFrom(select.blob(0))} : std::nullopt;
}

std::uint64_t SqliteView::trailNodeCount()
{
    auto select = database_.prepare("SELECT count(*) FROM trail_node");
    return select.step() ? static_cast<std::uint64_t>(select.int64(0)) : 0;
}

std::vector<std::string> SqliteView::trailCheckpoints()
{
    auto select = database_.prepare("SELECT text FROM trail_checkpoint ORDER BY size");
    std::vector<std::string> texts;
    while (select.step()) {
        texts.emplace_back(select.text(0));
    }
    return texts;
}

std::optional<std::uint64_t> SqliteView::lastTrailCheckpoint()
{
    auto select = database_.prepare("SELECT max(size) FROM trail_checkpoint");
    return select.step() && !select.isNull(0)
               ? std::optional{static_cast<std::uint64_t>(select.int64(0))}
               : std::nullopt;
}

} // namespace fieldbook::server
