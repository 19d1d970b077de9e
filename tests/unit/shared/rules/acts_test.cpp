#include "tests/unit/shared/rules/acts_fixture.h"

#include <nlohmann/json.hpp>

#include <set>

namespace fieldbook::rules {
namespace {

using testing::idOf;

class Acts : public ActsTest {};

TEST_F(Acts, EachHasATypeALabelAndASchema)
{
    std::set<std::string_view> names;
    for (const ActSpec& act : allActs()) {
        EXPECT_TRUE(names.insert(act.name).second) << act.name;
        EXPECT_NE(findType(act.type), nullptr) << act.name;
        EXPECT_FALSE(act.label.en.empty() || act.label.zh.empty()) << act.name;
        const auto schema = nlohmann::json::parse(act.argumentsSchema, nullptr, false);
        ASSERT_TRUE(schema.is_object()) << act.name << act.argumentsSchema;
        EXPECT_EQ(schema["additionalProperties"], false);
    }
    EXPECT_TRUE(names.contains("order.submit"));
}

TEST_F(Acts, TheSchemaNamesWhatIsRequired)
{
    const auto acts = allActs();
    const auto move = std::ranges::find(acts, "opportunity.move", &ActSpec::name);
    ASSERT_NE(move, acts.end());
    const auto schema = nlohmann::json::parse(move->argumentsSchema);

    EXPECT_EQ(schema["required"], nlohmann::json::parse(R"(["stage"])"));
    EXPECT_EQ(schema["properties"]["stage"]["enum"].size(), 7);
    EXPECT_EQ(schema["properties"]["amount"]["properties"]["minor"]["type"], "integer");
}

TEST_F(Acts, AnUnknownActIsRefused)
{
    EXPECT_EQ(codeOf(runAct(call(company.ming, "customer.explode", "{}", customer, nine), world)),
              "act.unknown");
    auto other = call(company.ming, "visit.check_in", "{}", customer, nine);
    other.type = &typeNamed("customer");
    EXPECT_EQ(codeOf(runAct(other, world)), "act.unknown");
    other.type = nullptr;
    EXPECT_EQ(codeOf(runAct(other, world)), "act.unknown");
}

TEST_F(Acts, ThereMustBeARecordOfTheTypeToActUpon)
{
    EXPECT_EQ(codeOf(actOn(idOf(99), company.ming, "visit.check_in")), "record.missing");
    EXPECT_EQ(codeOf(actOn(customer, company.ming, "visit.check_in")), "record.missing");
}

TEST_F(Acts, WhatLiesInTheRecycleBinIsLeftAlone)
{
    put("lead", subject,
        {{"name", words("x")},
         {"phone", words("1")},
         {"owner", company.ming},
         {"stage", words("new")},
         {"deleted_at", nine}});

    EXPECT_EQ(codeOf(act(company.ming, "lead.qualify")), "record.deleted");
    EXPECT_EQ(codeOf(act(company.ana, "lead.qualify")), "access.denied");
}

TEST_F(Acts, WhoMayIsJudgedByTheFactsGiven)
{
    put("lead", subject,
        {{"name", words("x")},
         {"phone", words("1")},
         {"owner", company.ming},
         {"stage", words("new")}});
    auto late = call(company.ana, "lead.qualify", "{}", subject, nine);
    EXPECT_EQ(codeOf(runAct(late, world)), "access.denied");

    late.facts = FeedFacts{company.ana, company.south, {}, {}};
    EXPECT_TRUE(runAct(late, world));
}

} // namespace
} // namespace fieldbook::rules
