#include "server/store/sqlite/sqlite_view.h"
#include "shared/base/assert.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

// The trail, read.
namespace fieldbook::server {
namespace {

Sha256Digest digestFrom(std::span<const std::uint8_t> bytes)
{
    Sha256Digest digest{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), digest.size()), digest.begin());
    return digest;
}

void visitEntries(db::Statement& rows, const StoreView::TrailVisitor& visit)
{
    while (rows.step()) {
        TrailEntry entry{.number = static_cast<std::uint64_t>(rows.int64(0)),
                         .header = rows.text(1),
                         .digest = digestFrom(rows.blob(2)),
                         .salt = rows.blob(3),
                         .body = {}};
        if (!rows.isNull(4)) {
            entry.body = rows.text(4);
        }
        if (!visit(entry)) {
            return;
        }
    }
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
    visitEntries(select, visit);
}

void SqliteView::searchTrail(const TrailQuery& query, const TrailVisitor& visit)
{
    std::vector<std::pair<std::string_view, std::string>> terms;
    const auto add = [&](std::string_view term, std::string value) {
        terms.emplace_back(term, std::move(value));
    };
    if (query.record) {
        add("json_extract(header, '$.id') = ?", query.record->text());
    }
    if (query.by) {
        add("json_extract(header, '$.by') = ?", query.by->text());
    }
    if (!query.kind.empty()) {
        add("json_extract(header, '$.kind') = ?", query.kind);
    }
    if (query.from) {
        add("json_extract(header, '$.at') >= ?", toRfc3339(*query.from));
    }
    if (query.until) {
        add("json_extract(header, '$.at') < ?", toRfc3339(*query.until));
    }
    std::string sql = "SELECT number, header, digest, salt, body FROM trail_entry WHERE number < ?";
    for (const auto& [term, value] : terms) {
        sql += " AND ";
        sql += term;
    }
    auto select = database_.prepare(sql + " ORDER BY number DESC LIMIT ?");
    constexpr auto beyond = std::numeric_limits<std::int64_t>::max();
    int place = 0;
    select.bind(++place, query.before ? static_cast<std::int64_t>(*query.before) : beyond);
    for (const auto& [term, value] : terms) {
        select.bindView(++place, value);
    }
    select.bind(++place, static_cast<std::int64_t>(query.limit));
    visitEntries(select, visit);
}

std::vector<TrailWitness> SqliteView::trailWitnesses()
{
    auto select =
        database_.prepare("SELECT device, size, text, at FROM trail_witness ORDER BY device");
    std::vector<TrailWitness> witnesses;
    while (select.step()) {
        witnesses.push_back({.device = select.int64(0),
                             .size = static_cast<std::uint64_t>(select.int64(1)),
                             .text = std::string{select.text(2)},
                             .at = fromMillis(select.int64(3))});
    }
    return witnesses;
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
