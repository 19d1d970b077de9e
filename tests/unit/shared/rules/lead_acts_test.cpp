#include "tests/unit/shared/rules/acts_fixture.h"

namespace fieldbook::rules {
namespace {

using testing::idOf;

class LeadActs : public ActsTest {
protected:
    void SetUp() override
    {
        ActsTest::SetUp();
        put("lead", subject,
            {{"name", words("张伟")},
             {"company", words("宁海机电")},
             {"phone", words("138 0013 8000")},
             {"interest", words("刹车片")},
             {"source", words("referral")},
             {"stage", words("new")},
             {"owner", company.ming}});
    }
};

TEST_F(LeadActs, ALeadIsContactedThenQualified)
{
    ASSERT_TRUE(act(company.ming, "lead.contact"));
    EXPECT_EQ(text(subject, "stage"), "contacted");
    ASSERT_TRUE(act(company.ming, "lead.qualify"));
    EXPECT_EQ(text(subject, "stage"), "qualified");
}

TEST_F(LeadActs, WhatIsAlreadySoIsNoMistake)
{
    ASSERT_TRUE(act(company.ming, "lead.qualify"));

    const auto again = act(company.zhou, "lead.qualify");
    const auto contacted = act(company.zhou, "lead.contact");

    ASSERT_TRUE(again);
    EXPECT_TRUE(again->empty());
    ASSERT_TRUE(contacted);
    EXPECT_TRUE(contacted->empty());
}

TEST_F(LeadActs, GivingUpNeedsAReason)
{
    EXPECT_EQ(codeOf(act(company.ming, "lead.disqualify")), "lead.reason_missing");
    ASSERT_TRUE(act(company.ming, "lead.disqualify", R"({"reason":"搬走了"})"));
    EXPECT_EQ(text(subject, "disqualified_reason"), "搬走了");
    EXPECT_EQ(codeOf(act(company.ming, "lead.qualify")), "lead.disqualified");
}

TEST_F(LeadActs, ALeadThatWasGivenUpCanBeReopened)
{
    ASSERT_TRUE(act(company.ming, "lead.disqualify", R"({"reason":"no"})"));

    ASSERT_TRUE(act(company.ming, "lead.reopen"));

    EXPECT_EQ(text(subject, "stage"), "new");
    EXPECT_TRUE(isEmpty(get(subject, "disqualified_reason")));
}

TEST_F(LeadActs, ConvertingMakesCustomerContactAndOpportunityAtOnce)
{
    const auto arguments =
        R"({"customer_id":")" + idOf(70).text() + R"(","contact_id":")" + idOf(71).text() +
        R"(","opportunity_id":")" + idOf(72).text() +
        R"(","opportunity_name":"首单","amount":{"minor":500000,"currency":"CNY"},)" +
        R"("expected_close":"2026-06-30"})";

    const auto writes = act(company.ming, "lead.convert", arguments);

    ASSERT_TRUE(writes) << codeOf(writes);
    EXPECT_EQ(text(idOf(70), "name"), "宁海机电");
    EXPECT_EQ(text(idOf(70), "kind"), "organisation");
    EXPECT_EQ(text(idOf(70), "status"), "prospect");
    EXPECT_EQ(get(idOf(70), "owner"), Value{company.ming});
    EXPECT_EQ(get(idOf(70), "created_at"), Value{nine});
    EXPECT_EQ(text(idOf(71), "name"), "张伟");
    EXPECT_EQ(get(idOf(71), "customer"), Value{idOf(70)});
    EXPECT_EQ(text(idOf(71), "phone"), "138 0013 8000");
    EXPECT_EQ(text(idOf(72), "name"), "首单");
    EXPECT_EQ(text(idOf(72), "stage"), "initial");
    EXPECT_EQ(text(idOf(72), "source"), "referral");
    EXPECT_EQ(text(subject, "stage"), "converted");
    EXPECT_EQ(get(subject, "converted_customer"), Value{idOf(70)});
    EXPECT_EQ(get(subject, "converted_opportunity"), Value{idOf(72)});
}

TEST_F(LeadActs, ConvertedByAManagerTheCustomerIsStillTheSalespersons)
{
    ASSERT_TRUE(act(company.zhou, "lead.convert", R"({"customer_id":")" + idOf(70).text() + "\"}"));

    EXPECT_EQ(get(idOf(70), "owner"), Value{company.ming});
    EXPECT_EQ(get(idOf(70), "created_by"), Value{company.zhou});
}

TEST_F(LeadActs, ConvertingIntoACustomerThatIsThereTakesTheHistoryAlong)
{
    put("activity", idOf(80),
        {{"lead", subject}, {"owner", company.ming}, {"kind", words("call")}});

    const auto writes =
        act(company.ming, "lead.convert", R"({"existing_customer":")" + customer.text() + "\"}");

    ASSERT_TRUE(writes) << codeOf(writes);
    EXPECT_EQ(get(subject, "converted_customer"), Value{customer});
    EXPECT_EQ(get(idOf(80), "customer"), Value{customer});
}

TEST_F(LeadActs, ConvertingRefusesBadIds)
{
    const auto convert = [&](const std::string& arguments) {
        return codeOf(act(company.ming, "lead.convert", arguments));
    };
    put("customer", idOf(51), {{"name", words("Other")}, {"owner", company.ana}});

    EXPECT_EQ(convert("{}"), "act.arguments");
    EXPECT_EQ(convert(R"({"customer_id":")" + idOf(70).text() + R"(","existing_customer":")" +
                      customer.text() + "\"}"),
              "act.arguments");
    EXPECT_EQ(convert(R"({"customer_id":")" + idOf(70).text() + R"(","contact_id":")" +
                      idOf(70).text() + "\"}"),
              "act.arguments");
    EXPECT_EQ(convert(R"({"customer_id":")" + customer.text() + "\"}"), "record.exists");
    EXPECT_EQ(convert(R"({"existing_customer":")" + idOf(99).text() + "\"}"), "reference.missing");
    EXPECT_EQ(convert(R"({"existing_customer":")" + company.ana.text() + "\"}"),
              "reference.missing");
    EXPECT_EQ(convert(R"({"existing_customer":")" + idOf(51).text() + "\"}"), "reference.missing");
    EXPECT_EQ(text(subject, "stage"), "new");
}

TEST_F(LeadActs, ALeadIsConvertedOnce)
{
    ASSERT_TRUE(act(company.ming, "lead.convert", R"({"customer_id":")" + idOf(70).text() + "\"}"));

    EXPECT_EQ(
        codeOf(act(company.zhou, "lead.convert", R"({"customer_id":")" + idOf(71).text() + "\"}")),
        "lead.converted");
    EXPECT_EQ(codeOf(act(company.ming, "lead.reopen")), "lead.converted");
}

TEST_F(LeadActs, AreNotForOthers)
{
    EXPECT_EQ(codeOf(act(company.ana, "lead.qualify")), "access.denied");
    EXPECT_EQ(codeOf(act(company.gao, "lead.qualify")), "access.denied");
}

} // namespace
} // namespace fieldbook::rules
