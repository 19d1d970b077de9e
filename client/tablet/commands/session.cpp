#include "client/tablet/commands/command.h"
#include "client/tablet/entrance.h"
#include "client/tablet/printing.h"
#include "client/tablet/sync_run.h"
#include "client/tablet/wipe_run.h"
#include "shared/sync/invitation.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>

namespace fieldbook::client::tablet {
namespace {

// The server named, or the one that this tablet last worked with.
Result<std::string> serverOf(const Console& console, const SyncRun& run)
{
    if (!console.server.empty()) {
        return console.server;
    }
    auto known = run.knownServer();
    return known.empty() ? fail(ErrorKind::Invalid, "server.missing")
                         : Result<std::string>{std::move(known)};
}

struct SignIn {
    std::string login;
    std::string passwordFile;
    std::string invitation; // A one-time code, with or without the server's address.
    std::string code;
};

Result<sync::Invitation> invitationOf(const SignIn& asked)
{
    if (asked.invitation.empty()) {
        return sync::Invitation{};
    }
    const auto read = sync::parseInvitation(asked.invitation);
    return read ? Result<sync::Invitation>{*read}
                : fail(ErrorKind::Invalid, "device.code_invalid", asked.invitation);
}

Result<Account> adopted(SyncRun& run, const Account& account)
{
    const auto done = run.adopt(account);
    return done ? Result<Account>{account} : fail(done.error());
}

Result<Account> signedIn(const Console& console,
                         SyncRun& run,
                         const SignIn& asked,
                         const std::string& password,
                         const std::string& enrolment)
{
    const auto server = serverOf(console, run);
    return server ? run.signIn({.server = *server,
                                .login = asked.login,
                                .password = password,
                                .code = asked.code,
                                .enrolment = enrolment})
                  : fail(server.error());
}

Exit signInWith(Console& console, const SignIn& asked, const std::string& password)
{
    const auto invitation = invitationOf(asked);
    if (!invitation) {
        return console.refuse(invitation.error());
    }
    if (console.server.empty()) {
        console.server = invitation->server;
    }
    if (const auto over = finishWipe(console); over && *over == Exit::Broken) {
        return *over; // Nobody begins anew before the receipt is with the company.
    }
    auto entered =
        enter(console, console.server, asked.login, password, asked.code, invitation->code);
    if (!entered && entered.error().code == "session.code_needed" && asked.code.empty()) {
        if (const auto code = readCode(console)) {
            SignIn again = asked;
            again.code = *code;
            return signInWith(console, again, password);
        }
    }
    if (!entered) {
        return console.refuse(entered.error());
    }
    auto run = SyncRun::on(console, std::move(entered->home), entered->account);
    if (!run) {
        return console.refuse(run.error());
    }
    const auto account = entered->account
                             ? adopted(**run, *entered->account)
                             : signedIn(console, **run, asked, password, invitation->code);
    if (!account) {
        return console.refuse(account.error());
    }
    if (console.asJson) {
        printJson(console, {{"user", account->user.text()},
                            {"user_name", account->userName},
                            {"server", account->server},
                            {"device", account->device},
                            {"device_code", account->deviceCode}});
    } else {
        console.out << console.say({"Signed in: ", "已登录："}) << account->userName << ", "
                    << console.say({"device ", "设备 "}) << account->deviceCode << '\n';
    }
    return Exit::Done;
}

Exit signIn(Console& console, const SignIn& asked)
{
    const auto password = readPassword(console, asked.passwordFile);
    return password ? signInWith(console, asked, *password) : console.refuse(password.error());
}

Exit signOut(Console& console)
{
    auto run = SyncRun::open(console);
    if (!run) {
        return console.refuse(run.error());
    }
    const auto waiting = (*run)->signOut();
    if (console.asJson) {
        printJson(console, {{"signed_in", false}, {"waiting", waiting}});
    } else {
        console.out << console.say({"Signed out; unsent changes kept here: ",
                                    "已退出，保留在本机的未发送更改："})
                    << waiting << '\n';
    }
    return Exit::Done;
}

Result<void> newPin(Console& console)
{
    auto home = Home::hold(console);
    if (!home) {
        return fail(home.error());
    }
    auto& vault = home->keys->vault();
    if (vault.standing() == Standing::None) {
        return fail(ErrorKind::NotFound, "store.missing", home->keys->folder().root.string());
    }
    const auto former = readPin(console);
    const auto chosen = console.environment("FIELDBOOK_NEW_PIN");
    if (!former || !chosen) {
        return fail(ErrorKind::Invalid, "vault.secret_missing");
    }
    const auto unsent = vault.unsent().value_or(-1);
    if (auto opened = vault.unlock(*former); !opened) {
        return fail(opened.error());
    }
    const auto done = vault.setSecret(kindOf(*chosen), *chosen);
    vault.lock(unsent);
    return done;
}

Exit changePin(Console& console)
{
    if (const auto done = newPin(console); !done) {
        return console.refuse(done.error());
    }
    if (console.asJson) {
        printJson(console, {{"changed", true}});
    } else {
        console.out << console.say({"The PIN is changed", "PIN 码已更改"}) << '\n';
    }
    return Exit::Done;
}

Exit wipe(Console& console)
{
    auto home = Home::hold(console);
    if (!home) {
        return console.refuse(home.error());
    }
    if (!home->keys->vault().file()) {
        return console.refuse(
            {ErrorKind::NotFound, "store.missing", home->keys->folder().root.string()});
    }
    const auto kept = home->keys->takeAway();
    if (console.asJson) {
        printJson(console, {{"sealed", kept ? kept->string() : std::string{}}});
    } else if (kept) {
        console.out << console.say({"Wiped; what may be unsent is sealed for the company in ",
                                    "已清除，可能未发送的内容已为公司密封在 "})
                    << kept->string() << '\n';
    } else {
        console.out << console.say(
                           {"Wiped; everything had been sent", "已清除，内容此前已全部发送"})
                    << '\n';
    }
    return Exit::Done;
}

} // namespace

void addSession(CLI::App& app, const Console& console, Action& chosen)
{
    auto* in = app.add_subcommand(
        "sign-in", console.say({"Sign in (password: FIELDBOOK_PASSWORD or the terminal)",
                                "登录（密码取自 FIELDBOOK_PASSWORD 或终端）"}));
    const auto asked = std::make_shared<SignIn>();
    in->add_option("login", asked->login, console.say({"Sign-in name", "登录名"}))->required();
    in->add_option("--password-file", asked->passwordFile,
                   console.say({"File with the password; - is the standard input",
                                "密码文件；- 表示标准输入"}));
    in->add_option("--code", asked->code,
                   console.say({"Code of the authenticator app, or a recovery code",
                                "验证器上的验证码，或恢复码"}));
    in->add_option("--enrol", asked->invitation,
                   console.say({"One-time code for a new tablet, as CODE@SERVER or CODE",
                                "新平板的一次性注册码，形如 代码@服务器 或 代码"}));
    in->callback(
        [&chosen, asked] { chosen.alone = [asked](Console& now) { return signIn(now, *asked); }; });
    app.add_subcommand("sign-out", console.say({"Sign out; what is unsent stays",
                                                "退出登录，未发送的内容保留"}))
        ->callback([&chosen] { chosen.alone = signOut; });
    app.add_subcommand("wipe", console.say({"Take keys and store away; what is unsent stays sealed "
                                            "for the company",
                                            "清除密钥和数据，未发送的内容为公司密封保存"}))
        ->callback([&chosen] { chosen.alone = wipe; });
    app.add_subcommand("pin", console.say({"Change the PIN from FIELDBOOK_PIN to FIELDBOOK_NEW_PIN",
                                           "把 PIN 码从 FIELDBOOK_PIN 改为 FIELDBOOK_NEW_PIN"}))
        ->callback([&chosen] { chosen.alone = changePin; });
}

} // namespace fieldbook::client::tablet
