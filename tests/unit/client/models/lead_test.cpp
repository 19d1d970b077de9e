#include "client/models/activities/note_draft.h"
#include "client/models/customers/timeline_model.h"
#include "client/models/drafts/duplicate_model.h"
#include "client/models/drafts/form_draft.h"
#include "client/models/leads/lead_conversion.h"
#include "client/models/leads/lead_list_model.h"
#include "client/models/leads/lead_view.h"
#include "client/models/roles.h"
#include "shared/base/encoding.h"
#include "shared/rules/listing.h"
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

constexpr std::uint8_t yongjiang = 50;
constexpr std::uint8_t fresh = 90;
constexpr std::uint8_t givenUp = 91;

Record aLead(std::uint8_t id, const std::string& name, const std::string& phone, const Uuid& owner)
{
    Record record = aRecord("lead", idOf(id),
                            {{"name", name},
                             {"phone", phone},
                             {"owner", owner},
                             {"source", std::string{"event"}},
                             {"stage", std::string{"new"}}});
    record.setMade(serverVersion(3));
    return record;
}

std::vector<Record> theLeads()
{
    Record old = aLead(givenUp, "老周", "13900001111", Company{}.ming);
    old.set("stage", std::string{"disqualified"});
    old.set("disqualified_reason", std::string{"已停业"});
    return {aCustomer(idOf(yongjiang), "宁波甬江汽配批发有限公司", "0574-8765 4321"),
            aLead(fresh, "慈溪快修", "138 0574 6200", Company{}.ming), old};
}

class Leads : public ::testing::Test {
protected:
    Leads() { testing::needApplication(); }

    template <class Model>
    [[nodiscard]] bool opens(Model& model)
    {
        model.setApp(&store.app);
        return comesTrue([&] { return model.state() == ListModel::State::Ready; });
    }

    PageStore store{theLeads()};
};

TEST_F(Leads, AreListedByStageAndFoundByPinyinAndPhoneTail)
{
    LeadListModel list;
    ASSERT_TRUE(opens(list));
    EXPECT_EQ(list.count(), 1);
    EXPECT_EQ(list.keyAt(0), toQt(idOf(fresh)));

    list.setSearch(QStringLiteral("cxkx"));
    ASSERT_TRUE(comesTrue([&] { return list.state() == ListModel::State::Ready; }));
    EXPECT_EQ(list.count(), 1);
    list.setSearch(QStringLiteral("6200"));
    list.setSource(QStringLiteral("web"));
    ASSERT_TRUE(comesTrue([&] { return list.state() == ListModel::State::Empty; }));
    list.setSource(QStringLiteral("event"));
    ASSERT_TRUE(comesTrue([&] { return list.count() == 1; }));

    list.setSearch({});
    list.setSource({});
    list.setStage(QStringLiteral("disqualified"));
    ASSERT_TRUE(comesTrue([&] { return list.keyAt(0) == toQt(idOf(givenUp)); }));
}

TEST_F(Leads, AreCountedByStage)
{
    LeadCounts counts;
    counts.setApp(&store.app);

    ASSERT_TRUE(comesTrue([&] { return counts.open() == 1; }));
    EXPECT_EQ(counts.byStage().value(QStringLiteral("disqualified")).toInt(), 1);
}

TEST_F(Leads, NeedANameAndAPhoneThatCanBeDialled)
{
    FormDraft draft;
    draft.setType(QStringLiteral("lead"));
    ASSERT_TRUE(opens(draft));
    QSignalSpy found{&draft, &FormDraft::problemFound};
    EXPECT_TRUE(draft.problems().isEmpty());

    draft.put(QStringLiteral("name"), QStringLiteral("  "));
    draft.put(QStringLiteral("phone"), QStringLiteral("call me"));
    draft.save();

    ASSERT_EQ(found.count(), 1);
    EXPECT_EQ(found[0][0].toString(), QStringLiteral("name"));
    EXPECT_TRUE(draft.problems()
                    .value(QStringLiteral("name"))
                    .toString()
                    .contains(QStringLiteral("field.required")));
    EXPECT_TRUE(draft.problems()
                    .value(QStringLiteral("phone"))
                    .toString()
                    .contains(QStringLiteral("phone.malformed")));
    EXPECT_TRUE(store.tablet.outbox().empty());
}

TEST_F(Leads, AreRecordedWithWhatWasTyped)
{
    FormDraft draft;
    draft.setType(QStringLiteral("lead"));
    ASSERT_TRUE(opens(draft));
    QSignalSpy saved{&draft, &FormDraft::saved};

    draft.put(QStringLiteral("name"), QStringLiteral(" 余姚精品店 "));
    draft.put(QStringLiteral("phone"), QStringLiteral("0574-6262 1234 转 8"));
    draft.save();
    ASSERT_TRUE(comesTrue([&] { return saved.count() == 1; }));

    const Uuid id = toId(saved[0][0].toString());
    EXPECT_EQ(store.tablet.textOf(id, "name"), "余姚精品店");
    EXPECT_EQ(store.tablet.textOf(id, "stage"), "new");
    EXPECT_FALSE(store.tablet.store.openQueries()->draft("lead:new"));
}

TEST_F(Leads, AreKeptAsTheyAreTypedUntilSavedOrDiscarded)
{
    {
        FormDraft draft;
        draft.setType(QStringLiteral("lead"));
        ASSERT_TRUE(opens(draft));
        draft.put(QStringLiteral("phone"), QStringLiteral("138"));
        ASSERT_TRUE(comesTrue(
            [&] { return store.tablet.store.openQueries()->draft("lead:new").has_value(); }));
    }

    FormDraft again;
    again.setType(QStringLiteral("lead"));
    ASSERT_TRUE(opens(again));
    EXPECT_TRUE(again.restored());
    EXPECT_EQ(again.valueOf(QStringLiteral("phone")).toString(), QStringLiteral("138"));

    again.discard();
    EXPECT_FALSE(again.dirty());
    ASSERT_TRUE(comesTrue([&] { return !store.tablet.store.openQueries()->draft("lead:new"); }));
}

TEST_F(Leads, HintAtWhoIsHereAlready)
{
    DuplicateModel duplicates;
    duplicates.setApp(&store.app);
    duplicates.setName(QStringLiteral("宁"));
    ASSERT_TRUE(comesTrue([&] { return duplicates.state() == ListModel::State::Empty; }));

    duplicates.setName(QStringLiteral("宁波甬江"));
    ASSERT_TRUE(comesTrue([&] { return duplicates.count() == 1; }));
    EXPECT_EQ(duplicates.keyAt(0), toQt(idOf(yongjiang)));

    duplicates.setName(QStringLiteral("别的名字"));
    ASSERT_TRUE(comesTrue([&] { return duplicates.count() == 0; }));
    duplicates.setPhone(QStringLiteral("057487654321"));
    ASSERT_TRUE(comesTrue([&] { return duplicates.count() == 1; }));
    const auto samePhone = duplicates.roleNames().key("samePhone");
    EXPECT_TRUE(duplicates.data(duplicates.index(0), samePhone).toBool());
}

TEST_F(Leads, HintAtTheCustomerOfAColleagueByWhatTheBoardMayKnow)
{
    const auto key = testing::aKey(9);
    Record settings =
        aRecord("customer_rules", rules::customerRulesId(), {{"index_key", toHex(key.bytes())}});
    const auto keys = rules::listingKeys("台州天衡汽修", {"0576-88880000"}, {}, key);
    Record listing = aRecord("listing", rules::listingId(idOf(95)),
                             {{"customer", idOf(95)},
                              {"name", std::string{"台***"}},
                              {"owner", Company{}.ana},
                              {"name_key", keys.name},
                              {"sound_key", keys.sound},
                              {"phone_key", keys.phones.front()}});
    for (Record* record : {&settings, &listing}) {
        record->setMade(serverVersion(4));
    }
    PageStore board{{settings, listing}};
    DuplicateModel duplicates;
    duplicates.setApp(&board.app);

    duplicates.setPhone(QStringLiteral("+86 576 8888 0000"));

    ASSERT_TRUE(comesTrue([&] { return duplicates.count() == 1; }));
    const auto told = [&](const char* role) {
        return duplicates.data(duplicates.index(0), duplicates.roleNames().key(role));
    };
    EXPECT_EQ(told("recordType").toString(), QStringLiteral("listing"));
    EXPECT_EQ(told("name").toString(), QStringLiteral("台***"));
    EXPECT_TRUE(told("samePhone").toBool());
    EXPECT_FALSE(told("sameName").toBool());

    duplicates.setPhone({});
    duplicates.setName(QStringLiteral("台州天恒汽修"));
    ASSERT_TRUE(comesTrue([&] { return duplicates.count() == 1 && !told("samePhone").toBool(); }));
    duplicates.setCustomersOnly(true);
    ASSERT_TRUE(comesTrue([&] { return duplicates.count() == 0; }));
}

TEST_F(Leads, AreQualifiedGivenUpForAReasonAndReopened)
{
    LeadView lead;
    lead.setRecordId(toQt(idOf(fresh)));
    ASSERT_TRUE(opens(lead));
    QSignalSpy done{&lead, &LeadView::done};
    QSignalSpy refused{&lead, &LeadView::refused};

    lead.qualify();
    ASSERT_TRUE(comesTrue([&] { return lead.stage() == QStringLiteral("qualified"); }));
    lead.giveUp(QStringLiteral("  "));
    ASSERT_TRUE(comesTrue([&] { return refused.count() == 1; }));
    EXPECT_TRUE(refused[0][0].toString().contains(QStringLiteral("lead.reason_missing")));
    lead.giveUp(QStringLiteral("已停业"));
    ASSERT_TRUE(comesTrue([&] { return !lead.open(); }));
    EXPECT_EQ(lead.disqualifiedReason(), QStringLiteral("已停业"));
    lead.reopen();
    ASSERT_TRUE(comesTrue([&] { return lead.stage() == QStringLiteral("new"); }));
    EXPECT_EQ(done.count(), 3);
}

TEST_F(Leads, AreNotASalespersonsToAssign)
{
    LeadView lead;
    lead.setRecordId(toQt(idOf(fresh)));
    ASSERT_TRUE(opens(lead));
    QSignalSpy refused{&lead, &LeadView::refused};

    EXPECT_TRUE(lead.assignees().isEmpty());
    lead.assign(toQt(Company{}.ming), {});
    ASSERT_TRUE(comesTrue([&] { return refused.count() == 1; }));
    EXPECT_TRUE(refused[0][0].toString().contains(QStringLiteral("access.manager_only")));
}

TEST_F(Leads, BecomeCustomerContactAndOpportunityInOneAct)
{
    LeadConversion conversion;
    conversion.setLeadId(toQt(idOf(fresh)));
    ASSERT_TRUE(opens(conversion));
    QSignalSpy converted{&conversion, &LeadConversion::converted};
    EXPECT_EQ(conversion.kind(), QStringLiteral("person"));
    EXPECT_TRUE(conversion.existingId().isEmpty());

    conversion.setKind(QStringLiteral("organisation"));
    conversion.setOpportunityName({});
    conversion.convert();
    EXPECT_FALSE(conversion.problems().isEmpty());
    conversion.setOpportunityName(QStringLiteral("首批机油"));
    conversion.setAmount(860'000);
    conversion.convert();
    ASSERT_TRUE(comesTrue([&] { return converted.count() == 1; }));

    ASSERT_EQ(store.tablet.outbox().size(), 1U);
    EXPECT_EQ(store.tablet.outbox()[0].act, "lead.convert");
    const Uuid customer = toId(converted[0][0].toString());
    EXPECT_EQ(store.tablet.textOf(customer, "kind"), "organisation");
    const auto queries = store.tablet.store.openQueries();
    EXPECT_EQ(queries->contacts(customer).size(), 1U);
    const auto deals = queries->opportunities(customer, false);
    ASSERT_EQ(deals.size(), 1U);
    EXPECT_EQ(deals[0].name, "首批机油");
    EXPECT_EQ(deals[0].amount->minor(), 860'000);
    EXPECT_EQ(store.tablet.textOf(idOf(fresh), "stage"), "converted");
}

TEST_F(Leads, JoinTheCustomerWhoHasTheSameNumber)
{
    ASSERT_TRUE(
        store.tablet.store.recorder().edit(idOf(fresh), {{"phone", std::string{"0574 87654321"}}}));
    LeadConversion conversion;
    conversion.setLeadId(toQt(idOf(fresh)));
    ASSERT_TRUE(opens(conversion));
    QSignalSpy converted{&conversion, &LeadConversion::converted};
    EXPECT_EQ(conversion.existingId(), toQt(idOf(yongjiang)));
    EXPECT_EQ(conversion.existingName(), QStringLiteral("宁波甬江汽配批发有限公司"));

    conversion.setWithOpportunity(false);
    conversion.convert();
    ASSERT_TRUE(comesTrue([&] { return converted.count() == 1; }));

    EXPECT_EQ(converted[0][0].toString(), toQt(idOf(yongjiang)));
    const auto queries = store.tablet.store.openQueries();
    EXPECT_EQ(queries->contacts(idOf(yongjiang)).size(), 1U);
    EXPECT_TRUE(queries->opportunities(idOf(yongjiang), true).empty());
}

TEST_F(Leads, ThatWereGivenUpAreNotConverted)
{
    LeadConversion conversion;
    conversion.setLeadId(toQt(idOf(givenUp)));
    ASSERT_TRUE(opens(conversion));
    QSignalSpy refused{&conversion, &LeadConversion::refused};

    conversion.convert();
    ASSERT_TRUE(comesTrue([&] { return refused.count() == 1; }));

    EXPECT_TRUE(refused[0][0].toString().contains(QStringLiteral("lead.disqualified")));
    EXPECT_TRUE(store.tablet.outbox().empty());
}

TEST_F(Leads, KeepWhatWasSaidWithThem)
{
    NoteDraft note;
    note.setLeadId(toQt(idOf(fresh)));
    ASSERT_TRUE(opens(note));
    note.setKind(QStringLiteral("call"));
    note.setContent(QStringLiteral("下周来看样品。"));
    note.setNextTitle(QStringLiteral("带样品"));
    ASSERT_TRUE(note.canSave());

    QSignalSpy saved{&note, &NoteDraft::saved};
    note.save();
    ASSERT_TRUE(comesTrue([&] { return !saved.isEmpty(); }));

    TimelineModel timeline;
    timeline.setRecordId(toQt(idOf(fresh)));
    ASSERT_TRUE(opens(timeline));
    ASSERT_EQ(timeline.count(), 1);
    EXPECT_EQ(timeline.rowAt(0).value(QStringLiteral("content")), QStringLiteral("下周来看样品。"));
}

} // namespace
} // namespace fieldbook::client
