#include "tests/contract/server/store/stores.h"

#include "server/store/sqlite/sqlite_store.h"

namespace fieldbook::testing {
namespace {

class SqliteKind final : public StoreKind {
public:
    [[nodiscard]] std::unique_ptr<server::Store> open() override
    {
        return std::make_unique<server::SqliteStore>(folder_ / "server.db",
                                                     server::SqliteStoreOptions{.readers = 2});
    }

private:
    TempDir folder_;
};

} // namespace

std::vector<NamedKind> storeKinds()
{
    return {
        {"Sqlite", []() -> std::unique_ptr<StoreKind> { return std::make_unique<SqliteKind>(); }}};
}

Record customerNumber(int number)
{
    auto record = aRecord("customer", idOf(static_cast<std::uint8_t>(number)),
                          {{"name", "Customer " + std::to_string(number)},
                           {"code", "C" + std::to_string(number)},
                           {"tier", std::string{"vip"}}});
    record.setMade({.at = {1'000, 0}, .device = 1, .change = number});
    return record;
}

std::vector<int> numbersOf(const std::vector<std::string>& documents)
{
    std::vector<int> numbers;
    for (const auto& document : documents) {
        numbers.push_back(static_cast<int>(Record::parse(document)->id().bytes()[15]));
    }
    return numbers;
}

server::Sequence
StoreContract::add(int number, std::vector<server::FeedName> feeds, const Uuid& parent)
{
    const auto record = customerNumber(number);
    const auto writer = store->begin();
    const auto sequence = writer->nextSequence();
    writer->add(record, {.type = &record.type(),
                         .id = record.id(),
                         .sequence = sequence,
                         .parent = parent,
                         .feeds = std::move(feeds)});
    writer->commit();
    return sequence;
}

server::Sequence StoreContract::refile(int number, std::vector<server::FeedName> feeds)
{
    const auto writer = store->begin();
    const auto former = writer->view().findPlacement(customerNumber(number).id());
    auto placement = *former;
    placement.sequence = writer->nextSequence();
    placement.feeds = std::move(feeds);
    writer->refile(*former, placement);
    writer->commit();
    return placement.sequence;
}

void StoreContract::reopen()
{
    store.reset();
    store = kind->open();
}

StoreContract::Page StoreContract::pull(const server::PageRequest& request)
{
    Page page;
    page.rows = store->read()->changesSince(
        request, [&](std::string_view document) { page.documents.emplace_back(document); });
    return page;
}

server::PageRequest StoreContract::from(std::vector<server::FeedPosition> subscribed,
                                        std::vector<server::LeavingFeed> leaving,
                                        std::size_t recordsMax)
{
    return {.subscribed = std::move(subscribed),
            .leaving = std::move(leaving),
            .recordsMax = recordsMax,
            .bytesMax = 1 << 20};
}

} // namespace fieldbook::testing
