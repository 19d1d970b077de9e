#pragma once

#include "client/local/local_queries.h"
#include "client/local/local_store.h"
#include "shared/sync/pull_page.h"
#include "tests/support/fake_clock.h"
#include "tests/support/people.h"
#include "tests/support/seeded_entropy.h"
#include "tests/support/temp_dir.h"

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fieldbook::client::testing {

using fieldbook::testing::aRecord;
using fieldbook::testing::Company;
using fieldbook::testing::FakeClock;
using fieldbook::testing::idOf;
using fieldbook::testing::SeededEntropy;
using fieldbook::testing::TempDir;

inline const std::string zoneName{"Asia/Shanghai"};

[[nodiscard]] inline SecretKey aKey(std::uint8_t seed = 7)
{
    const std::vector<std::uint8_t> bytes(SecretKey::size, seed);
    return *SecretKey::fromBytes(bytes);
}

// A version as the server (device 0) gives it.
[[nodiscard]] inline Version serverVersion(std::int64_t change, std::int64_t millis = 1'000)
{
    return {{millis, 0}, 0, change};
}

// A page as the server would send it.
[[nodiscard]] inline std::string aPage(const std::vector<Record>& records,
                                       std::int64_t upTo,
                                       bool complete = true,
                                       const std::vector<Uuid>& left = {})
{
    sync::PageWriter writer;
    for (const Record& record : records) {
        writer.add(record.document());
    }
    for (const Uuid& id : left) {
        writer.leave(id);
    }
    const std::string cursor = "cursor-" + std::to_string(upTo) + (complete ? "" : "-part");
    return std::move(writer).finish({.cursor = cursor,
                                     .upTo = upTo,
                                     .complete = complete,
                                     .last = 0,
                                     .serverTime = Timestamp{}});
}

[[nodiscard]] inline sync::Receipt anApplied(std::int64_t number, std::int64_t sequence)
{
    sync::Receipt receipt;
    receipt.number = number;
    receipt.sequence = sequence;
    return receipt;
}

[[nodiscard]] inline sync::Receipt
aRefusal(std::int64_t number, std::int64_t sequence, const std::string& code)
{
    sync::Receipt receipt = anApplied(number, sequence);
    receipt.outcome = sync::Outcome::Refused;
    receipt.code = code;
    receipt.reasonEn = "No.";
    receipt.reasonZh = "不行。";
    return receipt;
}

[[nodiscard]] inline sync::PushReply aReply(std::vector<sync::Receipt> receipts)
{
    sync::PushReply reply;
    reply.last = receipts.back().number;
    reply.receipts = std::move(receipts);
    return reply;
}

// Li Ming's tablet: a real encrypted store, signed in as device 3 ("A7"). What the server says is
// spoken by the test.
struct Tablet {
    explicit Tablet(StoreOptions options) : store{std::move(options), clock, entropy}
    {
        if (!store.session().account()) {
            signIn();
        }
    }
    explicit Tablet(const TempDir& folder)
        : Tablet{StoreOptions{.folder = folder.path(), .key = aKey(), .zone = zoneName}}
    {}

    void signIn(std::int64_t device = 3)
    {
        const Company company;
        const auto done = store.session().signIn({.server = "http://127.0.0.1:1",
                                                  .user = company.ming,
                                                  .userName = "李明",
                                                  .login = "ming",
                                                  .device = device,
                                                  .deviceCode = "A7",
                                                  .token = "token"});
        if (!done) {
            throw std::runtime_error(done.error().code);
        }
    }

    SyncStore::Laid pull(std::string page)
    {
        auto laid = store.sync().takePage(std::move(page));
        if (!laid) {
            throw std::runtime_error(laid.error().code + " " + laid.error().detail);
        }
        return *laid;
    }

    // Sends all that waits and takes these receipts.
    void push(std::vector<sync::Receipt> receipts)
    {
        const auto batch = store.sync().nextBatch(1'000, 1'000'000);
        if (!batch) {
            throw std::runtime_error("nothing waits");
        }
        store.sync().takeReceipts(aReply(std::move(receipts)));
    }

    // The company's people and these records, complete up to sequence 10.
    void firstSync(const std::vector<Record>& more = {})
    {
        std::vector<Record> records = Company{}.records();
        for (Record& record : records) {
            record.setMade(serverVersion(1));
        }
        records.insert(records.end(), more.begin(), more.end());
        pull(aPage(records, 10));
        while (store.tidy()) {
        }
    }

    [[nodiscard]] std::optional<Record> find(const Uuid& id)
    {
        return store.openQueries()->record(id);
    }
    [[nodiscard]] std::string textOf(const Uuid& id, std::string_view field)
    {
        const auto record = find(id);
        return record ? record->textOf(field) : std::string{"(none)"};
    }
    [[nodiscard]] std::vector<ChangeRow> outbox() { return store.openQueries()->outbox(); }

    FakeClock clock;
    SeededEntropy entropy{1};
    LocalStore store;
};

// A customer of Li Ming's as the server has it.
[[nodiscard]] inline Record
aCustomer(const Uuid& id, const std::string& name, const std::string& phone = {})
{
    Record record = aRecord("customer", id,
                            {{"name", name},
                             {"kind", std::string{"organisation"}},
                             {"status", std::string{"active"}},
                             {"owner", Company{}.ming}});
    if (!phone.empty()) {
        record.set("phone", phone);
    }
    record.setMade(serverVersion(2));
    return record;
}

} // namespace fieldbook::client::testing
