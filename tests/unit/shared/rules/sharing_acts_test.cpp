#include "tests/unit/shared/rules/acts_fixture.h"

namespace fieldbook::rules {
namespace {

using testing::aRecord;
using testing::idOf;

// The customer is Li Ming's, of the team east; Ana sells in the south.
class Sharing : public ActsTest {
protected:
    Uuid shareId = idOf(80);
    Uuid coverId = idOf(81);
    Uuid contact = idOf(70);
    Uuid deal = idOf(71);

    void SetUp() override
    {
        ActsTest::SetUp();
        put("contact", contact, {{"customer", customer}, {"name", words("王芳")}});
        put("opportunity", deal,
            {{"customer", customer}, {"owner", company.ming}, {"stage", words("needs")}});
    }

    std::string share(const Uuid& by, const std::string& with, const std::string& more = {})
    {
        return codeOf(actOn(customer, by, "customer.share",
                            R"({"id":")" + shareId.text() + "\"," + with +
                                R"(,"access":"edit","until":"2026-06-01T00:00:00.000Z")" + more +
                                '}'));
    }
    std::string shareWith(const Uuid& user, const std::string& more = {})
    {
        return share(company.ming, R"("user":")" + user.text() + '"', more);
    }
    std::string cover(const Uuid& by, const std::string& from = "2026-05-14T08:00:00.000Z")
    {
        return codeOf(actOn(company.ming, by, "user.cover",
                            R"({"id":")" + coverId.text() + R"(","stands_in":")" +
                                company.ana.text() + R"(","access":"edit","returns":true,)" +
                                R"("starts_at":")" + from +
                                R"(","ends_at":"2026-05-20T00:00:00.000Z"})"));
    }

    // As the world has it now, with who stands in for whom.
    [[nodiscard]] Actor now(const Uuid& user) const
    {
        Directory directory{company.records()};
        if (const auto made = world.find(coverId)) {
            directory.learn(*made);
        }
        return *directory.actorFor(user);
    }
    [[nodiscard]] bool sees(const Uuid& user, const Uuid& id) const
    {
        const Record record = get(id);
        const auto facts = factsOf(record, world);
        const bool maySeeIt = maySee(now(user), record.type(), facts);
        EXPECT_EQ(standsIn(subscriptionsOf(now(user)), feedsOf(record.type(), facts)), maySeeIt);
        return maySeeIt;
    }
    [[nodiscard]] bool changes(const Uuid& user, const Uuid& id) const
    {
        const Record record = get(id);
        return mayWrite(now(user), record.type(), factsOf(record, world)).has_value();
    }
};

TEST_F(Sharing, ShowsTheCustomerWithAllThatHangsOnIt)
{
    ASSERT_FALSE(sees(company.ana, customer));

    ASSERT_EQ(shareWith(company.ana), "");

    for (const auto& id : {customer, contact, deal, shareId}) {
        EXPECT_TRUE(sees(company.ana, id));
        EXPECT_FALSE(sees(company.chen, id));
    }
    EXPECT_TRUE(changes(company.ana, customer));
    EXPECT_EQ(get(shareId, "created_by"), Value{company.ming});
}

TEST_F(Sharing, ShowsOnlyWhatIsIncluded)
{
    ASSERT_EQ(shareWith(company.ana, R"(,"includes":["contact"])"), "");

    EXPECT_TRUE(sees(company.ana, contact));
    EXPECT_FALSE(sees(company.ana, deal));
    const auto facts = factsOf(get(customer), world);
    EXPECT_TRUE(mayHangOn(now(company.ana), typeNamed("contact"), typeNamed("customer"), facts));
    EXPECT_FALSE(mayHangOn(now(company.ana), typeNamed("visit"), typeNamed("customer"), facts));
}

TEST_F(Sharing, ForReadingChangesNothing)
{
    ASSERT_EQ(codeOf(actOn(customer, company.ming, "customer.share",
                           R"({"id":")" + shareId.text() + R"(","user":")" + company.ana.text() +
                               R"(","access":"read","until":"2026-06-01T00:00:00.000Z"})")),
              "");

    EXPECT_TRUE(sees(company.ana, customer));
    EXPECT_FALSE(changes(company.ana, customer));
}

TEST_F(Sharing, WithATeamIsWithThosePeopleAndThoseInTeamsBelow)
{
    ASSERT_EQ(share(company.ming, R"("team":")" + company.sales.text() + '"'), "");

    EXPECT_TRUE(sees(company.ana, customer));
    EXPECT_TRUE(sees(company.chen, customer));
}

TEST_F(Sharing, EndsForBothSides)
{
    ASSERT_EQ(shareWith(company.ana), "");
    EXPECT_EQ(codeOf(actOn(shareId, company.chen, "share.end")), "access.denied");

    ASSERT_EQ(codeOf(actOn(shareId, company.ana, "share.end")), "");

    EXPECT_FALSE(sees(company.ana, customer));
    EXPECT_FALSE(sees(company.ana, shareId));
    EXPECT_EQ(get(shareId, "ended_by"), Value{company.ana});
}

TEST_F(Sharing, AnotherWithTheSameTakesItsPlace)
{
    ASSERT_EQ(shareWith(company.ana), "");
    const Uuid first = std::exchange(shareId, idOf(82));

    ASSERT_EQ(shareWith(company.ana, R"(,"includes":["contact"])"), "");

    EXPECT_EQ(text(first, "state"), "ended");
    EXPECT_FALSE(sees(company.ana, deal));
}

TEST_F(Sharing, IsForWhoAnswersForTheCustomer)
{
    const std::string withAna = R"("user":")" + company.ana.text() + '"';

    EXPECT_EQ(share(company.chen, withAna), "access.denied");
    ASSERT_EQ(share(company.zhou, withAna), "");

    // Who has it shared, even for editing, does not pass it on.
    shareId = idOf(82);
    EXPECT_EQ(share(company.ana, R"("user":")" + company.chen.text() + '"'), "access.denied");
}

TEST_F(Sharing, RefusesWhatMakesNoSense)
{
    const std::string both =
        R"("user":")" + company.ana.text() + R"(","team":")" + company.south.text() + '"';

    EXPECT_EQ(shareWith(company.ming), "share.owner");
    EXPECT_EQ(shareWith(idOf(99)), "reference.missing");
    EXPECT_EQ(share(company.ming, both), "act.arguments");
    EXPECT_EQ(share(company.ming, R"("reason":"x")"), "act.arguments");
    EXPECT_EQ(shareWith(company.ana, R"(,"includes":["user"])"), "act.arguments");
    EXPECT_EQ(codeOf(actOn(customer, company.ming, "customer.share",
                           R"({"id":")" + shareId.text() + R"(","user":")" + company.ana.text() +
                               R"(","access":"read","until":"2026-05-14T09:00:00.000Z"})")),
              "period.ends_before_start");
    EXPECT_EQ(codeOf(actOn(customer, company.ming, "customer.share",
                           R"({"id":")" + shareId.text() + R"(","user":")" + company.ana.text() +
                               R"(","access":"read","until":"2036-05-14T09:00:00.000Z"})")),
              "period.too_long");
}

TEST_F(Sharing, StaysInItsBoard)
{
    for (const auto& team : {company.east, company.south}) {
        Record record = get(team);
        record.set("kind", words("board"));
        world.put(record);
    }

    EXPECT_EQ(shareWith(company.ana), "access.board");
    EXPECT_EQ(share(company.ming, R"("team":")" + company.south.text() + '"'), "access.board");
    EXPECT_EQ(cover(company.ming), "access.board");
}

TEST_F(Sharing, WhoStandsInSeesAndChangesWhatTheOtherHas)
{
    ASSERT_EQ(cover(company.ming), "");

    EXPECT_EQ(text(coverId, "state"), "active");
    EXPECT_EQ(get(coverId, "starts_at"), Value{nine}) << "not before it was arranged";
    EXPECT_TRUE(sees(company.ana, customer));
    EXPECT_TRUE(changes(company.ana, deal));
    EXPECT_TRUE(sees(company.chen, coverId));

    ASSERT_EQ(codeOf(actOn(coverId, company.ana, "substitution.end")), "");

    EXPECT_FALSE(sees(company.ana, customer));
}

TEST_F(Sharing, CoverBeginsWhenItsTimeComes)
{
    ASSERT_EQ(cover(company.zhou, "2026-05-15T00:00:00.000Z"), "");

    EXPECT_EQ(text(coverId, "state"), "planned");
    EXPECT_FALSE(sees(company.ana, customer));
}

TEST_F(Sharing, CoverIsArrangedByThePersonOrTheirManager)
{
    EXPECT_EQ(cover(company.ana), "access.manager_only");
    EXPECT_EQ(cover(company.chen), "access.manager_only");
    ASSERT_EQ(cover(company.zhou), "");
    EXPECT_EQ(codeOf(actOn(coverId, company.chen, "substitution.end")), "access.manager_only");
}

TEST_F(Sharing, ThePastKnowsWhoStoodIn)
{
    ASSERT_EQ(cover(company.ming), "");
    ASSERT_EQ(codeOf(actOn(coverId, company.ming, "substitution.end")), "");
    Directory directory{company.records()};
    Record ended = get(coverId);
    ended.set("ended_at", nine + std::chrono::hours{2});
    directory.learn(ended);

    EXPECT_TRUE(directory.actorFor(company.ana)->covers.empty());
    EXPECT_EQ(directory.actorThen(company.ana, nine + std::chrono::hours{1})->covers.size(), 1U);
    EXPECT_TRUE(directory.actorThen(company.ana, nine + std::chrono::hours{2})->covers.empty());
    EXPECT_TRUE(directory.actorThen(company.ana, nine - std::chrono::hours{1})->covers.empty());
}

} // namespace
} // namespace fieldbook::rules
