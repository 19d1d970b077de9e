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
    EXPECT_NE(decide(company.ming, "approve"), "");
    EXPECT_NE(decide(company.ana, "approve"), "");
    put("export_request", asked, {{"owner", company.zhou}, {"state", words("requested")}});
    EXPECT_NE(decide(company.zhou, "approve"), "");

    EXPECT_EQ(text(asked, "state"), "requested");
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
