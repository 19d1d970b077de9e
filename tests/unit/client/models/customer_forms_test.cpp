#include "client/models/drafts/form_draft.h"
#include "client/models/drafts/recycling.h"
#include "client/models/roles.h"
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
constexpr std::uint8_t chen = 60;

Record aContact(std::uint8_t id, const std::string& name, bool isPrimary)
{
    Record record =
        aRecord("contact", idOf(id),
                {{"customer", idOf(hengtong)}, {"name", name}, {"is_primary", isPrimary}});
    record.setMade(serverVersion(3));
    return record;
}

class CustomerForms : public ::testing::Test {
protected:
    CustomerForms() { testing::needApplication(); }

    [[nodiscard]] bool opens(FormDraft& draft, const char* type)
    {
        draft.setType(QString::fromLatin1(type));
        draft.setApp(&store.app);
        return comesTrue([&] { return draft.state() == ListModel::State::Ready; });
    }

    PageStore store{{aCustomer(idOf(hengtong), "杭州恒通汽车", "0571-8800 1234"),
                     aContact(chen, "陈国栋", true)}};
};

TEST_F(CustomerForms, RecordOnlyThePhoneThatWasChanged)
{
    FormDraft draft;
    draft.setRecordId(toQt(idOf(hengtong)));
    ASSERT_TRUE(opens(draft, "customer"));
    QSignalSpy saved{&draft, &FormDraft::saved};

    draft.put(QStringLiteral("phone"), QStringLiteral("0571-8800 9999"));
    draft.put(QStringLiteral("city"), QStringLiteral("杭州"));
    draft.put(QStringLiteral("city"), QString{});
    draft.save();
    ASSERT_TRUE(comesTrue([&] { return saved.count() == 1; }));

    const auto outbox = store.tablet.outbox();
    ASSERT_EQ(outbox.size(), 1U);
    ASSERT_EQ(outbox[0].fields.size(), 1U);
    EXPECT_EQ(outbox[0].fields[0].field, "phone");
}

TEST_F(CustomerForms, KeepSeveralPhonesAndTags)
{
    FormDraft draft;
    draft.setRecordId(toQt(idOf(hengtong)));
    ASSERT_TRUE(opens(draft, "customer"));
    QSignalSpy saved{&draft, &FormDraft::saved};

    draft.put(QStringLiteral("more_phones"), QStringLiteral("13800001111，13900002222"));
    draft.put(QStringLiteral("visit_every_days"), QStringLiteral("21"));
    draft.save();
    ASSERT_TRUE(comesTrue([&] { return saved.count() == 1; }));

    const auto record = store.tablet.find(idOf(hengtong));
    EXPECT_EQ(std::get<TextSet>(record->get("more_phones")).size(), 2U);
    EXPECT_EQ(std::get<std::int64_t>(record->get("visit_every_days")), 21);
}

TEST_F(CustomerForms, RefuseAPhoneAndAnAddressThatReachNobody)
{
    FormDraft draft;
    draft.setRecordId(toQt(idOf(hengtong)));
    ASSERT_TRUE(opens(draft, "customer"));

    draft.put(QStringLiteral("more_phones"), QStringLiteral("13800001111, abc"));
    draft.put(QStringLiteral("email"), QStringLiteral("chen at hengtong"));
    draft.save();

    EXPECT_TRUE(draft.problems().contains(QStringLiteral("more_phones")));
    EXPECT_TRUE(draft.problems().contains(QStringLiteral("email")));
    EXPECT_TRUE(store.tablet.outbox().empty());
}

TEST_F(CustomerForms, StartANewCustomerWithWhatTheyAreGiven)
{
    FormDraft draft;
    draft.setPreset({{QStringLiteral("kind"), QStringLiteral("organisation")}});
    ASSERT_TRUE(opens(draft, "customer"));
    QSignalSpy saved{&draft, &FormDraft::saved};
    EXPECT_FALSE(draft.dirty());

    draft.put(QStringLiteral("name"), QStringLiteral("绍兴越城快修"));
    draft.save();
    ASSERT_TRUE(comesTrue([&] { return saved.count() == 1; }));

    EXPECT_EQ(store.tablet.textOf(toId(saved[0][0].toString()), "kind"), "organisation");
}

TEST_F(CustomerForms, MakeOneContactThePrimaryOne)
{
    FormDraft draft;
    draft.setPreset({{QStringLiteral("customer"), toQt(idOf(hengtong))}});
    ASSERT_TRUE(opens(draft, "contact"));
    QSignalSpy saved{&draft, &FormDraft::saved};
    EXPECT_EQ(draft.names().value(QStringLiteral("customer")).toString(),
              QStringLiteral("杭州恒通汽车"));

    draft.put(QStringLiteral("name"), QStringLiteral("沈佳怡"));
    draft.put(QStringLiteral("is_primary"), true);
    draft.save();
    ASSERT_TRUE(comesTrue([&] { return saved.count() == 1; }));

    for (const ContactRow& row : store.tablet.store.openQueries()->contacts(idOf(hengtong))) {
        EXPECT_EQ(row.isPrimary, row.id != idOf(chen));
    }
    const auto outbox = store.tablet.outbox();
    ASSERT_EQ(outbox.size(), 2U);
    EXPECT_NE(outbox[0].group, 0);
    EXPECT_EQ(outbox[0].group, outbox[1].group);
}

TEST_F(CustomerForms, DeleteIntoTheRecycleBinAndTakeBack)
{
    FormDraft draft;
    draft.setRecordId(toQt(idOf(chen)));
    ASSERT_TRUE(opens(draft, "contact"));
    QSignalSpy removed{&draft, &FormDraft::removed};

    draft.remove();
    ASSERT_TRUE(comesTrue([&] { return removed.count() == 1; }));
    EXPECT_TRUE(store.tablet.store.openQueries()->contacts(idOf(hengtong)).empty());

    Recycling recycling;
    recycling.setApp(&store.app);
    recycling.restore(toQt(idOf(chen)));
    ASSERT_TRUE(comesTrue(
        [&] { return store.tablet.store.openQueries()->contacts(idOf(hengtong)).size() == 1; }));
}

} // namespace
} // namespace fieldbook::client
