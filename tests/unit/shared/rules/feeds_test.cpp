#include "shared/rules/access.h"
#include "tests/support/people.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace fieldbook::rules {
namespace {

using testing::aRecord;
using testing::Company;
using testing::idOf;

class Feeds : public ::testing::Test {
protected:
    Company company;
    OverlayWorld world = company.world();

    Record customer = aRecord("customer", idOf(50), {{"owner", company.ming}});
    Record order = aRecord("order", idOf(51), {{"customer", idOf(50)}, {"owner", company.ana}});
    Record line = aRecord("order_line", idOf(52), {{"order", idOf(51)}});

    void SetUp() override
    {
        world.put(customer);
        world.put(order);
        world.put(line);
    }
};

TEST_F(Feeds, RecordsOfTheCompanyAreEverybodys)
{
    EXPECT_EQ(feedsOf(typeNamed("product"), FeedFacts{}), std::vector<FeedName>{"c"});
}

TEST_F(Feeds, ACustomerStandsWithItsOwnerAndTheOwnersTeam)
{
    const auto feeds = feedsOf(customer.type(), factsOf(customer, world));

    EXPECT_EQ(feeds,
              (std::vector<FeedName>{"t:" + company.east.text(), "u:" + company.ming.text()}));
}

TEST_F(Feeds, ALineStandsWithWhoWroteItsOrderAndWhoHasTheCustomer)
{
    const FeedFacts facts = factsOf(line, world);

    EXPECT_EQ(facts, (FeedFacts{company.ana, company.south, company.ming, company.east}));
    EXPECT_EQ(feedsOf(line.type(), facts),
              (std::vector<FeedName>{"t:" + company.east.text(), "t:" + company.south.text(),
                                     "u:" + company.ming.text(), "u:" + company.ana.text()}));
}

TEST_F(Feeds, TheDirectoryGivesTheSameFacts)
{
    const Directory directory{company.records()};

    EXPECT_EQ(factsOf(line, world, directory), factsOf(line, world));
}

TEST_F(Feeds, ARingOfRecordsComesToAnEnd)
{
    Record ring = aRecord("order", idOf(60), {{"customer", idOf(60)}, {"owner", company.ming}});
    world.put(ring);

    EXPECT_EQ(factsOf(ring, world).rootOwner, company.ming);
}

TEST_F(Feeds, WhatNobodyOwnsIsForExecutives)
{
    const Record loose = aRecord("customer", idOf(61), {});
    const auto feeds = feedsOf(loose.type(), factsOf(loose, world));

    EXPECT_EQ(feeds, std::vector<FeedName>{"o"});
    const auto executive = subscriptionsOf(company.as(company.zhao));
    EXPECT_NE(std::ranges::find(executive, "o"), executive.end());
    const auto manager = subscriptionsOf(company.as(company.zhou));
    EXPECT_EQ(std::ranges::find(manager, "o"), manager.end());
}

TEST_F(Feeds, WhatSomebodyWithoutATeamOwnsIsAlsoForExecutives)
{
    world.put(aRecord("user", idOf(62), {{"name", std::string{"New"}}}));
    const Record fresh = aRecord("customer", idOf(63), {{"owner", idOf(62)}});

    EXPECT_EQ(feedsOf(fresh.type(), factsOf(fresh, world)),
              (std::vector<FeedName>{"o", "u:" + idOf(62).text()}));
}

} // namespace
} // namespace fieldbook::rules
