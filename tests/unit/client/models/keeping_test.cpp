#include "client/models/customers/bin_list_model.h"
#include "client/models/customers/merge_comparison.h"
#include "client/models/customers/merge_list_model.h"
#include "client/models/customers/pool_list_model.h"
#include "client/models/customers/share_list_model.h"
#include "shared/base/encoding.h"
#include "shared/rules/listing.h"
#include "tests/unit/client/models/page_fixture.h"

#include <nlohmann/json.hpp>

#include <QSignalSpy>

namespace fieldbook::client {
namespace {

using testing::aCustomer;
using testing::aRecord;
using testing::comesTrue;
using testing::Company;
using testing::idOf;
using testing::PageStore;
using testing::serverVersion;

constexpr std::uint8_t hengtong = 50;
constexpr std::uint8_t hengtongAgain = 51;
constexpr std::uint8_t chen = 60;
constexpr std::uint8_t pooled = 95;
constexpr std::uint8_t formerlyMine = 96;

Value words(std::string_view text) { return std::string{text}; }

Record made(Record record)
{
    record.setMade(serverVersion(4));
    return record;
}

Record listed(std::uint8_t customer, std::string_view kind, const Uuid& formerOwner)
{
    return made(aRecord("listing", rules::listingId(idOf(customer)),
                        {{"customer", idOf(customer)},
                         {"name", words("台州***")},
                         {"city", words("台州")},
                         {"pool_kind", words(kind)},
                         {"former_owner", formerOwner},
                         {"pooled_at", Timestamp{std::chrono::seconds{1}}}}));
}

std::vector<Record> theRecords()
{
    Record settings = aRecord("customer_rules", rules::customerRulesId(),
                              {{"index_key", words(toHex(testing::aKey(9).bytes()))},
                               {"former_owner_days", std::int64_t{30'000}}});
    Record again = aCustomer(idOf(hengtongAgain), "恒通汽车", "0571-8800 9999");
    again.set("city", words("杭州"));
    return {aCustomer(idOf(hengtong), "杭州恒通汽车", "0571-8800 1234"),
            again,
            made(std::move(settings)),
            made(aRecord("contact", idOf(chen),
                         {{"customer", idOf(hengtong)}, {"name", words("陈国栋")}})),
            listed(pooled, "released", Company{}.ana),
            listed(formerlyMine, "returned", Company{}.ming)};
}

class Keeping : public ::testing::Test {
protected:
    Keeping() { testing::needApplication(); }

    template <class Model>
    [[nodiscard]] bool opens(Model& model, int rows)
    {
        model.setApp(&store.app);
        return comesTrue([&] { return model.count() == rows; });
    }
    static QVariant told(const ListModel& model, int row, const char* role)
    {
        return model.data(model.index(row), model.roleNames().key(role));
    }

    PageStore store{theRecords()};
};

TEST_F(Keeping, TheClaimOfWhatLiesInThePoolWaitsForTheServer)
{
    PoolListModel pool;
    ASSERT_TRUE(opens(pool, 2));
    pool.setKind(QStringLiteral("released"));
    ASSERT_TRUE(comesTrue([&] { return pool.count() == 1; }));
    EXPECT_EQ(told(pool, 0, "name").toString(), QStringLiteral("台州***"));
    EXPECT_EQ(told(pool, 0, "barred").toString(), QString{});
    QSignalSpy claimed{&pool, &PoolListModel::claimed};

    pool.claim(pool.keyAt(0));

    ASSERT_TRUE(comesTrue([&] { return told(pool, 0, "waiting").toBool(); }));
    EXPECT_TRUE(comesTrue([&] { return claimed.count() == 1; }));
    const auto outbox = store.tablet.outbox();
    ASSERT_EQ(outbox.size(), 1U);
    EXPECT_EQ(outbox[0].act, "listing.claim");
}

TEST_F(Keeping, WhoHadACustomerUntilLatelyIsToldBeforeAsking)
{
    PoolListModel pool;
    pool.setKind(QStringLiteral("returned"));
    ASSERT_TRUE(opens(pool, 1));
    QSignalSpy refused{&pool, &PoolListModel::refused};

    EXPECT_EQ(told(pool, 0, "barred").toString(), QStringLiteral("claim.cooldown"));
    pool.claim(pool.keyAt(0));

    ASSERT_TRUE(comesTrue([&] { return refused.count() == 1; }));
    EXPECT_TRUE(store.tablet.outbox().empty());
}

TEST_F(Keeping, ThePoolIsSearchedByAnyPartOfWhatItShows)
{
    PoolListModel pool;
    ASSERT_TRUE(opens(pool, 2));

    pool.setSearch(QStringLiteral("trujillo"));
    EXPECT_TRUE(comesTrue([&] { return pool.count() == 1; }));
    pool.setSearch(QStringLiteral("温州"));
    EXPECT_TRUE(comesTrue([&] { return pool.count() == 0; }));
    EXPECT_EQ(pool.state(), ListModel::State::Empty);
}

TEST_F(Keeping, TheBinShowsWhatWasDeletedWithWhatWentAlongAndGivesItBack)
{
    ASSERT_TRUE(store.tablet.store.recorder().remove(idOf(hengtong)));
    BinListModel bin;
    ASSERT_TRUE(opens(bin, 1));
    EXPECT_EQ(told(bin, 0, "heading").toString(), QStringLiteral("杭州恒通汽车"));
    EXPECT_EQ(told(bin, 0, "deletedBy").toString(), QStringLiteral("李明"));
    EXPECT_EQ(told(bin, 0, "withIt").toInt(), 1);
    EXPECT_EQ(told(bin, 0, "deletedAt").toDateTime().daysTo(told(bin, 0, "goneAt").toDateTime()),
              30);
    ASSERT_TRUE(told(bin, 0, "mayRestore").toBool());

    bin.restore(bin.keyAt(0));

    ASSERT_TRUE(comesTrue([&] { return bin.count() == 0; }));
    EXPECT_FALSE(store.tablet.find(idOf(hengtong))->isDeleted());
    EXPECT_FALSE(store.tablet.find(idOf(chen))->isDeleted());
}

TEST_F(Keeping, ACustomerIsSharedWithAColleagueOrATeamAndTakenBack)
{
    ShareListModel shares;
    shares.setRecordId(toQt(idOf(hengtong)));
    ASSERT_TRUE(opens(shares, 0));
    shares.findPartners();
    ASSERT_TRUE(comesTrue([&] { return !shares.people().isEmpty(); }));
    for (const QVariant& each : shares.people()) {
        EXPECT_NE(each.toMap().value(QStringLiteral("value")).toString(), toQt(Company{}.ming));
    }
    const QDateTime day = toQt(store.tablet.clock.now()).addDays(7);

    shares.share(toQt(Company{}.ana), QStringLiteral("read"), day, {});
    ASSERT_TRUE(comesTrue([&] { return shares.count() == 1; }));
    EXPECT_EQ(told(shares, 0, "withName").toString(), QStringLiteral("Ana Trujillo"));
    EXPECT_EQ(told(shares, 0, "until").toDateTime().date(), day.date());
    shares.share(toQt(Company{}.south), QStringLiteral("edit"), day, QStringLiteral("展会"));
    ASSERT_TRUE(comesTrue([&] { return shares.count() == 2; }));

    QSignalSpy ended{&shares, &ShareListModel::ended};
    shares.end(shares.keyAt(0));
    EXPECT_TRUE(comesTrue([&] { return shares.count() == 1 && ended.count() == 1; }));
}

TEST_F(Keeping, ASharingThatEndsBeforeItBeginsIsRefused)
{
    ShareListModel shares;
    shares.setRecordId(toQt(idOf(hengtong)));
    ASSERT_TRUE(opens(shares, 0));
    QSignalSpy refused{&shares, &ShareListModel::refused};

    shares.share(toQt(Company{}.ana), QStringLiteral("read"),
                 toQt(store.tablet.clock.now()).addDays(-7), {});

    ASSERT_TRUE(comesTrue([&] { return refused.count() == 1; }));
    EXPECT_TRUE(store.tablet.outbox().empty());
}

TEST_F(Keeping, AMergeIsProposedWithAChoiceForEachFieldInWhichTheTwoDiffer)
{
    MergeComparison comparison;
    comparison.setApp(&store.app);
    comparison.compare(toQt(idOf(hengtong)), toQt(idOf(hengtongAgain)));
    ASSERT_TRUE(comesTrue([&] { return comparison.state() == ListModel::State::Ready; }));
    EXPECT_TRUE(comparison.bothKnown());
    EXPECT_LT(comparison.positionOf(QStringLiteral("city")), 0); // Only one of them has it.
    const int phone = comparison.positionOf(QStringLiteral("phone"));
    ASSERT_GE(phone, 0);
    EXPECT_EQ(told(comparison, phone, "picked").toString(), QStringLiteral("survivor"));
    QSignalSpy done{&comparison, &MergeComparison::done};

    comparison.choose(phone, QStringLiteral("loser"));
    comparison.propose(QStringLiteral("同一家"));

    ASSERT_TRUE(comesTrue([&] { return done.count() == 1; }));
    MergeListModel cases;
    cases.setRecordId(toQt(idOf(hengtong)));
    ASSERT_TRUE(opens(cases, 1));
    EXPECT_EQ(told(cases, 0, "caseState").toString(), QStringLiteral("proposed"));
    EXPECT_EQ(told(cases, 0, "otherName").toString(), QStringLiteral("恒通汽车"));
    EXPECT_FALSE(told(cases, 0, "mayDecide").toBool()); // A manager does.
    const auto proposed = store.tablet.find(toId(cases.keyAt(0)));
    EXPECT_EQ(nlohmann::json::parse(proposed->textOf("choices")),
              nlohmann::json({{"phone", "loser"}}));

    cases.withdraw(cases.keyAt(0));
    EXPECT_TRUE(comesTrue([&] { return cases.count() == 0; }));
}

TEST_F(Keeping, TheOtherOneMayStayInstead)
{
    MergeComparison comparison;
    comparison.setApp(&store.app);
    comparison.compare(toQt(idOf(hengtong)), toQt(idOf(hengtongAgain)));
    ASSERT_TRUE(comesTrue([&] { return comparison.state() == ListModel::State::Ready; }));

    comparison.swap();
    ASSERT_TRUE(comesTrue([&] { return comparison.state() == ListModel::State::Ready; }));
    EXPECT_EQ(comparison.survivorName(), QStringLiteral("恒通汽车"));
    QSignalSpy done{&comparison, &MergeComparison::done};
    comparison.propose({});

    ASSERT_TRUE(comesTrue([&] { return done.count() == 1; }));
    MergeListModel cases;
    cases.setRecordId(toQt(idOf(hengtong)));
    ASSERT_TRUE(opens(cases, 1));
    EXPECT_EQ(store.tablet.find(toId(cases.keyAt(0)))->referenceOf("survivor"),
              idOf(hengtongAgain));
}

TEST_F(Keeping, OfAColleaguesCustomerOnlyWhatTheBoardMayKnowIsCompared)
{
    MergeComparison comparison;
    comparison.setApp(&store.app);
    comparison.compare(toQt(idOf(hengtong)), toQt(idOf(pooled)));
    ASSERT_TRUE(comesTrue([&] { return comparison.state() == ListModel::State::Ready; }));

    EXPECT_FALSE(comparison.bothKnown());
    EXPECT_EQ(comparison.loserName(), QStringLiteral("台州***"));
    EXPECT_EQ(comparison.count(), 0);
    QSignalSpy done{&comparison, &MergeComparison::done};
    comparison.propose({});
    EXPECT_TRUE(comesTrue([&] { return done.count() == 1; }));
}

} // namespace
} // namespace fieldbook::client
