#include "tests/contract/server/store/stores.h"

#include <gmock/gmock.h>

namespace fieldbook::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class People : public StoreContract {
protected:
    server::Device device(int install, const Uuid& user, std::int64_t number = 0)
    {
        server::Device device{.number = number,
                              .install = idOf(static_cast<std::uint8_t>(install)),
                              .user = user,
                              .name = "Tablet",
                              .platform = "android",
                              .appVersion = "0.1.0",
                              .createdAt = fromMillis(1),
                              .lastSeenAt = fromMillis(1)};
        const auto writer = store->begin();
        writer->addDevice(device);
        writer->commit();
        return device;
    }
};
INSTANTIATE_TEST_SUITE_P(Stores, People, ::testing::ValuesIn(storeKinds()), [](const auto& kind) {
    return kind.param.name;
});

TEST_P(People, AnEpochBeginsWithTheFirstWritingOfAProgram)
{
    EXPECT_EQ(store->read()->epoch(), 0);
    EXPECT_EQ(store->read()->reachedIn(0), 0);

    const auto first = add(1, {"c"});
    const auto former = store->read()->epoch();
    const auto second = add(2, {"c"});

    EXPECT_EQ(store->read()->epoch(), former);
    EXPECT_EQ(store->read()->reachedIn(former), second);
    EXPECT_LT(store->read()->reachedIn(0), first);

    reopen();
    EXPECT_EQ(store->read()->epoch(), former);
    const auto third = add(3, {"c"});

    EXPECT_NE(store->read()->epoch(), former);
    EXPECT_EQ(store->read()->reachedIn(former), second);
    EXPECT_EQ(store->read()->reachedIn(store->read()->epoch()), third);
    EXPECT_EQ(store->read()->reachedIn(4711), std::nullopt);
}

TEST_P(People, DevicesAreNumberedAndFoundByInstallAndUser)
{
    const auto first = device(1, idOf(11));
    const auto second = device(1, idOf(12));

    EXPECT_EQ(first.number, 1);
    EXPECT_EQ(first.code, "A1");
    EXPECT_EQ(second.code, "A2");
    const auto view = store->read();
    EXPECT_EQ(view->findDevice(idOf(1), idOf(12))->number, second.number);
    EXPECT_FALSE(view->findDevice(idOf(2), idOf(12)));
    EXPECT_EQ(view->findDevice(2)->user, idOf(12));
    EXPECT_FALSE(view->findDevice(3));
    EXPECT_THAT(view->devices(), SizeIs(2));
}

TEST_P(People, ADeviceKeepsHowItStandsAndItsKey)
{
    auto first = device(1, idOf(11));
    EXPECT_EQ(store->read()->findDevice(first.number)->state, server::DeviceState::Approved);
    first.state = server::DeviceState::Locked;
    first.stateSince = fromMillis(7);
    first.stateBy = idOf(12);
    first.stateReason = "left in a taxi";
    first.key = PublicKey{1, 2, 3};
    first.contacts = 4;
    first.link = "link";
    first.changesWaiting = 5;
    first.filesWaiting = 6;
    first.resync = true;
    const auto writer = store->begin();
    writer->updateDevice(first);
    writer->commit();
    reopen();

    const auto read = store->read()->findDevice(first.number);
    EXPECT_EQ(read->state, server::DeviceState::Locked);
    EXPECT_EQ(read->stateSince, fromMillis(7));
    EXPECT_EQ(read->stateBy, idOf(12));
    EXPECT_EQ(read->stateReason, "left in a taxi");
    EXPECT_EQ(read->key, first.key);
    EXPECT_EQ(read->contacts, 4);
    EXPECT_EQ(read->link, "link");
    EXPECT_EQ(read->changesWaiting, 5);
    EXPECT_EQ(read->filesWaiting, 6);
    EXPECT_TRUE(read->resync);
}

TEST_P(People, CodesAreListedUntilTheyAreUsedAndReceiptsOfWipesAreKept)
{
    server::EnrolmentCode code{.digest = tokenDigest("code"),
                               .user = idOf(11),
                               .by = {},
                               .createdAt = fromMillis(1),
                               .expiresAt = fromMillis(9)};
    auto writer = store->begin();
    writer->addEnrolmentCode(code);
    code.attempts = 2;
    writer->updateEnrolmentCode(code);
    writer->addWipeReceipt(
        {.device = 3, .text = "{}", .signature = {1, 2}, .receivedAt = fromMillis(4)});
    writer->commit();
    writer.reset();
    ASSERT_THAT(store->read()->enrolmentCodes(idOf(11)), SizeIs(1));
    EXPECT_EQ(store->read()->enrolmentCodes(idOf(11))[0].attempts, 2);
    EXPECT_EQ(store->read()->enrolmentCodes(idOf(11))[0].expiresAt, fromMillis(9));
    EXPECT_THAT(store->read()->enrolmentCodes(idOf(12)), IsEmpty());
    EXPECT_EQ(store->read()->findWipeReceipt(3)->text, "{}");
    EXPECT_EQ(store->read()->findWipeReceipt(3)->signature, (Bytes{1, 2}));
    EXPECT_FALSE(store->read()->findWipeReceipt(4));

    code.device = 3;
    writer = store->begin();
    writer->updateEnrolmentCode(code);
    writer->commit();

    EXPECT_THAT(store->read()->enrolmentCodes(idOf(11)), IsEmpty());
}

TEST_P(People, KeysAreFoundByTheirDigestUntilAndAfterTheyEnd)
{
    const auto made = device(1, idOf(11));
    server::ApiKey key{.id = idOf(21),
                       .digest = tokenDigest("secret"),
                       .owner = idOf(11),
                       .device = made.number,
                       .name = "reporting",
                       .hint = "fbk_abc",
                       .scopes = "files.read",
                       .createdBy = idOf(12),
                       .createdAt = fromMillis(5),
                       .expiresAt = fromMillis(500)};
    const auto writer = store->begin();
    writer->addKey(key);
    writer->noteKeyUse(key.id, fromMillis(6));
    writer->endKey(key.id, fromMillis(7));
    writer->endKey(key.id, fromMillis(8));
    writer->commit();

    const auto found = store->read()->findKey(key.digest);

    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, key.id);
    EXPECT_EQ(found->owner, key.owner);
    EXPECT_EQ(found->device, key.device);
    EXPECT_EQ(found->name + found->hint + found->scopes, "reportingfbk_abcfiles.read");
    EXPECT_EQ(found->createdBy, key.createdBy);
    EXPECT_EQ(found->expiresAt, key.expiresAt);
    EXPECT_EQ(found->lastUsedAt, fromMillis(6));
    EXPECT_EQ(found->endedAt, fromMillis(7));
    EXPECT_FALSE(store->read()->findKey(tokenDigest("other")));
    EXPECT_THAT(store->read()->keys(idOf(11)), SizeIs(1));
    EXPECT_THAT(store->read()->keys(idOf(12)), IsEmpty());
    EXPECT_THAT(store->read()->keys(std::nullopt), SizeIs(1));
    EXPECT_EQ(store->read()->figures().devices, 1);
}

TEST_P(People, SessionsEndOnceAndAreNotListedAfter)
{
    const auto owner = device(1, idOf(11));
    server::Session session{.token = tokenDigest("secret"),
                            .device = owner.number,
                            .user = owner.user,
                            .createdAt = fromMillis(5)};
    auto writer = store->begin();
    writer->addSession(session);
    writer->commit();
    ASSERT_TRUE(store->read()->findSession(tokenDigest("secret")));
    EXPECT_FALSE(store->read()->findSession(tokenDigest("Secret")));
    EXPECT_THAT(store->read()->sessions(idOf(11)), SizeIs(1));
    EXPECT_THAT(store->read()->sessions(idOf(12)), IsEmpty());
    EXPECT_THAT(store->read()->sessionsOn(idOf(1)), SizeIs(1));
    EXPECT_THAT(store->read()->sessionsOn(idOf(2)), IsEmpty());

    writer.reset();
    writer = store->begin();
    writer->endSession(session.id, fromMillis(9), "signed_out");
    writer->endSession(session.id, fromMillis(10), "again");
    writer->commit();

    const auto ended = store->read()->findSession(tokenDigest("secret"));
    EXPECT_EQ(ended->endedAt, fromMillis(9));
    EXPECT_EQ(ended->endedBecause, "signed_out");
    EXPECT_THAT(store->read()->sessions(std::nullopt), IsEmpty());
}

TEST_P(People, ReceiptsStayUntilDropped)
{
    const auto owner = device(1, idOf(11));
    const auto writer = store->begin();
    for (std::int64_t number = 1; number <= 3; ++number) {
        writer->addReceipt(owner.number,
                           {number, 0xFFFF'FFFF'FFFF'FFFF, 10 + number, number == 2 ? "{}" : ""});
    }
    writer->setLastChange(owner.number, 3);
    writer->dropReceipts(owner.number, 1);
    writer->commit();

    const auto receipts = store->read()->receipts(owner.number, 1, 9);

    ASSERT_THAT(receipts, SizeIs(2));
    EXPECT_EQ(receipts[0].number, 2);
    EXPECT_EQ(receipts[0].body, "{}");
    EXPECT_EQ(receipts[1].body, "");
    EXPECT_EQ(receipts[1].sequence, 13);
    EXPECT_EQ(receipts[1].fingerprint, 0xFFFF'FFFF'FFFF'FFFF);
    EXPECT_EQ(store->read()->findDevice(owner.number)->lastChange, 3);
}

TEST_P(People, RefusalsKeepTheWholeContent)
{
    const server::Refusal refusal{.device = 1,
                                  .number = 4,
                                  .user = idOf(11),
                                  .at = fromMillis(8),
                                  .sequence = 2,
                                  .code = "order.empty",
                                  .raw = R"({"n":4,"create":{"备注":"x"}})"};
    const auto writer = store->begin();
    writer->addRefusal(refusal);
    writer->commit();

    const auto found = store->read()->findRefusal(1, 4);

    ASSERT_TRUE(found);
    EXPECT_EQ(found->raw, refusal.raw);
    EXPECT_EQ(found->code, refusal.code);
    EXPECT_EQ(found->user, refusal.user);
    EXPECT_FALSE(store->read()->findRefusal(1, 5));
    EXPECT_THAT(store->read()->refusals(10), SizeIs(1));
}

TEST_P(People, NumbersAreLeasedWithoutGapsForEachDeviceAndSeries)
{
    const auto writer = store->begin();

    const auto first = writer->leaseNumbers(1, "order", 50, 0);
    const auto second = writer->leaseNumbers(1, "order", 10, 0);
    const auto other = writer->leaseNumbers(2, "order", 5, 0);
    writer->commit();

    EXPECT_EQ(first.first, 1);
    EXPECT_EQ(first.last, 50);
    EXPECT_EQ(second.first, 51);
    EXPECT_EQ(second.last, 60);
    EXPECT_EQ(other.first, 1);
}

// A store that was put back to a backup has forgotten leases; the tablet has not.
TEST_P(People, NumbersThatADeviceKnowsOfAreNotLeasedAgain)
{
    const auto writer = store->begin();

    const auto fresh = writer->leaseNumbers(1, "order", 50, 400);
    const auto next = writer->leaseNumbers(1, "order", 50, 200);
    writer->commit();

    EXPECT_EQ(fresh.first, 401);
    EXPECT_EQ(fresh.last, 450);
    EXPECT_EQ(next.first, 451);
}

TEST_P(People, ADeviceIsNumberedFromThatWhichItIsGiven)
{
    const auto first = device(1, idOf(11), 700);
    const auto second = device(2, idOf(11), 700);
    const auto third = device(3, idOf(11), 900);

    EXPECT_EQ(first.number, 700);
    EXPECT_EQ(second.number, 701);
    EXPECT_EQ(third.number, 900);
    EXPECT_NE(first.code, second.code);
}

TEST_P(People, PasswordsSettingsUploadsAndFilesComeBack)
{
    const server::Upload upload{.id = idOf(1),
                                .user = idOf(11),
                                .sha256 = "ab",
                                .size = 100,
                                .offset = 0,
                                .createdAt = fromMillis(3)};
    const auto writer = store->begin();
    writer->setPasswordHash(idOf(11), "one", fromMillis(1));
    writer->setPasswordHash(idOf(11), "two", fromMillis(2));
    writer->setSetting("key", "a");
    writer->setSetting("key", "b");
    writer->addUpload(upload);
    writer->setUploadOffset(idOf(1), 60);
    writer->addFile("cd", 7, idOf(11), fromMillis(1));
    writer->addFile("cd", 7, idOf(12), fromMillis(2));
    writer->addFile("cd", 7, idOf(12), fromMillis(3));
    EXPECT_EQ(writer->nextServerChange(), 1);
    EXPECT_EQ(writer->nextServerChange(), 2);
    writer->commit();

    const auto view = store->read();
    EXPECT_EQ(view->findPasswordHash(idOf(11)), "two");
    EXPECT_FALSE(view->findPasswordHash(idOf(12)));
    EXPECT_EQ(view->setting("key"), "b");
    EXPECT_FALSE(view->setting("other"));
    EXPECT_EQ(view->findUpload(idOf(1))->offset, 60);
    EXPECT_THAT(view->uploadsBefore(fromMillis(4)), SizeIs(1));
    EXPECT_THAT(view->uploadsBefore(fromMillis(3)), IsEmpty());
    EXPECT_EQ(view->findFileSize("cd"), 7);
    EXPECT_FALSE(view->findFileSize("ab"));
    EXPECT_TRUE(view->hasSent(idOf(12), "cd"));
    EXPECT_FALSE(view->hasSent(idOf(13), "cd"));
    EXPECT_EQ(view->uploadsOf(idOf(11)), 1u);
    EXPECT_EQ(view->uploadsOf(idOf(12)), 0u);
}

} // namespace
} // namespace fieldbook::testing
