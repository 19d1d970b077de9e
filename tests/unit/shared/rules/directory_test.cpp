#include "shared/rules/directory.h"
#include "tests/support/people.h"

#include <gtest/gtest.h>

namespace fieldbook::rules {
namespace {

using testing::aRecord;
using testing::Company;
using testing::idOf;

TEST(Directory, FindsPeopleByLoginInEitherCase)
{
    const Company company;
    const Directory directory{company.records()};

    ASSERT_NE(directory.userByLogin("MING"), nullptr);
    EXPECT_EQ(directory.userByLogin("MING")->id, company.ming);
    EXPECT_EQ(directory.userByLogin("nobody"), nullptr);
}

TEST(Directory, ForgetsALoginThatWasChanged)
{
    const Company company;
    Directory directory{company.records()};

    directory.learn(aRecord("user", company.ming, {{"login", std::string{"liming"}}}));

    EXPECT_EQ(directory.userByLogin("ming"), nullptr);
    ASSERT_NE(directory.userByLogin("liming"), nullptr);
    EXPECT_EQ(directory.userByLogin("liming")->id, company.ming);
}

TEST(Directory, DoesNotLetSomebodyInTheRecycleBinSignIn)
{
    const Company company;
    Directory directory{company.records()};
    Record gone = company.records()[3];
    gone.set("deleted_at", Timestamp{});

    directory.learn(gone);

    EXPECT_EQ(directory.userByLogin("ming"), nullptr);
    EXPECT_FALSE(directory.findUser(company.ming)->isActive());
}

TEST(Directory, AManagerSeesTheirTeamAndAllBelowIt)
{
    Company company;
    auto records = company.records();
    const Uuid shanghai = idOf(4);
    records.push_back(
        aRecord("team", shanghai, {{"name", std::string{"上海"}}, {"parent", company.east}}));
    const Directory directory{records};

    EXPECT_EQ(directory.seenTeamsOf(company.zhou), (std::vector{company.east, shanghai}));
    EXPECT_TRUE(directory.seenTeamsOf(company.ming).empty());
    EXPECT_TRUE(directory.seenTeamsOf(company.gao).empty());
}

TEST(Directory, AnExecutiveSeesEveryTeam)
{
    const Company company;
    const Directory directory{company.records()};

    EXPECT_EQ(directory.seenTeamsOf(company.zhao),
              (std::vector{company.sales, company.east, company.south}));
}

TEST(Directory, BeingNamedATeamsManagerGivesASalespersonNothing)
{
    const Company company;
    auto records = company.records();
    records[1].set("manager", company.ming);
    const Directory directory{records};

    EXPECT_TRUE(directory.seenTeamsOf(company.ming).empty());
}

TEST(Directory, TeamsInARingCountOnce)
{
    const Company company;
    auto records = company.records();
    records[0].set("parent", company.east);
    const Directory directory{records};

    EXPECT_EQ(directory.withTeamsBelow(company.east),
              (std::vector{company.sales, company.east, company.south}));
}

TEST(Directory, KnowsNoActorForAStranger)
{
    const Company company;
    const Directory directory{company.records()};

    EXPECT_FALSE(directory.actorFor(idOf(99)).has_value());
    ASSERT_TRUE(directory.actorFor(company.ming).has_value());
    EXPECT_EQ(directory.actorFor(company.ming)->team, company.east);
}

} // namespace
} // namespace fieldbook::rules
