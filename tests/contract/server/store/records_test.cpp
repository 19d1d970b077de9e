#include "tests/contract/server/store/stores.h"

#include <gmock/gmock.h>

namespace fieldbook::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Records : public StoreContract {};
INSTANTIATE_TEST_SUITE_P(Stores, Records, ::testing::ValuesIn(storeKinds()), [](const auto& kind) {
    return kind.param.name;
});

TEST_P(Records, ComeBackByteForByteAfterReopening)
{
    const auto sequence = add(1, {"u:a"});

    reopen();

    const auto found = store->read()->find(idOf(1));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->document, customerNumber(1).document());
    EXPECT_EQ(found->placement.sequence, sequence);
    EXPECT_EQ(found->placement.type->name, "customer");
    EXPECT_THAT(found->placement.feeds, ElementsAre("u:a"));
    EXPECT_FALSE(store->read()->find(idOf(2)));
}

TEST_P(Records, AreNotThereWithoutACommit)
{
    {
        const auto record = customerNumber(1);
        const auto writer = store->begin();
        writer->add(record, {.type = &record.type(),
                             .id = record.id(),
                             .sequence = writer->nextSequence(),
                             .parent = {},
                             .feeds = {"u:a", "t:new"}});
        EXPECT_TRUE(writer->view().find(record.id()));
        EXPECT_FALSE(store->read()->find(record.id()));
    }

    EXPECT_FALSE(store->read()->find(idOf(1)));
    EXPECT_EQ(store->read()->head(), 0);
    // The names that the lost commit gave to feeds are forgotten with it.
    add(2, {"t:new"});
    EXPECT_THAT(numbersOf(pull(from({{"t:new"}})).documents), ElementsAre(2));
}

TEST_P(Records, OfAnUndonePartAreGoneAndThoseAroundItStay)
{
    const auto put = [](server::Store::Writer& writer, int number, server::FeedName feed) {
        const auto record = customerNumber(number);
        writer.add(record, {.type = &record.type(),
                            .id = record.id(),
                            .sequence = writer.nextSequence(),
                            .parent = {},
                            .feeds = {std::move(feed)}});
    };

    const auto writer = store->begin();
    put(*writer, 1, "u:a");
    {
        const auto part = writer->part();
        put(*writer, 2, "u:b");
    }
    {
        const auto part = writer->part();
        put(*writer, 3, "u:b");
        part->keep();
    }
    writer->commit();

    const auto view = store->read();
    EXPECT_TRUE(view->find(idOf(1)));
    EXPECT_FALSE(view->find(idOf(2)));
    EXPECT_TRUE(view->find(idOf(3)));
}

TEST_P(Records, AViewStaysAtItsMoment)
{
    add(1, {"u:a"});
    const auto before = store->read();
    EXPECT_EQ(before->head(), 1);

    add(2, {"u:a"});

    EXPECT_FALSE(before->find(idOf(2)));
    EXPECT_EQ(before->head(), 1);
    EXPECT_TRUE(store->read()->find(idOf(2)));
}

TEST_P(Records, AreFoundByParentReferenceAndText)
{
    add(1, {"u:a"});
    add(2, {"u:a"}, idOf(1));
    add(3, {"u:a"}, idOf(1));
    const auto visit =
        aRecord("visit", idOf(9),
                {{"customer", idOf(1)}, {"owner", idOf(50)}, {"state", std::string{"planned"}}});
    const auto writer = store->begin();
    writer->add(visit, {.type = &visit.type(),
                        .id = visit.id(),
                        .sequence = writer->nextSequence(),
                        .parent = idOf(1),
                        .feeds = {"u:a"}});
    writer->commit();

    const auto view = store->read();

    std::vector<Uuid> below;
    for (const auto& placement : view->hangingOn(idOf(1))) {
        below.push_back(placement.id);
    }
    EXPECT_THAT(below, ElementsAre(idOf(2), idOf(3), idOf(9)));
    EXPECT_EQ(view->referring(typeNamed("visit"), "customer", idOf(1)).size(), 1u);
    constexpr std::array<std::string_view, 2> open{"planned", "in_progress"};
    constexpr std::array<std::string_view, 1> done{"done"};
    const auto inState = [&](std::span<const std::string_view> codes) {
        return view->referringIn(typeNamed("visit"), "customer", idOf(1), "state", codes).size();
    };
    EXPECT_EQ(inState(open), 1u);
    EXPECT_EQ(inState(done), 0u);
    ASSERT_EQ(view->ownedBy(idOf(50)).size(), 1u);
    EXPECT_EQ(view->ownedBy(idOf(50)).front().id, idOf(9));
    EXPECT_EQ(view->withText(typeNamed("customer"), "code", "C2").size(), 1u);
    EXPECT_THAT(view->withText(typeNamed("customer"), "code", "C9"), IsEmpty());
}

TEST_P(Records, ListsShowOnlyWhatStandsInTheFeeds)
{
    add(1, {"u:a"});
    add(2, {"u:b"});
    add(3, {"t:x", "u:a"});
    const std::vector<server::FeedName> mine{"u:a"};
    const std::vector<server::FeedName> team{"t:x", "u:nobody"};

    const auto view = store->read();
    const auto& customers = typeNamed("customer");
    std::vector<std::string> tiers;
    std::vector<Uuid> rows;
    constexpr std::array<std::string_view, 2> columns{"tier", "last_contact_at"};
    view->forEachRow(customers, columns, mine, [&](const Uuid& id, std::span<const Cell> cells) {
        rows.push_back(id);
        tiers.emplace_back(std::get<std::string_view>(cells[0]));
        EXPECT_TRUE(std::holds_alternative<std::monostate>(cells[1]));
    });

    EXPECT_THAT(numbersOf(view->list(customers, mine, {}, 10)), ElementsAre(1, 3));
    EXPECT_THAT(numbersOf(view->list(customers, mine, idOf(1), 10)), ElementsAre(3));
    EXPECT_THAT(numbersOf(view->list(customers, mine, {}, 1)), ElementsAre(1));
    EXPECT_THAT(numbersOf(view->list(customers, team, {}, 10)), ElementsAre(3));
    EXPECT_THAT(rows, ElementsAre(idOf(1), idOf(3)));
    EXPECT_THAT(tiers, ElementsAre("vip", "vip"));
}

TEST_P(Records, KeepWhatFieldsHadBefore)
{
    add(1, {"u:a"});
    const auto& customers = typeNamed("customer");
    const server::PastValue first{.record = idOf(1),
                                  .type = &customers,
                                  .field = *customers.indexOf("credit_limit"),
                                  .value = Money::fromMinor(5, *Currency::parse("CNY")),
                                  .version = {{7, 0}, 2, 3},
                                  .author = idOf(60),
                                  .replacedBy = {{8, 0}, 4, 1}};
    auto second = first;
    second.field = *customers.indexOf("owner");
    second.value = Value{};
    second.author = {};

    const auto writer = store->begin();
    writer->addHistory(first);
    writer->addHistory(second);
    writer->commit();

    const auto view = store->read();
    const auto limits = view->pastValues(idOf(1), "credit_limit");
    ASSERT_EQ(limits.size(), 1u);
    EXPECT_EQ(limits[0].value, first.value);
    EXPECT_EQ(limits[0].version, first.version);
    EXPECT_EQ(limits[0].author, first.author);
    EXPECT_EQ(limits[0].replacedBy, first.replacedBy);
    ASSERT_EQ(view->pastValues(idOf(1), "owner").size(), 1u);
    EXPECT_TRUE(isEmpty(view->pastValues(idOf(1), "owner")[0].value));
    EXPECT_EQ(view->history(idOf(1)).size(), 2u);
    EXPECT_THAT(view->history(idOf(2)), IsEmpty());
}

TEST_P(Records, ThatAreDeletedAreToldOfInTheOrderInWhichTheyWere)
{
    const auto writer = store->begin();
    for (const auto& [number, at] : {std::pair{1, 300}, std::pair{2, 0}, std::pair{3, 200}}) {
        auto record = customerNumber(number);
        if (at > 0) {
            record.set("deleted_at", fromMillis(at));
        }
        writer->add(record, {.type = &record.type(),
                             .id = record.id(),
                             .sequence = writer->nextSequence(),
                             .parent = {},
                             .feeds = {"u:a"}});
    }
    writer->commit();

    std::vector<std::pair<Uuid, Timestamp>> told;
    store->read()->forEachDeleted(typeNamed("customer"), [&](const Uuid& id, Timestamp since) {
        told.emplace_back(id, since);
    });

    EXPECT_THAT(told, ElementsAre(std::pair{idOf(3), fromMillis(200)},
                                  std::pair{idOf(1), fromMillis(300)}));
}

} // namespace
} // namespace fieldbook::testing
