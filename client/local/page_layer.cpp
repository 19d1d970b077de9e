#include "client/local/page_layer.h"

#include "client/local/files.h"
#include "client/local/local_world.h"
#include "shared/db/record_table.h"

namespace fieldbook::client {
namespace {

constexpr std::int64_t halfHourMillis = 30 * 60 * 1000;
// Longer than any day, whatever the zone.
constexpr std::int64_t halfHoursKept = 2 * 60;

} // namespace

PageLayer::PageLayer(StoreCore& core, Writing& writing)
    : core_{core},
      writing_{writing},
      journal_{writing.shelf(), core.doerOrNobody()},
      noneUnsent_{journal_.isEmpty()},
      resyncing_{core.meta().flag(meta::resyncing)}
{}

Result<void> PageLayer::lay(const sync::PageView& page)
{
    if (auto done = layStaged(); !done) {
        return done;
    }
    if (auto done = layPage(page); !done) {
        return done;
    }
    auto& meta = core_.meta();
    meta.set(writing_.transaction(), meta::cursor, page.cursor);
    meta.set(writing_.transaction(), meta::lastPulledAt, toMillis(core_.clock().now()));
    count(records_);
    if (page.complete) {
        complete(page);
    }
    journal_.rebase(rebased_);
    if (page.complete && meta.flag(meta::filesInDoubt)) {
        sendMissingAgain(writing_.transaction());
        meta.remove(writing_.transaction(), meta::filesInDoubt);
    }
    writing_.change().status = true;
    return {};
}

Result<void> PageLayer::layStaged()
{
    auto& database = core_.database();
    auto bodies = database.prepare("SELECT body FROM staged_page ORDER BY n");
    while (bodies.step()) {
        auto body = bodies.get<std::string>(0);
        const auto page = sync::parsePage(body);
        if (!page) {
            return fail(page.error());
        }
        if (auto done = layPage(*page); !done) {
            return done;
        }
    }
    bodies.reset();
    database.execute("DELETE FROM staged_page");
    core_.meta().remove(writing_.transaction(), meta::stagedCursor);
    return {};
}

Result<void> PageLayer::layPage(const sync::PageView& page)
{
    Shelf& shelf = writing_.shelf();
    DocumentScan& scan = shelf.scan();
    for (const std::string_view document : page.documents) {
        if (auto read = scan.read(document); !read) {
            if (read.error().code == "record.type") {
                continue; // A newer server's; pulled again once this program knows the type.
            }
            return read;
        }
        if (resyncing_) {
            seen_.insert(scan.id());
        }
        if (!noneUnsent_ && journal_.layUnder(scan.id(), scan.type(), document)) {
            rebased_.insert(scan.id());
        } else {
            shelf.put(scan, document);
        }
    }
    for (const Uuid& id : page.left) {
        leave(id);
    }
    records_ += page.documents.size();
    return {};
}

void PageLayer::leave(const Uuid& id)
{
    if (!noneUnsent_ && journal_.leaveUnder(id)) {
        return;
    }
    if (const TypeSpec* type = findTypeOf(core_.database(), id)) {
        writing_.shelf().erase(*type, id);
    }
}

void PageLayer::complete(const sync::PageView& page)
{
    auto& meta = core_.meta();
    auto& transaction = writing_.transaction();
    meta.set(transaction, meta::pulledUpTo, page.upTo);
    if (!meta.flag(meta::consistent)) {
        meta.set(transaction, meta::consistent, std::int64_t{1});
        core_.search().startBuilding(transaction);
    }
    if (resyncing_) {
        dropUnseen();
        meta.remove(transaction, meta::resyncing);
    }
    settle(page.upTo);
}

void PageLayer::settle(std::int64_t upTo)
{
    std::vector<std::int64_t> numbers;
    {
        auto over = core_.database().prepare(
            "SELECT n FROM outbox WHERE state = 2 AND seq <= :up_to ORDER BY n");
        over.bind(":up_to", upTo);
        while (over.step()) {
            numbers.push_back(over.int64(0));
        }
    }
    rebased_.merge(journal_.take(numbers));
}

void PageLayer::dropUnseen()
{
    auto& database = core_.database();
    for (const TypeSpec* type : allTypes()) {
        std::vector<Uuid> unseen;
        {
            auto ids = database.prepare("SELECT id FROM " + db::RecordTable::of(*type).name());
            while (ids.step()) {
                if (!seen_.contains(ids.uuid(0))) {
                    unseen.push_back(ids.uuid(0));
                }
            }
        }
        for (const Uuid& id : unseen) {
            if (journal_.leaveUnder(id)) {
                rebased_.insert(id);
            } else {
                writing_.shelf().erase(*type, id);
            }
        }
    }
}

void PageLayer::count(std::size_t records)
{
    const std::int64_t now = toMillis(core_.clock().now()) / halfHourMillis;
    auto& database = core_.database();
    database
        .prepare("INSERT INTO received (half_hour, count) VALUES (:now, :count) "
                 "ON CONFLICT (half_hour) DO UPDATE SET count = count + excluded.count")
        .bind(":now", now)
        .bind(":count", static_cast<std::int64_t>(records))
        .run();
    database.prepare("DELETE FROM received WHERE half_hour < :oldest")
        .bind(":oldest", now - halfHoursKept)
        .run();
}

void dropPulled(Shelf& shelf)
{
    auto& database = shelf.database();
    for (const TypeSpec* type : allTypes()) {
        std::vector<Uuid> pulled;
        {
            auto ids = database.prepare("SELECT id FROM " + db::RecordTable::of(*type).name() +
                                        " WHERE id NOT IN (SELECT id FROM base)");
            while (ids.step()) {
                pulled.push_back(ids.uuid(0));
            }
        }
        for (const Uuid& id : pulled) {
            shelf.erase(*type, id);
        }
    }
}

} // namespace fieldbook::client
