#include "tests/support/office.h"

#include <gtest/gtest.h>

namespace fieldbook::testing {
namespace {

using server::Handover;
using server::HandoverOrder;

Value words(std::string_view text) { return std::string{text}; }
std::string codeOf(const auto& result) { return result ? "fine" : result.error().code; }

// Ming leaves: a bakery in Hangzhou with all that can hang on it, a garage in Ningbo, a lead, and
// what belongs to no customer. Ana has a customer of her own at which Ming had something to do.
class Leaver : public ::testing::Test {
protected:
    Office office;
    Company& company = office.company;
    Uuid bakery = idOf(100);
    Uuid garage = idOf(101);
    Uuid lead = idOf(102);
    Uuid baker = idOf(103);
    Uuid deal = idOf(104);
    Uuid won = idOf(105);
    Uuid call = idOf(106);
    Uuid planned = idOf(107);
    Uuid done = idOf(108);
    Uuid draft = idOf(109);
    Uuid submitted = idOf(110);
    Uuid loose = idOf(111);
    Uuid fair = idOf(112);
    Uuid past = idOf(113);
    Uuid inBin = idOf(114);
    Uuid anas = idOf(115);
    Uuid atAnas = idOf(116);
    Uuid ofGarage = idOf(117);
    Uuid note = idOf(118);

    void SetUp() override
    {
        const Timestamp now = office.clock.now();
        const auto hours = [&](int count) { return now + std::chrono::hours{count}; };
        make("customer", bakery,
             {{"name", words("面包房")},
              {"kind", words("person")},
              {"city", words("杭州")},
              {"owner", company.ming}});
        make("customer", garage,
             {{"name", words("修车铺")},
              {"kind", words("organisation")},
              {"city", words("宁波")},
              {"owner", company.ming}});
        make("customer", inBin,
             {{"name", words("旧客户")},
              {"kind", words("person")},
              {"owner", company.ming},
              {"deleted_at", now}});
        make("customer", anas,
             {{"name", words("Ana's")}, {"kind", words("person")}, {"owner", company.ana}});
        make("contact", baker, {{"customer", bakery}, {"name", words("陈师傅")}});
        make("lead", lead,
             {{"name", words("新店")},
              {"phone", words("13800000000")},
              {"owner", company.ming},
              {"stage", words("new")}});
        make("activity", note,
             {{"customer", bakery},
              {"owner", company.ming},
              {"kind", words("note")},
              {"happened_at", now}});
        makeDeal(deal, "initial");
        makeDeal(won, "won");
        makeVisit(planned, "planned");
        makeVisit(done, "done");
        makeOrder(draft, "draft");
        makeOrder(submitted, "submitted");
        makeReminder(call, bakery);
        makeReminder(ofGarage, garage);
        makeReminder(atAnas, anas);
        makeReminder(loose, {});
        make("appointment", fair,
             {{"title", words("展会")},
              {"owner", company.ming},
              {"starts_at", hours(1)},
              {"ends_at", hours(2)}});
        make("appointment", past,
             {{"title", words("例会")},
              {"owner", company.ming},
              {"starts_at", hours(-3)},
              {"ends_at", hours(-2)}});
    }

    void make(std::string_view type,
              const Uuid& id,
              std::initializer_list<std::pair<std::string_view, Value>> values)
    {
        office.decide({Office::writeOf(aRecord(type, id, values))});
    }
    void makeDeal(const Uuid& id, std::string_view stage)
    {
        make("opportunity", id,
             {{"customer", bakery},
              {"name", words("烤炉")},
              {"owner", company.ming},
              {"stage", words(stage)},
              {"amount", Money::fromMinor(100, *Currency::parse("CNY"))},
              {"expected_close", Date{std::chrono::year{2026} / 12 / 1}}});
    }
    void makeVisit(const Uuid& id, std::string_view state)
    {
        make("visit", id,
             {{"customer", bakery},
              {"owner", company.ming},
              {"state", words(state)},
              {"planned_at", office.clock.now()}});
    }
    void makeOrder(const Uuid& id, std::string_view state)
    {
        make("order", id,
             {{"customer", bakery},
              {"owner", company.ming},
              {"state", words(state)},
              {"number", words("A7-" + id.text().substr(34))},
              {"currency", words("CNY")}});
    }
    void makeReminder(const Uuid& id, const Uuid& customer)
    {
        Record record = aRecord("reminder", id,
                                {{"title", words("打电话")},
                                 {"owner", company.ming},
                                 {"state", words("open")},
                                 {"due_at", office.clock.now()}});
        if (!customer.isNil()) {
            record.set("customer", customer);
        }
        office.decide({Office::writeOf(record)});
    }

    Result<Handover> handOver(const HandoverOrder& order, const Uuid& by = {})
    {
        return office.machine->handovers.handOver(by, order);
    }
    HandoverOrder wholeTo(const Uuid& to) const
    {
        return {.from = company.ming, .to = to, .parts = {}, .customers = {}, .reason = "离职"};
    }
    Uuid ownerOf(const Uuid& id)
    {
        const auto record = office.find(id);
        return record->referenceOf(record->type().ownerField);
    }
    static std::size_t
    counted(const std::vector<server::HandoverCount>& counts, const Uuid& to, std::string_view type)
    {
        for (const auto& each : counts) {
            if (each.to == to && each.type->name == type) {
                return each.records;
            }
        }
        return 0;
    }
};

TEST_F(Leaver, HandsOverTheWholeBookAndWhatIsStillToDoButNotWhatIsDone)
{
    const auto made = handOver(wholeTo(company.ana));

    ASSERT_TRUE(made) << codeOf(made);
    for (const auto& id :
         {bakery, garage, inBin, lead, deal, planned, draft, call, ofGarage, loose, fair, atAnas}) {
        EXPECT_EQ(ownerOf(id), company.ana) << office.find(id)->document();
    }
    for (const auto& id : {won, done, submitted, past, note}) {
        EXPECT_EQ(ownerOf(id), company.ming) << office.find(id)->document();
    }
    EXPECT_EQ(office.find(bakery)->textOf("assign_reason"), "离职");
    EXPECT_EQ(counted(made->moved, company.ana, "customer"), 3U);
    EXPECT_EQ(counted(made->moved, company.ana, "reminder"), 4U);
    EXPECT_EQ(counted(made->kept, company.ming, "visit"), 1U);
}

TEST_F(Leaver, LeavesASuccessorsTabletWithEverythingAboutTheCustomersAtTheNextSync)
{
    PlainTablet ming{office, company.ming};
    PlainTablet ana{office, company.ana};
    ming.pull();
    ana.pull();
    ASSERT_TRUE(ming.holds(bakery));

    ASSERT_TRUE(handOver(wholeTo(company.ana)));
    ming.pull();
    ana.pull({.recordsMax = 2});

    for (const auto& id : {bakery, garage, lead, baker, deal, won, call, planned, done, draft,
                           submitted, loose, fair, atAnas}) {
        EXPECT_TRUE(ana.holds(id)) << office.find(id)->document();
    }
    EXPECT_FALSE(ming.holds(bakery));
    EXPECT_FALSE(ming.holds(baker));
}

TEST_F(Leaver, HandsPartsToSeveralAndWhatHangsOnACustomerGoesWithIt)
{
    HandoverOrder order = wholeTo(company.ana);
    order.parts = {{.field = "city", .value = "宁波", .to = company.zhou}};
    order.customers = {{bakery, company.chen}};

    ASSERT_TRUE(handOver(order));

    EXPECT_EQ(ownerOf(garage), company.zhou);
    EXPECT_EQ(ownerOf(ofGarage), company.zhou);
    for (const auto& id : {bakery, deal, planned, call, draft}) {
        EXPECT_EQ(ownerOf(id), company.chen) << office.find(id)->document();
    }
    EXPECT_EQ(ownerOf(lead), company.ana);
    EXPECT_EQ(ownerOf(loose), company.ana);
}

TEST_F(Leaver, KeepsTheRestWhenOnlyAPartIsHandedOver)
{
    HandoverOrder order = wholeTo({});
    order.parts = {{.field = "city", .value = "宁波", .to = company.zhou}};

    ASSERT_TRUE(handOver(order));

    EXPECT_EQ(ownerOf(garage), company.zhou);
    for (const auto& id : {bakery, call, draft, lead, loose, atAnas}) {
        EXPECT_EQ(ownerOf(id), company.ming) << office.find(id)->document();
    }
}

TEST_F(Leaver, HasAPreviewThatSaysWhatWouldHappenAndLeavesNothing)
{
    PlainTablet ana{office, company.ana};
    ana.pull();
    const auto before = ana.held;

    const auto would = office.machine->handovers.preview({}, wholeTo(company.ana));

    ASSERT_TRUE(would) << codeOf(would);
    ana.pull();
    EXPECT_EQ(ana.held, before);
    EXPECT_EQ(ownerOf(bakery), company.ming);
    EXPECT_TRUE(office.machine->handovers.list().empty());
    const auto made = handOver(wholeTo(company.ana));
    EXPECT_EQ(made->moved, would->moved);
    EXPECT_EQ(made->kept, would->kept);
}

TEST_F(Leaver, GetsTheBookBackWhenTheHandoverIsUndoneButForWhatHasMovedOn)
{
    const auto made = handOver(wholeTo(company.ana));
    ASSERT_TRUE(made);
    office.setField("customer", garage, "owner", company.zhou);
    PlainTablet ana{office, company.ana};
    ana.pull();
    ana.edit("customer", bakery, "city", words("绍兴"));
    ana.push();

    const auto undone = office.machine->handovers.undo({}, made->id);

    ASSERT_TRUE(undone) << codeOf(undone);
    for (const auto& id : {bakery, inBin, lead, deal, planned, draft, call, loose, fair, atAnas}) {
        EXPECT_EQ(ownerOf(id), company.ming) << office.find(id)->document();
    }
    EXPECT_EQ(ownerOf(garage), company.zhou);
    EXPECT_EQ(office.find(bakery)->textOf("city"), "绍兴");
    EXPECT_EQ(office.find(bakery)->textOf("assign_reason"), "");
    EXPECT_EQ(counted(undone->moved, company.ming, "customer"), 2U);
    EXPECT_EQ(codeOf(office.machine->handovers.undo({}, made->id)), "handover.undone");
    const auto list = office.machine->handovers.list();
    ASSERT_EQ(list.size(), 1U);
    EXPECT_TRUE(list[0].undoneAt);
}

TEST_F(Leaver, IsHandedOverByThoseWhoAnswerForThem)
{
    EXPECT_EQ(codeOf(handOver(wholeTo(company.ana), company.ana)), "access.manager_only");
    EXPECT_EQ(codeOf(handOver(wholeTo(company.ana), company.chen)), "access.manager_only");
    EXPECT_EQ(codeOf(handOver(wholeTo(company.ana), company.gao)), "fine");
    EXPECT_EQ(codeOf(office.machine->handovers.undo(company.zhou,
                                                    office.machine->handovers.list()[0].id)),
              "access.manager_only");
}

TEST_F(Leaver, IsNotHandedOverToWhoCannotTakeIt)
{
    const auto head = [&] { return office.machine->store.read()->head(); };
    ASSERT_TRUE(
        office.machine->people.alter({}, "user", company.chen, {{"status", words("frozen")}}));
    const auto before = head();
    HandoverOrder byPhone = wholeTo(company.ana);
    byPhone.parts = {{.field = "position", .value = "x", .to = company.zhou}};

    EXPECT_EQ(codeOf(handOver(wholeTo(company.ming))), "handover.same");
    EXPECT_EQ(codeOf(handOver(wholeTo(company.chen))), "user.inactive");
    EXPECT_EQ(codeOf(handOver(wholeTo(idOf(99)))), "user.missing");
    EXPECT_EQ(codeOf(handOver(wholeTo({}))), "handover.empty");
    EXPECT_EQ(codeOf(handOver(byPhone)), "handover.field");
    EXPECT_EQ(codeOf(office.machine->handovers.undo({}, idOf(99))), "handover.missing");
    EXPECT_EQ(head(), before);

    office.setField("team", company.south, "kind", words("board"));
    office.setField("team", company.east, "kind", words("board"));
    EXPECT_EQ(codeOf(handOver(wholeTo(company.ana))), "access.board");
    EXPECT_EQ(ownerOf(bakery), company.ming);
}

} // namespace
} // namespace fieldbook::testing
