#include "client/models/pipeline/opportunity_draft.h"
#include "client/models/pipeline/opportunity_move.h"
#include "client/models/pipeline/pipeline_board.h"
#include "tests/unit/client/models/page_fixture.h"

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
constexpr std::uint8_t display = 80;
constexpr std::uint8_t refill = 81;

Record anOpportunity(std::uint8_t id, const std::string& name, const std::string& stage)
{
    Record record = aRecord("opportunity", idOf(id),
                            {{"customer", idOf(hengtong)},
                             {"owner", Company{}.ming},
                             {"name", name},
                             {"stage", stage},
                             {"win_rate", std::int64_t{2'500}}});
    record.setMade(serverVersion(3));
    return record;
}

std::vector<Record> theDeals()
{
    Record shelf = anOpportunity(display, "展厅精品区陈列", "needs");
    shelf.set("amount", Money::fromMinor(6'800'000, Currency{}));
    return {aCustomer(idOf(hengtong), "杭州恒通汽车"), shelf,
            anOpportunity(refill, "二季度机油补货", "needs")};
}

class Pipeline : public ::testing::Test {
protected:
    Pipeline() { testing::needApplication(); }

    PageStore store{theDeals()};
};

TEST_F(Pipeline, ShowsEveryOpenStageWithWhatItComesTo)
{
    PipelineBoard board;
    board.setApp(&store.app);
    ASSERT_TRUE(comesTrue([&] { return board.state() == ListModel::State::Ready; }));

    EXPECT_EQ(board.count(), 5);
    EXPECT_EQ(board.dealCount(), 2);
    EXPECT_EQ(board.amount(), 6'800'000);
    EXPECT_EQ(board.weighted(), 1'700'000);
    EXPECT_EQ(board.deals()->count(), 2);
}

TEST_F(Pipeline, LeavesOutWhatIsNotExpectedToCloseInTime)
{
    PipelineBoard board;
    board.setApp(&store.app);
    ASSERT_TRUE(comesTrue([&] { return board.state() == ListModel::State::Ready; }));

    board.setClosing(PipelineBoard::Closing::ThisQuarter);

    EXPECT_EQ(board.dealCount(), 0);
    EXPECT_EQ(board.count(), 5);
}

TEST_F(Pipeline, MovesAtOnceWhereNothingIsNeeded)
{
    OpportunityMove move;
    move.setProperty("app", QVariant::fromValue(&store.app));
    QSignalSpy moved{&move, &OpportunityMove::moved};

    move.begin(toQt(idOf(display)), QStringLiteral("proposal"));
    ASSERT_TRUE(comesTrue([&] { return moved.count() == 1; }));

    EXPECT_EQ(store.tablet.textOf(idOf(display), "stage"), "proposal");
}

TEST_F(Pipeline, AsksForTheAmountThatAStageNeeds)
{
    OpportunityMove move;
    move.setProperty("app", QVariant::fromValue(&store.app));
    QSignalSpy asked{&move, &OpportunityMove::asked};
    QSignalSpy moved{&move, &OpportunityMove::moved};
    move.begin(toQt(idOf(refill)), QStringLiteral("proposal"));
    ASSERT_TRUE(comesTrue([&] { return asked.count() == 1; }));
    EXPECT_TRUE(move.needsAmount());
    EXPECT_FALSE(move.canMove());

    move.setProperty("amount", 8'640'000.0);
    EXPECT_TRUE(move.canMove());
    move.move();
    ASSERT_TRUE(comesTrue([&] { return moved.count() == 1; }));

    const auto record = store.tablet.find(idOf(refill));
    EXPECT_EQ(record->textOf("stage"), "proposal");
    EXPECT_EQ(std::get<Money>(record->get("amount")).minor(), 8'640'000);
}

TEST_F(Pipeline, AsksWhyWhenADealMovesBackOrIsLost)
{
    OpportunityMove move;
    move.setProperty("app", QVariant::fromValue(&store.app));
    QSignalSpy asked{&move, &OpportunityMove::asked};

    move.begin(toQt(idOf(display)), QStringLiteral("initial"));
    ASSERT_TRUE(comesTrue([&] { return asked.count() == 1; }));
    EXPECT_TRUE(move.needsReason());
    EXPECT_FALSE(move.needsLostReason());

    move.begin(toQt(idOf(display)), QStringLiteral("lost"));
    ASSERT_TRUE(comesTrue([&] { return asked.count() == 2; }));
    EXPECT_FALSE(move.needsReason());
    EXPECT_TRUE(move.needsLostReason());
}

TEST_F(Pipeline, RecordsOnlyWhatWasChangedInTheForm)
{
    OpportunityDraft draft;
    draft.setRecordId(toQt(idOf(display)));
    draft.setApp(&store.app);
    ASSERT_TRUE(comesTrue([&] { return draft.state() == ListModel::State::Ready; }));
    EXPECT_FALSE(draft.canSave());
    QSignalSpy saved{&draft, &OpportunityDraft::saved};

    draft.setCompetitors(QStringLiteral("甲公司，乙公司"));
    draft.save();
    ASSERT_TRUE(comesTrue([&] { return saved.count() == 1; }));

    const auto outbox = store.tablet.outbox();
    ASSERT_EQ(outbox.size(), 1U);
    ASSERT_EQ(outbox[0].fields.size(), 1U);
    EXPECT_EQ(outbox[0].fields[0].field, "competitors");
}

TEST_F(Pipeline, KeepsWhatWasTypedUntilItIsSavedOrDiscarded)
{
    {
        OpportunityDraft draft;
        draft.setApp(&store.app);
        ASSERT_TRUE(comesTrue([&] { return draft.state() == ListModel::State::Ready; }));
        draft.setCustomerId(toQt(idOf(hengtong)));
        draft.setName(QStringLiteral("雨刮新品首批"));
        ASSERT_TRUE(comesTrue([&] {
            const auto kept = store.tablet.store.openQueries()->draft("opportunity:new");
            return kept && kept->find("雨刮") != std::string::npos;
        }));
    }

    OpportunityDraft again;
    again.setApp(&store.app);
    ASSERT_TRUE(comesTrue([&] { return again.state() == ListModel::State::Ready; }));
    EXPECT_TRUE(again.restored());
    EXPECT_EQ(again.name(), QStringLiteral("雨刮新品首批"));
    QSignalSpy saved{&again, &OpportunityDraft::saved};
    again.save();
    ASSERT_TRUE(comesTrue([&] { return saved.count() == 1; }));

    const Uuid id = toId(saved[0][0].toString());
    EXPECT_EQ(store.tablet.textOf(id, "stage"), "initial");
    EXPECT_FALSE(store.tablet.store.openQueries()->draft("opportunity:new"));
}

TEST_F(Pipeline, StartsANewDealAboutTheCustomerItWasAskedFor)
{
    OpportunityDraft draft;
    draft.setContext(toQt(idOf(hengtong)));
    draft.setApp(&store.app);
    ASSERT_TRUE(comesTrue([&] { return draft.state() == ListModel::State::Ready; }));

    EXPECT_EQ(draft.customerName(), QStringLiteral("杭州恒通汽车"));
    EXPECT_FALSE(draft.dirty());
    EXPECT_FALSE(draft.canSave());
    draft.setName(QStringLiteral("雨刮新品首批"));
    EXPECT_TRUE(draft.canSave());
    QSignalSpy saved{&draft, &OpportunityDraft::saved};
    draft.save();
    ASSERT_TRUE(comesTrue([&] { return saved.count() == 1; }));

    const auto made = store.tablet.find(toId(saved[0][0].toString()));
    EXPECT_EQ(made->referenceOf("customer"), idOf(hengtong));
}

} // namespace
} // namespace fieldbook::client
