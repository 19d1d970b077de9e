#include "shared/rules/access.h"
#include "shared/rules/exports.h"
#include "tests/unit/shared/rules/acts_fixture.h"

namespace fieldbook::rules {
namespace {

using testing::idOf;

// Ming asks to take his customers out; Zhou is his manager.
class ExportActs : public ActsTest {
protected:
    Uuid asked = idOf(61);

    void SetUp() override
    {
        ActsTest::SetUp();
        put("export_request", asked,
            {{"owner", company.ming},
             {"subject", words("customer")},
             {"format", words("csv")},
             {"reason", words("a fair")},
             {"state", words("requested")}});
    }
    std::string decide(const Uuid& by, const std::string& act)
    {
        return codeOf(actOn(asked, by, "export_request." + act, R"({"answer":"for the fair"})"));
    }
};

TEST_F(ExportActs, AManagerSaysYesOnceAndForAll)
{
    ASSERT_EQ(decide(company.zhou, "approve"), "");

    EXPECT_EQ(text(asked, "state"), "approved");
    EXPECT_EQ(text(asked, "answer"), "for the fair");
    EXPECT_EQ(get(asked).referenceOf("decided_by"), company.zhou);
    EXPECT_EQ(get(asked).get("decided_at"), Value{nine});
    EXPECT_EQ(decide(company.zhou, "approve"), "") << "by another of his apps";
    EXPECT_EQ(decide(company.zhou, "reject"), "export.decided");
}

TEST_F(ExportActs, AManagerSaysNo)
{
    ASSERT_EQ(decide(company.zhou, "reject"), "");

    EXPECT_EQ(text(asked, "state"), "rejected");
    EXPECT_EQ(decide(company.zhou, "approve"), "export.decided");
}

TEST_F(ExportActs, NobodySaysYesToThemselvesNorToStrangers)
{
    EXPECT_EQ(decide(company.ming, "approve"), "access.manager_only");
    EXPECT_EQ(decide(company.ana, "approve"), "access.manager_only");
    put("export_request", asked,
        {{"owner", company.zhou}, {"subject", words("customer")}, {"state", words("requested")}});
    EXPECT_EQ(decide(company.zhou, "approve"), "export.own");

    EXPECT_EQ(text(asked, "state"), "requested");
}

TEST_F(ExportActs, AreForWhoTakesRecordsOutWithoutAsking)
{
    EXPECT_EQ(decide(company.gao, "approve"), "access.manager_only") << "administers people";
    auto marketing = company.as(company.zhao);
    marketing.role = Role::Marketing;
    auto call = this->call(company.zhao, "export_request.approve", "{}", asked, nine);
    call.actor = marketing;
    EXPECT_EQ(codeOf(runAct(call, world)), "access.manager_only") << "must ask as well";

    EXPECT_EQ(decide(company.zhao, "approve"), "");
}

TEST_F(ExportActs, AreNotForWhoAnsweredForTheTakerOnceAndNoMore)
{
    auto call = this->call(company.zhou, "export_request.approve", "{}", asked, nine);
    call.facts = factsOf(get(asked), world);

    EXPECT_EQ(codeOf(runAct(call, world)), "access.manager_only");
}

TEST_F(ExportActs, ThatRejectSayWhy)
{
    const auto reject = [&](std::string_view arguments) {
        return codeOf(actOn(asked, company.zhou, "export_request.reject", arguments));
    };
    EXPECT_EQ(reject("{}"), "field.required");
    EXPECT_EQ(reject(R"({"answer":" \u3000 "})"), "field.required");
    EXPECT_EQ(text(asked, "state"), "requested");

    EXPECT_EQ(reject(R"({"answer":"not for this"})"), "");
}

TEST_F(ExportActs, AreOfRequestsThatDecidersAndAuditorsSeeAndNoOtherReaderOfTheTeam)
{
    const auto record = get(asked);
    const auto facts = factsOf(record, world);
    const auto feeds = feedsOf(record.type(), facts);
    for (const auto& role : allRoles()) {
        auto reader = company.as(company.zhao);
        reader.role = role.role;
        const bool sees = role.manages != Reach::Nothing || role.role == Role::Auditor;

        EXPECT_EQ(maySee(reader, record.type(), facts), sees) << role.code;
        EXPECT_EQ(standsIn(subscriptionsOf(reader), feeds), sees) << role.code;
    }
    EXPECT_TRUE(maySee(company.as(company.ming), record.type(), facts));
    EXPECT_FALSE(maySee(company.as(company.ana), record.type(), facts));
}

TEST(Exporting, IsForTheBusinessAloneAndByRole)
{
    const auto may = [](Role role, std::string_view type) {
        return exportingOf(role, typeNamed(type));
    };
    for (const auto& role : allRoles()) {
        for (const auto* type : {"user", "team", "share", "listing", "export_request"}) {
            EXPECT_EQ(may(role.role, type), Exporting::Never) << role.code << ' ' << type;
        }
    }
    EXPECT_EQ(may(Role::Salesperson, "customer"), Exporting::Asks);
    EXPECT_EQ(may(Role::Manager, "customer"), Exporting::May);
    EXPECT_EQ(may(Role::Finance, "order"), Exporting::May);
    EXPECT_EQ(may(Role::Finance, "customer"), Exporting::Asks);
    EXPECT_EQ(may(Role::Technician, "order"), Exporting::Never);
    EXPECT_EQ(may(Role::Administrator, "customer"), Exporting::Never);
}

TEST(Exporting, LeavesSensitiveFieldsOut)
{
    const auto& contact = typeNamed("contact");
    EXPECT_FALSE(mayExport(Role::Executive, contact.field("family")));
    EXPECT_TRUE(mayExport(Role::Executive, contact.field("name")));
    EXPECT_FALSE(mayExport(Role::Technician, typeNamed("order").field("total")));
}

} // namespace
} // namespace fieldbook::rules
