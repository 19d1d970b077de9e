#include "client/models/orders/order_draft.h"
#include "tests/unit/client/models/page_fixture.h"

#include <QSignalSpy>

namespace fieldbook::client {
namespace {

using testing::aCustomer;
using testing::aRecord;
using testing::comesTrue;
using testing::idOf;
using testing::PageStore;
using testing::serverVersion;

constexpr std::uint8_t hengtong = 50;
constexpr std::uint8_t list = 60;
constexpr std::uint8_t pads = 61;
constexpr std::uint8_t oil = 62;

Currency cny() { return *Currency::parse("CNY"); }

Record aProduct(std::uint8_t id, const std::string& name, const std::string& code)
{
    Record record = aRecord("product", idOf(id),
                            {{"name", name},
                             {"code", code},
                             {"category", std::string{"制动"}},
                             {"unit", std::string{"套"}},
                             {"tax_rate", std::int64_t{1'300}},
                             {"active", true}});
    record.setMade(serverVersion(3));
    return record;
}

Record aPrice(std::uint8_t id, std::uint8_t product, std::int64_t minor)
{
    Record record = aRecord("price", idOf(id),
                            {{"price_list", idOf(list)},
                             {"product", idOf(product)},
                             {"unit_price", Money::fromMinor(minor, cny())}});
    record.setMade(serverVersion(3));
    return record;
}

// A customer without a price list of its own, and the list that is the default.
std::vector<Record> theCatalogue(Date validTo)
{
    Record prices = aRecord("price_list", idOf(list),
                            {{"name", std::string{"华东批发价"}},
                             {"currency", std::string{"CNY"}},
                             {"tax_included", true},
                             {"valid_to", validTo},
                             {"is_default", true}});
    prices.setMade(serverVersion(3));
    return {aCustomer(idOf(hengtong), "杭州恒通汽车销售服务有限公司"),
            prices,
            aProduct(pads, "陶瓷刹车片 前轮", "BP-2107"),
            aProduct(oil, "全合成机油 5W-30 4L", "EO-5304"),
            aPrice(70, pads, 26'800),
            aPrice(71, oil, 31'800)};
}

// The same list: from ten on cheaper.
std::vector<Record> withSteps(std::vector<Record> records)
{
    Record tens = aPrice(72, pads, 25'000);
    tens.set("min_quantity", std::int64_t{10'000});
    records.push_back(tens);
    return records;
}

constexpr Date farAway{std::chrono::year{2099}, std::chrono::month{12}, std::chrono::day{31}};

struct OrderPad {
    explicit OrderPad(PageStore& store)
    {
        catalogue.setApp(&store.app);
        catalogue.setRecordId(toQt(idOf(hengtong)));
        draft.setProperty("catalogue", QVariant::fromValue(&catalogue));
        draft.setCustomerId(toQt(idOf(hengtong)));
        draft.setApp(&store.app);
    }

    [[nodiscard]] bool isReady() const
    {
        return draft.state() == ListModel::State::Ready &&
               catalogue.state() == ListModel::State::Ready;
    }

    CatalogueModel catalogue;
    OrderDraft draft;
};

class OrderDraftTest : public ::testing::Test {
protected:
    OrderDraftTest() { testing::needApplication(); }
};

TEST_F(OrderDraftTest, ReckonsEveryChangeByTheRulesOfTheOrder)
{
    PageStore store{theCatalogue(farAway)};
    OrderPad pad{store};
    ASSERT_TRUE(comesTrue([&] { return pad.isReady(); }));

    pad.draft.put(toQt(idOf(pads)), 20);
    pad.draft.put(toQt(idOf(oil)), 60);
    pad.draft.setLinePercentOff(toQt(idOf(oil)), 5);

    EXPECT_EQ(pad.draft.lineCount(), 2);
    EXPECT_EQ(pad.draft.goods(), 536'000 + 1'908'000);
    EXPECT_EQ(pad.draft.discounts(), 95'400);
    EXPECT_EQ(pad.draft.total(), 536'000 + 1'812'600);
    EXPECT_TRUE(pad.draft.taxIncluded());
    EXPECT_GT(pad.draft.tax(), 0);
}

TEST_F(OrderDraftTest, TakesItsNumberWithTheFirstSaveAndIsThereAgainAfterTheAppDied)
{
    PageStore store{theCatalogue(farAway)};
    {
        OrderPad pad{store};
        ASSERT_TRUE(comesTrue([&] { return pad.isReady(); }));
        pad.draft.put(toQt(idOf(pads)), 20);
        ASSERT_TRUE(comesTrue([&] { return !pad.draft.number().isEmpty(); }));
        pad.draft.setNotes(QStringLiteral("周五前"));
        ASSERT_TRUE(comesTrue([&] {
            const auto kept =
                store.tablet.store.openQueries()->draft(orderDraftKey(idOf(hengtong)));
            return kept && OrderContent::parse(*kept)->notes == "周五前";
        }));
    }

    OrderPad again{store};
    ASSERT_TRUE(comesTrue([&] { return again.isReady(); }));

    EXPECT_EQ(again.draft.number(), QStringLiteral("SO-2605-A7-0041"));
    EXPECT_EQ(again.draft.lineCount(), 1);
    EXPECT_EQ(again.draft.notes(), QStringLiteral("周五前"));
    EXPECT_TRUE(again.draft.canSubmit());
}

TEST_F(OrderDraftTest, SubmitsOrderLinesAndSignatureAsOneGroup)
{
    PageStore store{theCatalogue(farAway)};
    OrderPad pad{store};
    ASSERT_TRUE(comesTrue([&] { return pad.isReady(); }));
    QSignalSpy submitted{&pad.draft, &OrderDraft::submitted};
    pad.draft.put(toQt(idOf(pads)), 20);
    pad.draft.put(toQt(idOf(oil)), 60);
    pad.draft.sign(QStringLiteral("M1 1L2 2"), QStringLiteral("王经理"));

    pad.draft.submit();
    ASSERT_TRUE(comesTrue([&] { return submitted.count() == 1; }));

    const Uuid id = toId(submitted[0][0].toString());
    const auto order = store.tablet.find(id);
    ASSERT_TRUE(order);
    EXPECT_EQ(order->textOf("state"), "submitted");
    EXPECT_EQ(order->textOf("signed_by"), "王经理");
    EXPECT_EQ(order->referenceOf("price_list"), idOf(list));
    EXPECT_EQ(std::get<Money>(order->get("total")).minor(), 536'000 + 1'908'000);
    EXPECT_EQ(store.tablet.store.openQueries()->orderLines(id).size(), 2U);
    const auto outbox = store.tablet.outbox();
    ASSERT_EQ(outbox.size(), 4U);
    for (const ChangeRow& change : outbox) {
        EXPECT_EQ(change.group, outbox[0].group);
        EXPECT_NE(change.group, 0);
    }
    EXPECT_FALSE(store.tablet.store.openQueries()->draft(orderDraftKey(idOf(hengtong))));
    EXPECT_EQ(pad.draft.lineCount(), 0);
}

TEST_F(OrderDraftTest, DoesNotOfferAgainWhatWasSubmittedBeforeItsDraftWasDropped)
{
    PageStore store{theCatalogue(farAway)};
    OrderPad pad{store};
    ASSERT_TRUE(comesTrue([&] { return pad.isReady(); }));
    QSignalSpy submitted{&pad.draft, &OrderDraft::submitted};
    pad.draft.put(toQt(idOf(pads)), 20);
    ASSERT_TRUE(comesTrue([&] { return !pad.draft.number().isEmpty(); }));
    const auto key = orderDraftKey(idOf(hengtong));
    const auto kept = store.tablet.store.openQueries()->draft(key);
    pad.draft.submit();
    ASSERT_TRUE(comesTrue([&] { return submitted.count() == 1; }));
    store.tablet.store.recorder().saveDraft(key, *kept);

    OrderPad again{store};
    ASSERT_TRUE(comesTrue([&] { return again.isReady(); }));

    EXPECT_EQ(again.draft.lineCount(), 0);
}

TEST_F(OrderDraftTest, SaysWhyItCannotBeSubmitted)
{
    constexpr Date past{std::chrono::year{2020}, std::chrono::month{1}, std::chrono::day{1}};
    PageStore store{theCatalogue(past)};
    OrderPad pad{store};
    ASSERT_TRUE(comesTrue([&] { return pad.isReady(); }));
    EXPECT_TRUE(pad.draft.problem().contains(QStringLiteral("order.empty")));

    pad.draft.put(toQt(idOf(pads)), 20);

    EXPECT_FALSE(pad.draft.canSubmit());
    EXPECT_TRUE(pad.draft.problem().contains(QStringLiteral("order.price_list_ended")));
}

TEST_F(OrderDraftTest, LosesTheSignatureWhenTheGoodsChangeAfterIt)
{
    PageStore store{theCatalogue(farAway)};
    OrderPad pad{store};
    ASSERT_TRUE(comesTrue([&] { return pad.isReady(); }));
    pad.draft.put(toQt(idOf(pads)), 20);
    pad.draft.sign(QStringLiteral("M1 1L2 2"), QStringLiteral("王经理"));

    pad.draft.put(toQt(idOf(pads)), 21);

    EXPECT_TRUE(pad.draft.signature().isEmpty());
    EXPECT_EQ(pad.draft.signedBy(), QStringLiteral("王经理"));
}

TEST_F(OrderDraftTest, PricesFollowTheQuantityAlsoAfterARestart)
{
    PageStore store{withSteps(theCatalogue(farAway))};
    const auto priceOf = [](OrderDraft& draft) {
        const OrderDraftLines& lines = *draft.lines();
        return lines.data(lines.index(0), lines.roleNames().key("priceMinor")).toLongLong();
    };
    {
        OrderPad pad{store};
        ASSERT_TRUE(comesTrue([&] { return pad.isReady(); }));
        pad.draft.put(toQt(idOf(pads)), 9);
        EXPECT_EQ(priceOf(pad.draft), 26'800);
        ASSERT_TRUE(comesTrue(
            [&] { return !store.tablet.store.openQueries()->draftKeys("order:").empty(); }));
    }
    OrderPad again{store};
    ASSERT_TRUE(comesTrue([&] { return again.isReady(); }));

    again.draft.put(toQt(idOf(pads)), 10);
    EXPECT_EQ(priceOf(again.draft), 25'000);
    again.draft.put(toQt(idOf(pads)), 9);
    EXPECT_EQ(priceOf(again.draft), 26'800);
}

} // namespace
} // namespace fieldbook::client
