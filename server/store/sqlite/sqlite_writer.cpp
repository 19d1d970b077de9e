#include "server/store/sqlite/sqlite_writer.h"

#include "server/store/device_code.h"
#include "shared/base/assert.h"
#include "shared/db/record_table.h"

#include <algorithm>

namespace fieldbook::server {
namespace {

class SqlitePart final : public Store::Part {
public:
    SqlitePart(db::Transaction& transaction, FeedCatalogue& feeds)
        : savepoint_{transaction}, feeds_{feeds}
    {}
    ~SqlitePart() override
    {
        if (!kept_) {
            feeds_.forget();
        }
    }
    void keep() override
    {
        savepoint_.release();
        kept_ = true;
    }

private:
    db::Savepoint savepoint_;
    FeedCatalogue& feeds_;
    bool kept_ = false;
};

std::optional<Uuid> orNull(const Uuid& id) { return id.isNil() ? std::nullopt : std::optional{id}; }

} // namespace

SqliteWriter::SqliteWriter(StoreConnection& connection,
                           const TypeCodes& types,
                           std::atomic<bool>& open)
    : database_{connection.database},
      feeds_{connection.feeds},
      epochBegun_{connection.epochBegun},
      types_{types},
      open_{open},
      view_{*this, connection, types},
      transaction_{connection.database}
{
    auto select = database_.prepare("SELECT seq, server_change FROM head");
    const bool found = select.step();
    FIELDBOOK_ASSERT(found);
    formerHead_ = sequence_ = select.int64(0);
    serverChange_ = select.int64(1);
    open_ = true;
}

SqliteWriter::~SqliteWriter()
{
    if (!committed_) {
        feeds_.forget();
        open_ = false;
    }
}

std::unique_ptr<Store::Part> SqliteWriter::part()
{
    return std::make_unique<SqlitePart>(transaction_, feeds_);
}

void SqliteWriter::beginEpoch()
{
    database_
        .prepare("INSERT INTO epoch (id, since) VALUES (random() & 0x7fffffffffffffff, :since)")
        .bind(":since", formerHead_)
        .run();
}

void SqliteWriter::commit()
{
    const bool moved = sequence_ != formerHead_;
    if (moved && !epochBegun_) {
        beginEpoch();
    }
    database_.prepare("UPDATE head SET seq = :seq, server_change = :change")
        .bind(":seq", sequence_)
        .bind(":change", serverChange_)
        .run();
    transaction_.commit();
    epochBegun_ = epochBegun_ || moved;
    committed_ = true;
    open_ = false;
}

void SqliteWriter::add(const Record& record, const Placement& placement)
{
    FIELDBOOK_ASSERT(placement.id == record.id() && placement.type == &record.type());
    const auto set = feeds_.setOf(placement.feeds);
    db::RecordTable::of(record.type()).put(transaction_, record);
    auto insert = database_.prepare("INSERT INTO record_index (id, type, seq, parent, feeds) "
                                    "VALUES (?1, ?2, ?3, ?4, ?5)");
    insert.bindView(1, placement.id)
        .bind(2, types_.code(*placement.type))
        .bind(3, placement.sequence)
        .bind(4, orNull(placement.parent))
        .bind(5, set)
        .run();
    for (const auto feed : feeds_.set(set).feeds) {
        enterFeed(feed, placement, false);
    }
}

void SqliteWriter::replace(const Record& record,
                           const Placement& former,
                           const Placement& placement)
{
    FIELDBOOK_ASSERT(placement.id == record.id() && placement.type == &record.type());
    db::RecordTable::of(record.type()).put(transaction_, record);
    refile(former, placement);
}

void SqliteWriter::refile(const Placement& former, const Placement& placement)
{
    FIELDBOOK_ASSERT(former.id == placement.id && former.sequence <= placement.sequence);
    const auto set = feeds_.setOf(placement.feeds);
    database_.prepare("UPDATE record_index SET seq = ?2, parent = ?3, feeds = ?4 WHERE id = ?1")
        .bindView(1, placement.id)
        .bind(2, placement.sequence)
        .bind(3, orNull(placement.parent))
        .bind(4, set)
        .run();
    moveInFeeds(former, placement, set);
}

void SqliteWriter::remove(const Placement& former, Sequence sequence)
{
    FIELDBOOK_ASSERT(former.sequence <= sequence);
    Placement nowhere = former;
    nowhere.sequence = sequence;
    nowhere.feeds.clear();
    moveInFeeds(former, nowhere, feeds_.setOf(nowhere.feeds));
    for (const char* sql :
         {"DELETE FROM record_index WHERE id = ?1", "DELETE FROM history WHERE record = ?1"}) {
        database_.prepare(sql).bindView(1, former.id).run();
    }
    db::RecordTable::of(*former.type).erase(transaction_, former.id);
}

void SqliteWriter::moveInFeeds(const Placement& former,
                               const Placement& placement,
                               std::int64_t set)
{
    const auto before = feeds_.set(feeds_.setOf(former.feeds)).feeds;
    const auto after = feeds_.set(set).feeds;
    const auto holds = [](const std::vector<std::int64_t>& feeds, std::int64_t feed) {
        return std::ranges::find(feeds, feed) != feeds.end();
    };
    for (const auto feed : before) {
        if (holds(after, feed)) {
            database_
                .prepare("UPDATE feed_entry SET seq = ?4 "
                         "WHERE feed = ?1 AND seq = ?2 AND record = ?3")
                .bind(1, feed)
                .bind(2, former.sequence)
                .bindView(3, placement.id)
                .bind(4, placement.sequence)
                .run();
            FIELDBOOK_ASSERT(database_.changes() == 1);
            continue;
        }
        auto leave = database_.prepare("DELETE FROM feed_entry WHERE feed = ?1 AND seq = ?2 AND "
                                       "record = ?3 RETURNING since");
        leave.bind(1, feed).bind(2, former.sequence).bindView(3, placement.id);
        const bool stood = leave.step();
        FIELDBOOK_ASSERT(stood);
        const auto since = leave.int64(0);
        leave.reset();
        database_
            .prepare("INSERT INTO feed_left (feed, record, seq, since) VALUES (?1, ?2, ?3, ?4)")
            .bind(1, feed)
            .bindView(2, placement.id)
            .bind(3, placement.sequence)
            .bind(4, since)
            .run();
    }
    for (const auto feed : after) {
        if (!holds(before, feed)) {
            enterFeed(feed, placement, true);
        }
    }
}

void SqliteWriter::enterFeed(std::int64_t feed, const Placement& placement, bool returning)
{
    Sequence since = placement.sequence;
    if (returning) {
        // Whoever had it before it left may have it still, so it counts as never having been away.
        auto back = database_.prepare(
            "DELETE FROM feed_left WHERE feed = ?1 AND record = ?2 RETURNING since");
        back.bind(1, feed).bindView(2, placement.id);
        since = back.step() ? back.int64(0) : since;
    }
    database_
        .prepare("INSERT INTO feed_entry (feed, seq, record, type, since) "
                 "VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(1, feed)
        .bind(2, placement.sequence)
        .bindView(3, placement.id)
        .bind(4, types_.code(*placement.type))
        .bind(5, since)
        .run();
}

void SqliteWriter::addHistory(const PastValue& past)
{
    std::string value;
    appendJson(value, past.value);
    database_
        .prepare("INSERT INTO history (record, type, field, value, version, author, replaced_by) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .bindView(1, past.record)
        .bind(2, types_.code(*past.type))
        .bind(3, past.type->fields[past.field].fieldName)
        .bindView(4, value)
        .bind(5, past.version.text())
        .bind(6, orNull(past.author))
        .bind(7, past.replacedBy.text())
        .run();
}

void SqliteWriter::addReceipt(std::int64_t device, const StoredReceipt& receipt)
{
    auto insert = database_.prepare("INSERT INTO receipt (device, number, fingerprint, seq, body) "
                                    "VALUES (?1, ?2, ?3, ?4, ?5)");
    insert.bind(1, device)
        .bind(2, receipt.number)
        .bind(3, static_cast<std::int64_t>(receipt.fingerprint))
        .bind(4, receipt.sequence);
    if (receipt.body.empty()) {
        insert.bind(5, std::nullopt);
    } else {
        insert.bindView(5, receipt.body);
    }
    insert.run();
}

void SqliteWriter::dropReceipts(std::int64_t device, std::int64_t upTo)
{
    database_.prepare("DELETE FROM receipt WHERE device = :device AND number <= :number")
        .bind(":device", device)
        .bind(":number", upTo)
        .run();
}

void SqliteWriter::addRefusal(const Refusal& refusal)
{
    database_
        .prepare("INSERT INTO refusal (device, number, user, at, seq, code, raw, held) "
                 "VALUES (:device, :number, :user, :at, :seq, :code, :raw, :held)")
        .bind(":device", refusal.device)
        .bind(":number", refusal.number)
        .bind(":user", refusal.user)
        .bind(":at", toMillis(refusal.at))
        .bind(":seq", refusal.sequence)
        .bind(":code", refusal.code)
        .bind(":raw", refusal.raw)
        .bind(":held", static_cast<std::int64_t>(refusal.held))
        .run();
}

void SqliteWriter::settleRefusal(std::int64_t device, std::int64_t number, std::string_view code)
{
    database_
        .prepare("UPDATE refusal SET held = 0, code = :code WHERE device = :device AND number = "
                 ":number")
        .bind(":device", device)
        .bind(":number", number)
        .bind(":code", code)
        .run();
}

void SqliteWriter::setLastChange(std::int64_t device, std::int64_t number)
{
    database_.prepare("UPDATE device SET last_change = :number WHERE number = :device")
        .bind(":number", number)
        .bind(":device", device)
        .run();
}

} // namespace fieldbook::server
