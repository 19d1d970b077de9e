#include "server/service/trail_service.h"
#include "shared/db/database.h"
#include "shared/db/transaction.h"
#include "shared/trail/entry.h"
#include "tests/support/office.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <array>
#include <random>

namespace fieldbook::testing {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Uuid customerId(int round, int number)
{
    std::array<std::uint8_t, 16> bytes{0xC0};
    bytes[1] = static_cast<std::uint8_t>(round);
    bytes[2] = static_cast<std::uint8_t>(number);
    return Uuid{bytes};
}

class Trail : public ::testing::Test {
protected:
    struct Entry {
        nlohmann::json header;
        nlohmann::json body;
    };
    std::vector<Entry> entries()
    {
        std::vector<Entry> all;
        office.machine->trail.forEach(0, [&](const server::TrailEntry& entry) {
            all.push_back({nlohmann::json::parse(entry.header),
                           nlohmann::json::parse(*entry.body, nullptr, false)});
            return true;
        });
        return all;
    }
    Entry last(std::string_view kind)
    {
        Entry found;
        for (auto& entry : entries()) {
            if (entry.header["kind"] == kind) {
                found = std::move(entry);
            }
        }
        return found;
    }

    TempDir folder;
    std::filesystem::path file = folder / "store.db";
    Office office{server::CommitQueue::Mode::Immediate, {.readers = 2}, file};
    PlainTablet tablet{office, office.company.ming};
};

TEST_F(Trail, TellsOfEachChangeWhoMadeItWhereAndWhatItWasBefore)
{
    tablet.create("customer", idOf(50),
                  {{"name", std::string{"Water works"}}, {"kind", std::string{"person"}}});
    tablet.push();
    tablet.pull();
    tablet.edit("customer", idOf(50), "name", std::string{"Waterworks"});
    tablet.push();

    const auto made = last("record.made");
    EXPECT_EQ(made.header["id"], idOf(50).text());
    EXPECT_EQ(made.header["by"], office.company.ming.text());
    EXPECT_EQ(made.header["device"], tablet.caller().device);
    EXPECT_EQ(made.body["fields"]["name"], "Water works");
    const auto changed = last("record.changed");
    EXPECT_EQ(changed.header["type"], "customer");
    EXPECT_EQ(changed.body["fields"]["name"], (nlohmann::json{"Water works", "Waterworks"}));
    EXPECT_THAT(office.machine->trail.verify().faults, IsEmpty());
}

TEST_F(Trail, TellsOfARefusalWithAllThatWasRefused)
{
    const auto before = office.machine->trail.size();
    tablet.edit("customer", idOf(99), "name", std::string{"Nobody's"}, Version{});
    tablet.push();

    EXPECT_EQ(office.machine->trail.size(), before + 1);
    const auto refused = last("change.refused");
    EXPECT_EQ(refused.body["code"], "record.missing");
    EXPECT_THAT(refused.body["change"].get<std::string>(), HasSubstr("Nobody's"));
}

TEST_F(Trail, TellsOfSignInsAndOfThoseThatFailed)
{
    ASSERT_TRUE(office.machine->sessions.setPassword(office.company.ming, "correct horse"));
    const server::SignIn right{.login = "ming",
                               .password = "correct horse",
                               .install = idOf(77),
                               .deviceName = {},
                               .platform = {},
                               .appVersion = {}};
    auto wrong = right;
    wrong.password = "a password typed in vain";
    ASSERT_TRUE(office.machine->sessions.signIn(right));
    ASSERT_FALSE(office.machine->sessions.signIn(wrong));
    wrong.login = "a password typed as a name";
    ASSERT_FALSE(office.machine->sessions.signIn(wrong));

    std::string kinds;
    std::string all;
    for (const auto& entry : entries()) {
        kinds += entry.header["kind"].get<std::string>() + ' ';
        all += entry.header.dump() + entry.body.dump();
    }
    EXPECT_THAT(kinds, HasSubstr("password.set device.enrolled session.opened session.refused "
                                 "session.refused"));
    EXPECT_THAT(all, Not(HasSubstr("typed")));
    EXPECT_THAT(all, Not(HasSubstr("correct horse")));
}

TEST_F(Trail, HasNothingOfWhatWasNotKept)
{
    const auto before = office.machine->trail.size();
    const auto preview = office.machine->handovers.preview({}, {.from = office.company.ming,
                                                                .to = office.company.zhou,
                                                                .parts = {},
                                                                .customers = {},
                                                                .reason = {}});
    EXPECT_EQ(office.machine->trail.size(), before);
    EXPECT_THAT(office.machine->trail.verify().faults, IsEmpty());
    static_cast<void>(preview);
}

TEST_F(Trail, ProvesToATabletThatNothingItSawIsGone)
{
    const auto& key = office.machine->trail.publicKey();
    auto former = trail::readCheckpoint(office.machine->trail.checkpoint(0).text, key)->tree;
    for (int round = 0; round < 12; ++round) {
        for (int i = 0; i < 61; ++i) {
            tablet.create("customer", customerId(round, i),
                          {{"name", std::string{"Company"}}, {"kind", std::string{"person"}}});
        }
        tablet.push();
        const auto proved = office.machine->trail.checkpoint(former.size);
        const auto now = trail::readCheckpoint(proved.text, key);
        ASSERT_TRUE(now);
        EXPECT_TRUE(trail::isBeginning(former, now->tree, proved.proof));
        former = now->tree;
    }
    EXPECT_GT(former.size, 700u);
}

// Somebody who has the server's files, its key among them, and knows how the trail is made.
class TamperedTrail : public Trail {
protected:
    void SetUp() override
    {
        for (int round = 0; round < 4; ++round) {
            for (int i = 0; i < 80; ++i) {
                tablet.create(
                    "customer", customerId(round, i),
                    {{"name", "Company " + std::to_string(i)}, {"kind", std::string{"person"}}});
            }
            tablet.push();
            witnesses.push_back(office.machine->trail.checkpoint(0).text);
        }
        ASSERT_TRUE(office.machine->trail.keepCheckpoint());
        size = office.machine->trail.size();
        ASSERT_GT(size, 320u);
    }

    server::TrailReport afterwards(const std::function<void(db::Database&)>& tamper,
                                   bool withWitness)
    {
        office.switchOff();
        {
            db::Database database{file, {}};
            tamper(database);
        }
        office.switchOn();
        return office.machine->trail.verify(withWitness ? std::span<const std::string>{witnesses}
                                                        : std::span<const std::string>{});
    }

    // Makes head and nodes fit the entries that are there, numbered from 0.
    static void makeFit(db::Database& database)
    {
        database.execute("DELETE FROM trail_node");
        trail::Frontier frontier;
        auto select = database.prepare("SELECT header, digest FROM trail_entry ORDER BY number");
        std::vector<server::TrailNode> nodes;
        while (select.step()) {
            Sha256Digest digest{};
            std::ranges::copy(select.blob(1), digest.begin());
            frontier.append(trail::entryHash(select.text(0), digest),
                            [&](int level, std::uint64_t number, const Sha256Digest& hash) {
                                if (level % 8 == 0) {
                                    nodes.push_back({level, number, hash});
                                }
                            });
        }
        select.reset();
        for (const auto& node : nodes) {
            database.prepare("INSERT INTO trail_node VALUES (?1, ?2, ?3)")
                .bind(1, node.level)
                .bind(2, static_cast<std::int64_t>(node.number))
                .bind(3, node.hash)
                .run();
        }
        database.prepare("UPDATE trail_head SET size = ?1, frontier = ?2")
            .bind(1, static_cast<std::int64_t>(frontier.size()))
            .bind(2, frontier.bytes())
            .run();
    }

    std::vector<std::string> witnesses;
    std::uint64_t size = 0;
};

std::string codesOf(const server::TrailReport& report)
{
    std::string codes;
    for (const auto& fault : report.faults) {
        codes += fault.code + ' ';
    }
    return codes;
}

TEST_F(TamperedTrail, IsInOrderAsLongAsNobodyTouchesIt)
{
    const auto report = afterwards([](db::Database&) {}, true);
    EXPECT_EQ(codesOf(report), "");
    EXPECT_EQ(report.tree.size, size);
    EXPECT_EQ(report.checkpoints, 1u);
    EXPECT_EQ(report.witnesses, 4u);
    EXPECT_EQ(report.signedUpTo, size);
}

TEST_F(TamperedTrail, ShowsEveryRandomEditOfAnEntry)
{
    std::mt19937 dice{7};
    for (const std::string column : {"header", "digest", "salt", "body"}) {
        for (int i = 0; i < 5; ++i) {
            const auto number = std::to_string(dice() % size);
            const bool text = column == "header" || column == "body";
            const auto altered = text ? column + " || ' '" : "randomblob(length(" + column + "))";
            const auto former =
                "CREATE TABLE former AS SELECT * FROM trail_entry WHERE number = " + number;
            const auto report = afterwards(
                [&](db::Database& database) {
                    database.execute(former);
                    database.execute("UPDATE trail_entry SET " + column + " = " + altered +
                                     " WHERE number = " + number);
                },
                false);
            EXPECT_NE(codesOf(report), "") << column << ' ' << number;
            const auto mended = afterwards(
                [&](db::Database& database) {
                    database.execute("INSERT OR REPLACE INTO trail_entry SELECT * FROM former");
                    database.execute("DROP TABLE former");
                },
                false);
            ASSERT_EQ(codesOf(mended), "");
        }
    }
}

TEST_F(TamperedTrail, ShowsAnEntryThatIsGone)
{
    const auto report = afterwards(
        [](db::Database& database) {
            database.execute("DELETE FROM trail_entry WHERE number = 9");
        },
        false);
    EXPECT_THAT(codesOf(report), HasSubstr("trail.entry_missing"));
}

TEST_F(TamperedTrail, ShowsEntriesThatChangedPlaces)
{
    const auto report = afterwards(
        [](db::Database& database) {
            database.execute("UPDATE trail_entry SET number = -1 WHERE number = 9");
            database.execute("UPDATE trail_entry SET number = 9 WHERE number = 10");
            database.execute("UPDATE trail_entry SET number = 10 WHERE number = -1");
        },
        false);
    EXPECT_THAT(codesOf(report), HasSubstr("trail.rewritten"));
}

TEST_F(TamperedTrail, TakesWhatFollowsTheLastSignatureForWhatHappened)
{
    const auto report = afterwards(
        [](db::Database& database) {
            database.execute(
                "INSERT INTO trail_entry SELECT number + 1, header, digest, salt, body "
                "FROM trail_entry ORDER BY number DESC LIMIT 1");
            makeFit(database);
        },
        false);
    // Until the next signature such an entry cannot be told from one that happened.
    EXPECT_EQ(report.signedUpTo, size);
    EXPECT_EQ(report.tree.size, size + 1);
}

TEST_F(TamperedTrail, ShowsThatItsEndWasCutOff)
{
    const auto report = afterwards(
        [](db::Database& database) {
            database.execute("DELETE FROM trail_entry WHERE number >= 200");
            makeFit(database);
        },
        false);
    EXPECT_EQ(codesOf(report), "trail.shorter ");
}

TEST_F(TamperedTrail, ShowsToAWitnessThatItsEndAndItsSignatureWereCutOff)
{
    const auto cut = [](db::Database& database) {
        database.execute("DELETE FROM trail_entry WHERE number >= 200");
        database.execute("DELETE FROM trail_checkpoint");
        makeFit(database);
    };
    const auto report = afterwards(cut, true);
    EXPECT_THAT(codesOf(report), HasSubstr("trail.shorter"));
}

TEST_F(TamperedTrail, ShowsToAWitnessThatItWasRewrittenAndSignedAnew)
{
    afterwards(
        [](db::Database& database) {
            auto update = database.prepare(
                "UPDATE trail_entry SET body = :body, digest = :digest, salt = :salt "
                "WHERE number = 9");
            const Bytes salt(16, 1);
            update.bind(":body", "{}")
                .bind(":salt", salt)
                .bind(":digest", trail::bodyDigest(salt, "{}"))
                .run();
            database.execute("DELETE FROM trail_checkpoint");
            makeFit(database);
        },
        false);
    ASSERT_TRUE(office.machine->trail.keepCheckpoint());

    EXPECT_EQ(codesOf(office.machine->trail.verify()), "");
    EXPECT_EQ(codesOf(office.machine->trail.verify(witnesses)),
              "trail.rewritten trail.rewritten trail.rewritten trail.rewritten ");
    // The tablet that kept one has it shown as well.
    const auto& key = office.machine->trail.publicKey();
    const auto former = trail::readCheckpoint(witnesses.front(), key)->tree;
    const auto proved = office.machine->trail.checkpoint(former.size);
    EXPECT_FALSE(
        trail::isBeginning(former, trail::readCheckpoint(proved.text, key)->tree, proved.proof));
}

TEST_F(TamperedTrail, ShowsHeadsAndNodesThatDoNotFit)
{
    const auto head = afterwards(
        [](db::Database& database) {
            database.execute("UPDATE trail_head SET frontier = randomblob(length(frontier))");
        },
        false);
    EXPECT_EQ(codesOf(head), "trail.head ");
    const auto node = afterwards(
        [](db::Database& database) {
            makeFit(database);
            database.execute("UPDATE trail_node SET hash = randomblob(32)");
        },
        false);
    EXPECT_EQ(codesOf(node), "trail.node ");
}

TEST_F(TamperedTrail, StandsTheErasureOfABody)
{
    const auto report = afterwards(
        [](db::Database& database) {
            database.execute("UPDATE trail_entry SET salt = NULL, body = NULL WHERE number = 9");
        },
        true);
    EXPECT_EQ(codesOf(report), "");
    EXPECT_EQ(report.erased, 1u);
}

// What devices said that they keep counts like what is brought on a file.
TEST_F(TamperedTrail, ShowsToADeviceThatWitnessedIt)
{
    auto& service = office.machine->trail;
    ASSERT_TRUE(service.keepWitness(tablet.caller().device, service.checkpoint(0).text));
    EXPECT_EQ(service.verify().witnesses, 1u);

    const auto report = afterwards(
        [](db::Database& database) {
            database.execute("DELETE FROM trail_entry WHERE number >= 200");
            database.execute("DELETE FROM trail_checkpoint");
            makeFit(database);
        },
        false);

    EXPECT_EQ(codesOf(report), "trail.shorter ");
    SeededEntropy other{99};
    EXPECT_EQ(office.machine->trail
                  .keepWitness(1, trail::signedText({.tree = {}, .at = office.clock.now()},
                                                    SigningKey{SecretKey::random(other)}))
                  .error()
                  .code,
              "checkpoint.signature");
}

// The indexes follow from the headers: what is found is what the tree stands for.
TEST_F(TamperedTrail, IsFoundByItsIndexesAsItWasWritten)
{
    const auto found = [&](const server::TrailQuery& query) {
        std::vector<std::uint64_t> numbers;
        office.machine->trail.search(query, [&](const server::TrailEntry& entry) {
            numbers.push_back(entry.number);
            return true;
        });
        return numbers;
    };
    const auto byReading = [&](const char* member, const std::string& value, std::size_t limit) {
        std::vector<std::uint64_t> numbers;
        const auto all = entries();
        for (std::size_t i = all.size(); i-- > 0 && numbers.size() < limit;) {
            if (all[i].header.value(member, "") == value) {
                numbers.push_back(i);
            }
        }
        return numbers;
    };
    const auto customer = customerId(2, 7);
    const auto first = entries().front().header["at"].get<std::string>();

    EXPECT_EQ(found({.record = customer}), byReading("id", customer.text(), 100));
    EXPECT_EQ(found({.kind = "record.made", .limit = 7}), byReading("kind", "record.made", 7));
    EXPECT_EQ(found({.by = office.company.ming, .limit = 500}),
              byReading("by", office.company.ming.text(), 500));
    EXPECT_EQ(found({.until = *parseRfc3339(first)}).size(), 0u);
    EXPECT_EQ(found({.from = *parseRfc3339(first), .before = 3}),
              (std::vector<std::uint64_t>{2, 1, 0}));
    EXPECT_EQ(found({.record = customer, .kind = "record.changed"}).size(), 0u);
}

TEST_F(Trail, NotesThatSensitiveFieldsWereShown)
{
    tablet.create("customer", idOf(50),
                  {{"name", std::string{"A"}}, {"kind", std::string{"person"}}});
    tablet.create("contact", idOf(51), {{"customer", idOf(50)}, {"name", std::string{"王芳"}}});
    tablet.act("contact.view", "contact", idOf(51), R"({"fields":["birthday","family"]})");
    tablet.act("contact.view", "contact", idOf(51), R"({"fields":["name"]})");

    const auto receipts = tablet.push();

    EXPECT_EQ(receipts[2].outcome, sync::Outcome::Applied) << receipts[2].code;
    EXPECT_EQ(receipts[3].code, "access.field");
    const auto viewed = last("field.viewed");
    EXPECT_EQ(viewed.header["id"], idOf(51).text());
    EXPECT_EQ(viewed.header["by"], office.company.ming.text());
    EXPECT_EQ(viewed.header["device"], tablet.caller().device);
    EXPECT_EQ(viewed.body["what"]["fields"], nlohmann::json({"birthday", "family"}));
}

TEST_F(TamperedTrail, KnowsACheckpointOfAnotherServer)
{
    SeededEntropy other{99};
    witnesses.push_back(
        trail::signedText({.tree = {.size = 1, .root = {}}, .at = office.clock.now()},
                          SigningKey{SecretKey::random(other)}));
    EXPECT_EQ(codesOf(office.machine->trail.verify(witnesses)), "checkpoint.signature ");
}

} // namespace
} // namespace fieldbook::testing
