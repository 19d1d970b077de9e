#include "tests/support/temp_dir.h"
#include "tests/system/programs.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>
#include <filesystem>

namespace fieldbook::testing {
namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;

long millisSince(Clock::time_point start)
{
    return static_cast<long>(
        std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start).count());
}

// A company with a running server, and what IT types beside it.
class DeviceStory : public ::testing::Test {
protected:
    const TempDir folder;
    ServerProgram server{folder / "company"};
    const TabletProgram lin{folder / "lin", "lin"};

    void open(const Words& settings = {})
    {
        ASSERT_EQ(server.command({"demo", "--customers", "12", "--people", "6"}).code, 0);
        Words words{"--log-level", "error"};
        words.insert(words.end(), settings.begin(), settings.end());
        server.start(words);
    }
    json device(const std::string& code)
    {
        return json::parse(typed({"device", "show", code, "--json"}));
    }
    std::string typed(const Words& words)
    {
        const auto ended = server.command(words);
        EXPECT_EQ(ended.code, 0) << ended.err;
        return ended.out;
    }
    std::string add(const TabletProgram& tablet, const std::string& name)
    {
        return tablet.ask({"add", "customer", "name=" + name, "kind=organisation"})["id"];
    }
    bool officeHas(const std::string& id)
    {
        const auto session = server.signIn("lin", 9);
        HttpClient client{server.port()};
        return client.get("/v1/records/customer/" + id, bearer(session)).status == 200;
    }
};

TEST_F(DeviceStory, ANewTabletIsEnrolledWithACodeAndWaitsForItsApproval)
{
    open({"--devices-approval", "required", "--devices-enrolment", "code"});
    const auto refused = lin.command({"--server", server.url(), "sign-in", "lin"});
    EXPECT_NE(refused.err.find("device.code_needed"), std::string::npos) << refused.err;
    const auto made =
        json::parse(typed({"device", "code", "lin", "--server", server.url(), "--json"}));
    const auto picture = typed({"device", "code", "lin", "--server", server.url()});
    EXPECT_NE(picture.find("\u2588"), std::string::npos) << picture;

    // The code says where the server is.
    const auto in = lin.ask({"sign-in", "lin", "--enrol", made["link"]});
    EXPECT_EQ(in["server"], server.url());
    EXPECT_NE(lin.command({"sync"}).err.find("device.pending"), std::string::npos);
    EXPECT_EQ(lin.ask({"status"})["device_state"], "pending");
    EXPECT_EQ(lin.ask({"list", "customer"}).size(), 0U);

    typed({"device", "approve", in["device_code"]});
    lin.sync();

    EXPECT_EQ(lin.ask({"status"})["device_state"], "approved");
    EXPECT_GT(lin.ask({"list", "customer"}).size(), 0U);
    const TabletProgram other{folder / "other", "lin"};
    EXPECT_NE(
        other.command({"sign-in", "lin", "--enrol", made["text"]}).err.find("device.code_invalid"),
        std::string::npos)
        << "it was used";
    EXPECT_EQ(server.stop(), 0);
}

TEST_F(DeviceStory, ALockedTabletDeliversAndOpensAgainWhenItIsUnlocked)
{
    open();
    lin.signIn(server.url());
    lin.sync();
    const std::string code = lin.ask({"status"})["device_code"];
    const auto found = add(lin, "Recorded before the lock");

    typed({"device", "lock", code, "--reason", "left in a taxi"});
    EXPECT_NE(lin.command({"sync"}).err.find("device.locked"), std::string::npos);
    EXPECT_EQ(lin.ask({"status"})["device_state"], "locked");
    EXPECT_EQ(lin.ask({"outbox"}).size(), 0U);
    EXPECT_NE(lin.command({"--server", server.url(), "sign-in", "lin"}).err.find("device.locked"),
              std::string::npos);
    EXPECT_FALSE(officeHas(found));
    typed({"quarantine", "release", "lin"});
    EXPECT_TRUE(officeHas(found));

    typed({"device", "unlock", code});
    lin.signIn(server.url());
    lin.sync();

    EXPECT_EQ(lin.ask({"status"})["device_code"], code);
    EXPECT_EQ(lin.ask({"show", found})["f"]["name"], "Recorded before the lock");
    EXPECT_EQ(server.stop(), 0);
}

// "The next request is refused within a second, a connected tablet is wiped within five."
TEST_F(DeviceStory, RevokingActsOnTheNextRequestAndWipingOnAConnectedTabletInSeconds)
{
    open();
    const auto session = server.signIn("lin", 7);
    HttpClient client{server.port()};
    ASSERT_EQ(client.get("/v1/me", bearer(session)).status, 200);
    lin.signIn(server.url());
    lin.sync();
    const std::string code = lin.ask({"status"})["device_code"];
    const auto found = add(lin, "Recorded on the day of the wipe");
    const auto running = lin.open();
    while (true) {
        const auto line = running->readLine();
        ASSERT_TRUE(line);
        const auto told = json::parse(*line);
        if (told["settled"] == true && told["live"] == true) {
            break;
        }
    }

    auto start = Clock::now();
    typed({"device", "revoke", session["device_code"]});
    const auto commanded = millisSince(start);
    const auto refused = client.get("/v1/me", bearer(session));
    const auto told = millisSince(start);
    EXPECT_EQ(refused.status, 401);
    EXPECT_EQ(json::parse(refused.body)["code"], "device.revoked");

    start = Clock::now();
    typed({"device", "wipe", code});
    EXPECT_EQ(running->wait(), 1);
    const auto wiped = millisSince(start);
    EXPECT_EQ(device(code)["state"], "wiped");
    EXPECT_FALSE(std::filesystem::exists(folder / "lin" / "store"));
    std::printf("revoked: command %ld ms, next request refused at %ld ms\n"
                "wiped: destroyed and receipt taken %ld ms after the command was typed\n",
                commanded, told, wiped);

    EXPECT_TRUE(officeHas(found));
    EXPECT_EQ(server.stop(), 0);
}

TEST_F(DeviceStory, ATabletThatWasSignedOutHearsOfItsWipeWithItsNextContact)
{
    open();
    lin.signIn(server.url());
    lin.sync();
    const std::string code = lin.ask({"status"})["device_code"];
    const auto found = add(lin, "Recorded before signing out");
    static_cast<void>(lin.ask({"sign-out"}));
    typed({"device", "wipe", code});

    const auto ended = lin.command({"sync", "--wait", "60"});

    EXPECT_NE(ended.err.find("device.wiped"), std::string::npos) << ended.err;
    EXPECT_EQ(device(code)["state"], "wiped");
    EXPECT_FALSE(officeHas(found));
    typed({"quarantine", "release", "lin"});
    EXPECT_TRUE(officeHas(found));
    // Ready for somebody else.
    lin.signIn(server.url());
    lin.sync();
    EXPECT_NE(lin.ask({"status"})["device_code"], code);
    EXPECT_EQ(server.stop(), 0);
}

TEST_F(DeviceStory, ACopiedTabletBecomesADeviceOfItsOwnAndLosesNothing)
{
    open();
    lin.signIn(server.url());
    lin.sync();
    const std::string code = lin.ask({"status"})["device_code"];
    std::filesystem::copy(folder / "lin", folder / "copy",
                          std::filesystem::copy_options::recursive);
    const TabletProgram copy{folder / "copy", "lin"};
    const auto here = add(lin, "Recorded on the original");
    const auto there = add(copy, "Recorded on the copy");

    lin.sync();
    const auto ended = copy.command({"sync"});
    EXPECT_NE(ended.err.find("device.cloned"), std::string::npos) << ended.err;
    // Whoever goes on with either signs in again.
    copy.signIn(server.url());
    copy.sync();
    lin.signIn(server.url());
    lin.sync();

    EXPECT_NE(copy.ask({"status"})["device_code"], code);
    EXPECT_EQ(lin.ask({"status"})["device_code"], code);
    EXPECT_EQ(lin.ask({"show", there})["f"]["name"], "Recorded on the copy");
    EXPECT_TRUE(officeHas(here));
    EXPECT_EQ(server.stop(), 0);
}

TEST_F(DeviceStory, ATabletFetchesEverythingAnewWhenItIsToldTo)
{
    open();
    lin.signIn(server.url());
    lin.sync();
    const auto before = lin.ask({"list", "customer"}).size();
    const std::string code = lin.ask({"status"})["device_code"];

    typed({"device", "resync", code});
    EXPECT_EQ(device(code)["resync"], true);
    lin.sync();

    EXPECT_EQ(lin.ask({"list", "customer"}).size(), before);
    EXPECT_EQ(device(code)["resync"], false);
    EXPECT_EQ(server.stop(), 0);
}

} // namespace
} // namespace fieldbook::testing
