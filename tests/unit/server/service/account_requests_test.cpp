#include "server/service/account_requests.h"
#include "tests/support/office.h"

#include <gmock/gmock.h>

namespace fieldbook::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// It is Thursday, 17:00 in Shanghai, where the company works.
class AccountRequests : public ::testing::Test {
protected:
    Office office;
    Company& company = office.company;
    server::AccountRequests requests = make(true);

    [[nodiscard]] server::AccountRequests make(bool executesOnApproval)
    {
        auto& machine = *office.machine;
        return {machine.store,
                machine.commits,
                machine.directory,
                machine.people,
                office.clock,
                office.entropy,
                {.calendar = {}, .executesOnApproval = executesOnApproval}};
    }
    [[nodiscard]] static server::AccountRequests::Asked
    about(std::string kind, const Uuid& subject, bool isLeaving = false)
    {
        return {.kind = std::move(kind),
                .subject = subject,
                .wishes = {},
                .reason = "they asked",
                .isLeaving = isLeaving};
    }
    [[nodiscard]] server::AccountRequests::Asked toOpen(std::string login)
    {
        return {.kind = "open",
                .subject = {},
                .wishes = {{"name", "吴磊"},
                           {"login", std::move(login)},
                           {"role", "salesperson"},
                           {"team", company.east.text()},
                           {"phone", "139 0000 0000"}},
                .reason = "a new colleague",
                .isLeaving = false};
    }
    [[nodiscard]] std::string statusOf(const Uuid& user)
    {
        return office.find(user)->textOf("status");
    }
    [[nodiscard]] static std::string codeOf(const auto& result)
    {
        return result ? "fine" : result.error().code;
    }
    // Asked for by Zhou, who manages the east; it must be in order.
    [[nodiscard]] Uuid asked(const server::AccountRequests::Asked& wanted)
    {
        const auto shown = requests.ask(company.zhou, wanted);
        EXPECT_TRUE(shown) << codeOf(shown);
        return shown ? shown->request.id : Uuid{};
    }
};

TEST_F(AccountRequests, OpenAnAccountWhenSomebodyElseApproves)
{
    const auto id = asked(toOpen("wulei"));
    EXPECT_EQ(codeOf(requests.decide(company.zhou, id, true, "")), "access.denied");

    const auto done = requests.decide(company.zhao, id, true, "welcome");

    ASSERT_TRUE(done) << done.error().code;
    EXPECT_EQ(done->request.state, "executed");
    EXPECT_EQ(done->request.handling, "welcome");
    EXPECT_EQ(done->request.decidedBy, company.zhao);
    const auto user = office.find(done->request.subject);
    ASSERT_TRUE(user);
    EXPECT_EQ(user->textOf("login"), "wulei");
    EXPECT_EQ(user->textOf("status"), "active");
    EXPECT_EQ(user->referenceOf("team"), company.east);
    EXPECT_EQ(user->referenceOf("created_by"), company.zhao);
    EXPECT_EQ(codeOf(requests.decide(company.zhao, id, false, "")), "request.settled");
}

TEST_F(AccountRequests, AreDueWithinOneWorkingDay)
{
    const auto shown = requests.ask(company.zhou, about("close", company.ming));

    ASSERT_TRUE(shown);
    EXPECT_EQ(toRfc3339(shown->request.dueAt), "2026-05-15T09:00:00.000Z");
    EXPECT_FALSE(shown->isOverdue);
    office.clock.advance(std::chrono::hours{24} + std::chrono::seconds{1});
    EXPECT_TRUE(requests.list(company.zhao, "")->front().isOverdue);

    const auto later = requests.ask(company.zhou, toOpen("wulei"));
    EXPECT_EQ(toRfc3339(later->request.dueAt), "2026-05-18T09:00:01.000Z"); // Monday.
}

TEST_F(AccountRequests, FreezeAtOnceWhereWhoAsksMayApprove)
{
    ASSERT_TRUE(office.machine->sessions.setPassword(company.ming, "correct horse"));
    const auto in = office.machine->sessions.signIn({.login = "ming",
                                                     .password = "correct horse",
                                                     .install = idOf(1),
                                                     .deviceName = {},
                                                     .platform = {},
                                                     .appVersion = {}});
    ASSERT_TRUE(in);

    const auto shown = requests.ask(company.zhou, about("freeze", company.ming, true));

    ASSERT_TRUE(shown) << shown.error().code;
    EXPECT_EQ(shown->request.state, "executed");
    EXPECT_TRUE(shown->request.isLeaving);
    EXPECT_EQ(statusOf(company.ming), "frozen");
    EXPECT_EQ(codeOf(office.machine->sessions.verify(in->token)), "session.frozen");
    EXPECT_EQ(codeOf(requests.ask(company.zhou, about("freeze", company.ming))), "request.subject");

    const auto id = asked(about("unfreeze", company.ming));
    ASSERT_TRUE(requests.decide(company.zhao, id, true, ""));
    EXPECT_EQ(statusOf(company.ming), "active");
}

TEST_F(AccountRequests, FreezeManagersTooAndWithoutTheirKnowing)
{
    const auto shown = requests.ask(company.gao, about("freeze", company.zhou, true));
    ASSERT_TRUE(shown) << shown.error().code;
    EXPECT_EQ(shown->request.state, "requested"); // An administrator asks, and does not approve.

    EXPECT_THAT(*requests.list(company.zhou, ""), IsEmpty());
    EXPECT_EQ(codeOf(requests.decide(company.zhou, shown->request.id, false, "")),
              "request.missing");
    EXPECT_THAT(*requests.list(company.zhao, ""), SizeIs(1));
    EXPECT_EQ(codeOf(requests.decide(company.gao, shown->request.id, true, "")), "access.denied");
    ASSERT_TRUE(requests.decide(company.zhao, shown->request.id, true, ""));
    EXPECT_EQ(statusOf(company.zhou), "frozen");
}

TEST_F(AccountRequests, ChangeARoleAndCloseAnAccount)
{
    auto change = about("change_role", company.ming);
    change.wishes = {{"role", "manager"}};
    ASSERT_TRUE(requests.decide(company.zhao, asked(change), true, ""));
    EXPECT_EQ(office.find(company.ming)->textOf("role"), "manager");

    ASSERT_TRUE(requests.decide(company.zhao, asked(about("close", company.ming)), true, ""));
    EXPECT_EQ(statusOf(company.ming), "left");
}

TEST_F(AccountRequests, ChangeNothingWhenRefusedOrTakenBack)
{
    const auto first = asked(about("close", company.ming));
    const auto refused = requests.decide(company.zhao, first, false, "not yet");
    EXPECT_EQ(refused->request.state, "refused");

    const auto second = asked(about("close", company.ming));
    EXPECT_EQ(codeOf(requests.withdraw(company.zhao, second)), "access.denied");
    ASSERT_TRUE(requests.withdraw(company.zhou, second));
    EXPECT_EQ(codeOf(requests.decide(company.zhao, second, true, "")), "request.settled");
    EXPECT_EQ(statusOf(company.ming), "active");
}

TEST_F(AccountRequests, WaitForAnAdministratorWhereTheCompanyWantsThat)
{
    auto byHand = make(false);
    const auto shown = byHand.ask(company.zhou, about("close", company.ming));
    ASSERT_TRUE(shown);
    const auto& id = shown->request.id;
    EXPECT_EQ(codeOf(byHand.execute(company.gao, id, "")), "request.settled"); // Not approved.

    const auto approved = byHand.decide(company.zhao, id, true, "fine");
    EXPECT_EQ(approved->request.state, "approved");
    EXPECT_EQ(statusOf(company.ming), "active");
    EXPECT_EQ(codeOf(byHand.execute(company.zhao, id, "")), "access.denied");
    const auto executed = byHand.execute(company.gao, id, "done, tablet collected");

    ASSERT_TRUE(executed) << executed.error().code;
    EXPECT_EQ(executed->request.executedBy, company.gao);
    EXPECT_EQ(executed->request.handling, "done, tablet collected");
    EXPECT_EQ(statusOf(company.ming), "left");
}

TEST_F(AccountRequests, AreForWhoMayAskAndAboutWhomTheySee)
{
    EXPECT_EQ(codeOf(requests.ask(company.ming, about("close", company.zhou))), "access.denied");
    EXPECT_EQ(codeOf(requests.ask(company.zhou, about("close", company.ana))), "access.denied");
    EXPECT_EQ(codeOf(requests.ask(company.zhou, about("close", company.zhou))), "access.denied");
    auto elsewhere = toOpen("wulei");
    elsewhere.wishes["team"] = company.south.text();
    EXPECT_EQ(codeOf(requests.ask(company.zhou, elsewhere)), "access.denied");
    EXPECT_EQ(codeOf(requests.ask(idOf(99), toOpen("wulei"))), "session.ended");
    EXPECT_EQ(codeOf(requests.list(company.ming, "")), "fine");

    const auto id = asked(about("close", company.ming));
    EXPECT_EQ(codeOf(requests.decide(company.chen, id, true, "")), "request.missing");
    EXPECT_EQ(codeOf(requests.decide(company.ming, id, true, "")), "request.missing");
    EXPECT_THAT(*requests.list(company.chen, ""), IsEmpty());
    EXPECT_THAT(*requests.list(company.zhou, "requested"), SizeIs(1));
    EXPECT_THAT(*requests.list(company.zhou, "executed"), IsEmpty());
}

TEST_F(AccountRequests, SayWhatIsMissing)
{
    const auto with = [&](auto alter) {
        auto wanted = toOpen("wulei");
        alter(wanted);
        return codeOf(requests.ask(company.zhou, wanted));
    };

    EXPECT_EQ(with([](auto& wanted) { wanted.kind = "promote"; }), "request.kind");
    EXPECT_EQ(with([](auto& wanted) { wanted.reason = " \n"; }), "request.reason_missing");
    EXPECT_EQ(with([](auto& wanted) { wanted.wishes.erase("login"); }), "request.wishes");
    EXPECT_EQ(with([](auto& wanted) { wanted.wishes["role"] = "king"; }), "request.wishes");
    EXPECT_EQ(with([](auto& wanted) { wanted.wishes["status"] = "active"; }), "request.wishes");
    EXPECT_EQ(with([](auto& wanted) { wanted.wishes["login"] = "MING"; }), "user.login_taken");
    EXPECT_EQ(with([](auto& wanted) { wanted.wishes["team"] = "x"; }), "access.denied");
    EXPECT_EQ(codeOf(requests.ask(company.zhou, about("close", idOf(99)))), "user.missing");
    EXPECT_EQ(codeOf(requests.ask(company.zhou, about("unfreeze", company.ming))),
              "request.subject");
    const auto id = asked(about("close", company.ming));
    EXPECT_EQ(codeOf(requests.ask(company.zhou, about("close", company.ming))), "request.pending");
    EXPECT_EQ(codeOf(requests.withdraw(company.zhou, idOf(99))), "request.missing");
    EXPECT_EQ(codeOf(requests.withdraw(company.zhou, id)), "fine");
}

TEST_F(AccountRequests, StandInTheTrail)
{
    ASSERT_TRUE(requests.decide(company.zhao, asked(about("close", company.ming)), true, ""));

    std::vector<std::string> kinds;
    office.machine->store.read()->forEachTrailEntry(0, [&](const server::TrailEntry& entry) {
        const std::string header{entry.header};
        for (const char* kind : {"account.requested", "account.decided", "account.executed"}) {
            if (header.find(kind) != std::string::npos) {
                kinds.emplace_back(kind);
            }
        }
        return true;
    });
    EXPECT_THAT(kinds, ElementsAre("account.requested", "account.decided", "account.executed"));
}

} // namespace
} // namespace fieldbook::testing
