#include "tests/contract/server/store/stores.h"

#include <gmock/gmock.h>

namespace fieldbook::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Date day(unsigned number)
{
    return Date{std::chrono::year{2026} / 5 / static_cast<int>(number)};
}

class Accounts : public StoreContract {};
INSTANTIATE_TEST_SUITE_P(Stores, Accounts, ::testing::ValuesIn(storeKinds()), [](const auto& kind) {
    return kind.param.name;
});

TEST_P(Accounts, ASecondFactorComesBackAndGoesWithItsRecoveryCodes)
{
    server::SecondFactor factor{.user = idOf(11),
                                .secret = {1, 2, 3},
                                .isConfirmed = false,
                                .lastStep = 0,
                                .changedAt = fromMillis(5)};
    const auto code = sha256("one");
    const auto other = sha256("two");
    auto writer = store->begin();
    writer->putSecondFactor(factor);
    factor.isConfirmed = true;
    factor.lastStep = 57'000'000;
    writer->putSecondFactor(factor);
    writer->setRecoveryCodes(idOf(11), std::array<Sha256Digest, 1>{sha256("of before")});
    writer->setRecoveryCodes(idOf(11), std::array<Sha256Digest, 2>{code, other});
    EXPECT_TRUE(writer->useRecoveryCode(idOf(11), code, fromMillis(6)));
    EXPECT_FALSE(writer->useRecoveryCode(idOf(11), code, fromMillis(7)));
    EXPECT_FALSE(writer->useRecoveryCode(idOf(12), other, fromMillis(7)));
    writer->commit();
    writer.reset();

    EXPECT_EQ(store->read()->findSecondFactor(idOf(11)), factor);
    EXPECT_FALSE(store->read()->findSecondFactor(idOf(12)));
    EXPECT_EQ(store->read()->recoveryCodesLeft(idOf(11)), 1u);

    writer = store->begin();
    writer->dropSecondFactor(idOf(11));
    writer->commit();
    writer.reset();

    EXPECT_FALSE(store->read()->findSecondFactor(idOf(11)));
    EXPECT_EQ(store->read()->recoveryCodesLeft(idOf(11)), 0u);
}

TEST_P(Accounts, RequestsComeBackTheNewestFirst)
{
    server::AccountRequest open{.id = idOf(1),
                                .kind = "open",
                                .subject = {},
                                .team = idOf(21),
                                .wishes = R"({"login":"ming"})",
                                .reason = "new",
                                .isLeaving = false,
                                .state = "requested",
                                .requestedBy = idOf(11),
                                .requestedAt = fromMillis(1),
                                .dueAt = fromMillis(100)};
    server::AccountRequest freeze{.id = idOf(2),
                                  .kind = "freeze",
                                  .subject = idOf(12),
                                  .team = idOf(21),
                                  .wishes = "{}",
                                  .reason = "leaves",
                                  .isLeaving = true,
                                  .state = "executed",
                                  .requestedBy = idOf(11),
                                  .requestedAt = fromMillis(2),
                                  .dueAt = fromMillis(100),
                                  .decidedBy = idOf(13),
                                  .decidedAt = fromMillis(3),
                                  .handling = "done",
                                  .executedBy = {},
                                  .executedAt = fromMillis(3)};
    auto writer = store->begin();
    writer->putAccountRequest(open);
    open.subject = idOf(14);
    writer->putAccountRequest(open);
    writer->putAccountRequest(freeze);
    writer->commit();
    writer.reset();

    const auto view = store->read();
    EXPECT_EQ(view->findAccountRequest(idOf(1)), open);
    EXPECT_FALSE(view->findAccountRequest(idOf(3)));
    EXPECT_THAT(view->accountRequests("", 10), ElementsAre(freeze, open));
    EXPECT_THAT(view->accountRequests("", 1), ElementsAre(freeze));
    EXPECT_THAT(view->accountRequests("requested", 10), ElementsAre(open));
    EXPECT_THAT(view->accountRequests("refused", 10), IsEmpty());
}

TEST_P(Accounts, LoginsAddUpByUserAndDay)
{
    auto writer = store->begin();
    writer->countLogin({.user = idOf(11), .day = day(4), .opened = 1, .worked = 0});
    writer->countLogin({.user = idOf(11), .day = day(4), .opened = 0, .worked = 3});
    writer->countLogin({.user = idOf(11), .day = day(6), .opened = 2, .worked = 0});
    writer->countLogin({.user = idOf(12), .day = day(5), .opened = 0, .worked = 1});
    const server::AttendanceNote note{
        .user = idOf(12), .day = day(5), .by = idOf(13), .at = fromMillis(9), .text = "50 元"};
    writer->putAttendanceNote(
        {.user = idOf(12), .day = day(5), .by = idOf(14), .at = fromMillis(8), .text = "?"});
    writer->putAttendanceNote(note);
    writer->commit();
    writer.reset();

    const server::LoginDay fourth{.user = idOf(11), .day = day(4), .opened = 1, .worked = 3};
    const server::LoginDay sixth{.user = idOf(11), .day = day(6), .opened = 2, .worked = 0};
    const server::LoginDay fifth{.user = idOf(12), .day = day(5), .opened = 0, .worked = 1};
    const auto view = store->read();
    EXPECT_THAT(view->loginDays(day(1), day(30)), ElementsAre(fourth, sixth, fifth));
    EXPECT_THAT(view->loginDays(day(5), day(5)), ElementsAre(fifth));
    EXPECT_THAT(view->lastLoginDays(), ElementsAre(sixth, fifth));
    EXPECT_THAT(view->attendanceNotes(day(1), day(5)), ElementsAre(note));
    EXPECT_THAT(view->attendanceNotes(day(6), day(30)), IsEmpty());
}

} // namespace
} // namespace fieldbook::testing
