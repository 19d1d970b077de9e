#include "shared/rules/creation.h"
#include "tests/support/people.h"

#include <gtest/gtest.h>

namespace fieldbook::rules {
namespace {

using testing::aRecord;
using testing::Company;
using testing::idOf;

class Creation : public ::testing::Test {
protected:
    using Fields = std::initializer_list<std::pair<std::string_view, Value>>;

    Company company;
    OverlayWorld world = company.world();
    Timestamp at = fromMillis(1'778'749'200'000);

    void SetUp() override { world.put(aRecord("customer", idOf(50), {{"owner", company.ming}})); }

    Result<RecordWrite> create(const Uuid& user, std::string_view typeName, Fields fields)
    {
        const TypeSpec& type = typeNamed(typeName);
        std::vector<std::pair<std::size_t, Value>> values;
        for (const auto& [field, value] : fields) {
            values.emplace_back(*type.indexOf(field), value);
        }
        return prepareCreate(CreateCall{.type = &type,
                                        .id = idOf(70),
                                        .values = values,
                                        .actor = company.as(user),
                                        .at = at,
                                        .parentFacts = {}},
                             world);
    }

    static std::string codeOf(const Result<RecordWrite>& result)
    {
        return result ? "" : result.error().code;
    }
};

TEST_F(Creation, FillsInOwnerStateAndWhoCreatedItWhen)
{
    const auto write = create(company.ming, "visit", {{"customer", idOf(50)}});

    ASSERT_TRUE(write) << codeOf(write);
    EXPECT_TRUE(write->create);
    EXPECT_EQ(*write->find("owner"), Value{company.ming});
    EXPECT_EQ(*write->find("state"), Value{std::string{"planned"}});
    EXPECT_EQ(*write->find("created_at"), Value{at});
    EXPECT_EQ(*write->find("created_by"), Value{company.ming});
}

TEST_F(Creation, TakesItsTimeAndAuthorFromTheChangeWhateverIsClaimed)
{
    const auto write = create(company.ming, "lead",
                              {{"name", std::string{"张伟"}},
                               {"phone", std::string{"138"}},
                               {"created_by", company.zhao},
                               {"created_at", Timestamp{}}});

    ASSERT_TRUE(write);
    EXPECT_EQ(*write->find("created_by"), Value{company.ming});
    EXPECT_EQ(*write->find("created_at"), Value{at});
}

TEST_F(Creation, AnOpportunityEntersItsFirstStageNow)
{
    const auto write =
        create(company.ming, "opportunity", {{"customer", idOf(50)}, {"name", std::string{"Oil"}}});

    ASSERT_TRUE(write);
    EXPECT_EQ(*write->find("stage"), Value{std::string{"initial"}});
    EXPECT_EQ(*write->find("stage_entered_at"), Value{at});
}

TEST_F(Creation, RefusesAnyOtherStateThanTheFirst)
{
    const auto won = create(
        company.ming, "opportunity",
        {{"customer", idOf(50)}, {"name", std::string{"Oil"}}, {"stage", std::string{"won"}}});

    EXPECT_EQ(codeOf(won), "create.state");
    EXPECT_TRUE(
        create(company.ming, "visit", {{"customer", idOf(50)}, {"state", std::string{"planned"}}}));
}

TEST_F(Creation, RefusesFieldsThatActsOrTheServerSet)
{
    const auto checkedIn =
        create(company.ming, "visit", {{"customer", idOf(50)}, {"check_in_at", at}});
    const auto uploaded = create(company.ming, "attachment",
                                 {{"name", std::string{"a"}},
                                  {"kind", std::string{"photo"}},
                                  {"media_type", std::string{"image/png"}},
                                  {"size", std::int64_t{1}},
                                  {"sha256", std::string(64, 'a')},
                                  {"uploaded", true}});
    const auto deleted =
        create(company.ming, "visit", {{"customer", idOf(50)}, {"deleted_at", at}});

    EXPECT_EQ(codeOf(checkedIn), "create.field");
    EXPECT_EQ(codeOf(uploaded), "create.field");
    EXPECT_EQ(codeOf(deleted), "create.field");
}

TEST_F(Creation, RefusesARecordWithoutItsRequiredFields)
{
    const auto write = create(company.ming, "lead", {{"name", std::string{"张伟"}}});

    ASSERT_FALSE(write);
    EXPECT_EQ(write.error().code, "field.required");
    EXPECT_EQ(write.error().detail, "phone");
}

TEST_F(Creation, RefusesAReferenceToNothing)
{
    EXPECT_EQ(codeOf(create(company.ming, "reminder",
                            {{"title", std::string{"Call"}}, {"due_at", at}, {"visit", Uuid{}}})),
              "reference.nil");
    EXPECT_EQ(codeOf(create(company.ming, "visit", {{"customer", idOf(51)}})), "reference.missing");
    EXPECT_EQ(codeOf(create(company.ming, "visit", {{"customer", company.ming}})),
              "reference.missing");
}

TEST_F(Creation, NobodyHangsARecordOnSomebodyElsesCustomer)
{
    EXPECT_EQ(codeOf(create(company.ana, "visit", {{"customer", idOf(50)}})), "reference.missing");
    EXPECT_TRUE(create(company.zhou, "visit", {{"customer", idOf(50)}}));
}

TEST_F(Creation, WhatWasRecordedBeforeTheCustomerMovedIsJudgedAsItStoodThen)
{
    const TypeSpec& type = typeNamed("visit");
    const std::vector<std::pair<std::size_t, Value>> values{{*type.indexOf("customer"), idOf(50)}};
    CreateCall call{.type = &type,
                    .id = idOf(70),
                    .values = values,
                    .actor = company.as(company.ana),
                    .at = at,
                    .parentFacts =
                        FeedFacts{company.ana, company.south, company.ana, company.south}};

    EXPECT_TRUE(prepareCreate(call, world));
}

TEST_F(Creation, AManagerGivesARecordToTheirOwnPeopleOnly)
{
    const auto give = [&](const Uuid& by, const Uuid& owner) {
        return create(by, "reminder",
                      {{"title", std::string{"Call"}}, {"due_at", at}, {"owner", owner}});
    };

    EXPECT_TRUE(give(company.zhou, company.ming));
    EXPECT_TRUE(give(company.zhao, company.ana));
    EXPECT_EQ(codeOf(give(company.zhou, company.ana)), "create.owner");
    EXPECT_EQ(codeOf(give(company.ming, company.zhou)), "create.owner");
    EXPECT_EQ(codeOf(give(company.ming, idOf(99))), "reference.missing");
}

TEST_F(Creation, NothingIsGivenToSomebodyWhoHasLeft)
{
    world.put(
        aRecord("user", company.ming, {{"team", company.east}, {"status", std::string{"left"}}}));

    EXPECT_EQ(
        codeOf(create(company.zhou, "reminder",
                      {{"title", std::string{"Call"}}, {"due_at", at}, {"owner", company.ming}})),
        "user.inactive");
}

TEST_F(Creation, RefusesToCreateWhatThereIs)
{
    world.put(aRecord("lead", idOf(70), {{"owner", company.ana}}));

    EXPECT_EQ(codeOf(create(company.ming, "visit", {{"customer", idOf(50)}})), "record.exists");
}

TEST_F(Creation, TheCompanysRecordsAreNotCreatedOnATablet)
{
    EXPECT_EQ(codeOf(create(company.zhao, "product", {{"name", std::string{"Oil"}}})),
              "access.read_only");
}

} // namespace
} // namespace fieldbook::rules
