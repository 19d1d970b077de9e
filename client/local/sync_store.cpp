#include "client/local/sync_store.h"

#include "client/local/attention.h"
#include "client/local/device_store.h"
#include "client/local/journal.h"
#include "client/local/page_layer.h"
#include "client/local/receipt_log.h"
#include "client/local/renumber.h"
#include "shared/base/hash.h"
#include "shared/sync/limits.h"

#include <algorithm>

namespace fieldbook::client {

std::size_t SyncStore::waitingChanges() const
{
    auto count = core_.database().prepare("SELECT count(*) FROM outbox WHERE state < 2");
    return count.step() ? count.get<std::size_t>(0) : 0;
}

std::optional<SyncStore::Batch> SyncStore::nextBatch(std::size_t changesMax, std::size_t bytesMax)
{
    std::vector<std::string> changes;
    Batch batch;
    std::size_t bytes = 0;
    {
        auto next = core_.database().prepare("SELECT n, group_first, json FROM outbox "
                                             "WHERE state < 2 ORDER BY n LIMIT :limit");
        next.bind(":limit", static_cast<std::int64_t>(changesMax + sync::groupChangesMax));
        std::size_t whole = 0; // Changes up to the last boundary between groups.
        std::int64_t group = -1;
        while (next.step()) {
            const std::int64_t n = next.int64(0);
            const std::int64_t first = next.int64(1) == 0 ? n : next.int64(1);
            // Numbers are dense within a batch. What lies between may have been answered, by a push
            // that was on its way when the rest was found to be forgotten.
            if (!changes.empty() && n != batch.first + static_cast<std::int64_t>(changes.size())) {
                break;
            }
            if (first != group) {
                whole = changes.size();
                group = first;
            }
            bytes += next.text(2).size() + 1;
            if (whole > 0 && (changes.size() + 1 > changesMax || bytes > bytesMax)) {
                changes.resize(whole);
                break;
            }
            if (changes.empty()) {
                batch.first = n;
            }
            changes.emplace_back(next.text(2));
        }
    }
    DeviceStore device{core_};
    const auto contact =
        device.hasKey() ? std::optional{device.nextContact()} : std::optional<sync::Contact>{};
    if (changes.empty() && !contact) {
        return std::nullopt;
    }
    batch.changes = changes.size();
    batch.last = changes.empty() ? 0 : batch.first + std::ssize(changes) - 1;
    const std::vector<std::string_view> views(changes.begin(), changes.end());
    batch.body = sync::makePush(core_.meta().number(meta::device),
                                core_.meta().number(meta::received), views, contact);
    return batch;
}

void SyncStore::markSending(std::int64_t last)
{
    Writing writing{core_};
    core_.database()
        .prepare("UPDATE outbox SET state = 1 WHERE state = 0 AND n <= :last")
        .bind(":last", last)
        .run();
    writing.change().status = core_.database().changes() > 0;
    writing.commit();
}

void SyncStore::markWaiting()
{
    Writing writing{core_};
    core_.database().execute("UPDATE outbox SET state = 0 WHERE state = 1");
    writing.change().status = core_.database().changes() > 0;
    writing.commit();
}

SyncStore::Receipts SyncStore::takeReceipts(const sync::PushReply& reply)
{
    Writing writing{core_};
    auto& meta = core_.meta();
    const std::int64_t device = meta.number(meta::device);
    const std::int64_t pulled = meta.number(meta::pulledUpTo);
    Receipts taken;
    std::vector<std::int64_t> over; // Answered, and done with.
    std::vector<std::pair<std::int64_t, std::int64_t>> refused;
    for (const auto& receipt : reply.receipts) {
        taken.upTo = std::max(taken.upTo, receipt.sequence);
        const auto group = logReceipt(writing.transaction(), device, receipt, core_.clock().now());
        if (!group) {
            continue;
        }
        ++taken.stored;
        if (receipt.outcome == sync::Outcome::Refused) {
            over.push_back(receipt.number);
            if (refused.empty() || refused.back() != *group) {
                refused.push_back(*group);
            }
        } else if (receipt.sequence <= pulled) {
            over.push_back(receipt.number);
        } else {
            markAnswered(writing.transaction(), receipt.number, receipt.sequence);
        }
    }
    for (const auto& [first, last] : refused) {
        keepRefusal(writing.transaction(), device, first, last);
    }
    Journal journal{writing.shelf(), core_.doerOrNobody()};
    journal.rebase(journal.take(over));
    std::int64_t received = meta.number(meta::received);
    for (const auto& receipt : reply.receipts) {
        received = std::max(received, receipt.number);
    }
    meta.set(writing.transaction(), meta::received, received);
    answerContact(meta, writing.transaction());
    meta.set(writing.transaction(), meta::lastPushedAt, toMillis(core_.clock().now()));
    pruneLog(writing.transaction());
    writing.change().status = true;
    writing.commit();
    return taken;
}

void SyncStore::rewind(std::int64_t expected)
{
    Writing writing{core_};
    sendAgain(core_, writing, core_.meta().number(meta::device), expected);
    writing.change().status = true;
    writing.commit();
}

std::int64_t SyncStore::received() const { return core_.meta().number(meta::received); }

std::string SyncStore::cursor() const
{
    const auto staged = core_.meta().text(meta::stagedCursor);
    return staged ? *staged : core_.meta().textOr(meta::cursor);
}

Result<SyncStore::Laid> SyncStore::takePage(std::string body, std::int64_t receivedBefore)
{
    const auto page = sync::parsePage(body);
    if (!page) {
        return fail(page.error());
    }
    auto& meta = core_.meta();
    const bool first = !meta.flag(meta::consistent);
    Laid laid{.complete = page->complete,
              .advanced = page->cursor != cursor(),
              .rewound = page->last >= 0 && page->last < receivedBefore,
              .upTo = page->upTo,
              .records = page->documents.size(),
              .left = page->left.size()};
    if (laid.rewound) {
        rewind(page->last + 1);
    }
    Writing writing{core_, first ? Writing::Search::Afterwards : Writing::Search::Now};
    if (!page->complete && !first) {
        core_.database()
            .prepare("INSERT INTO staged_page (body) VALUES (:body)")
            .bind(":body", body)
            .run();
        meta.set(writing.transaction(), meta::stagedCursor, page->cursor);
        writing.commit();
        return laid;
    }
    PageLayer layer{core_, writing};
    if (auto done = layer.lay(*page); !done) {
        return fail(done.error());
    }
    writing.commit();
    return laid;
}

void SyncStore::forgetCursor()
{
    Writing writing{core_};
    auto& meta = core_.meta();
    meta.remove(writing.transaction(), meta::cursor);
    meta.remove(writing.transaction(), meta::stagedCursor);
    core_.database().execute("DELETE FROM staged_page");
    // Receipts may be of a server that was put back: its sequences are others.
    meta.set(writing.transaction(), meta::pulledUpTo, std::int64_t{0});
    meta.set(writing.transaction(), meta::filesInDoubt, std::int64_t{1});
    if (meta.flag(meta::consistent)) {
        meta.set(writing.transaction(), meta::resyncing, std::int64_t{1});
    } else {
        // What the first sync has laid so far is no whole, and nobody knows what of it still
        // stands.
        dropPulled(writing.shelf());
    }
    writing.change().status = true;
    writing.commit();
}

void SyncStore::noteUpload(std::string_view sha256, std::int64_t sent, std::string_view upload)
{
    Writing writing{core_};
    client::noteUpload(writing.transaction(), sha256, sent, upload);
    writing.change().status = true;
    writing.commit();
}

void SyncStore::refuseUpload(std::string_view sha256, std::string_view code)
{
    Writing writing{core_};
    client::refuseUpload(writing.transaction(), sha256, code, core_.clock().now());
    writing.change().status = true;
    writing.commit();
}

Result<void> SyncStore::keepFile(std::string_view sha256, std::string_view bytes)
{
    if (toHex(fieldbook::sha256(bytes)) != sha256) {
        return fail(ErrorKind::Invalid, "file.damaged", std::string{sha256});
    }
    Writing writing{core_};
    client::keepFile(writing.transaction(), sha256, bytes, Uuid{});
    writing.change().types.insert("attachment");
    writing.change().many = true;
    writing.commit();
    return {};
}

} // namespace fieldbook::client
