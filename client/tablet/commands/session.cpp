#include "client/tablet/commands/command.h"
#include "client/tablet/printing.h"
#include "client/tablet/sync_run.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>

namespace fieldbook::client::tablet {
namespace {

Exit init(Console& console)
{
    const auto home = Home::open(console, Home::Making::Allowed);
    if (!home) {
        return console.refuse(home.error());
    }
    const SystemClock clock;
    SystemEntropy entropy;
    LocalStore store{home->store, clock, entropy};
    if (!console.server.empty()) {
        store.session().setServer(console.server);
    }
    const auto install = store.session().install().text();
    if (console.asJson) {
        printJson(console, {{"install", install}, {"store", home->store.folder.string()}});
    } else {
        console.out << console.say({"This folder holds a tablet now: ", "平板已就绪："}) << install
                    << '\n';
    }
    return Exit::Done;
}

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
};

Exit signIn(Console& console, const SignIn& asked)
{
    auto password = readPassword(console, asked.passwordFile);
    if (!password) {
        return console.refuse(password.error());
    }
    auto run = SyncRun::open(console, Home::Making::Allowed);
    if (!run) {
        return console.refuse(run.error());
    }
    const auto server = serverOf(console, **run);
    if (!server) {
        return console.refuse(server.error());
    }
    const auto account = (*run)->signIn(*server, asked.login, *password);
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

Exit signOut(Console& console)
{
    auto run = SyncRun::open(console, Home::Making::MustExist);
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

} // namespace

void addSession(CLI::App& app, const Console& console, Action& chosen)
{
    app.add_subcommand("init", console.say({"Make a tablet in the folder", "在目录中建立平板"}))
        ->callback([&chosen] { chosen.alone = init; });
    auto* in = app.add_subcommand(
        "sign-in", console.say({"Sign in (password: FIELDBOOK_PASSWORD or the terminal)",
                                "登录（密码取自 FIELDBOOK_PASSWORD 或终端）"}));
    const auto asked = std::make_shared<SignIn>();
    in->add_option("login", asked->login, console.say({"Sign-in name", "登录名"}))->required();
    in->add_option("--password-file", asked->passwordFile,
                   console.say({"File with the password; - is the standard input",
                                "密码文件；- 表示标准输入"}));
    in->callback(
        [&chosen, asked] { chosen.alone = [asked](Console& now) { return signIn(now, *asked); }; });
    app.add_subcommand("sign-out", console.say({"Sign out; what is unsent stays",
                                                "退出登录，未发送的内容保留"}))
        ->callback([&chosen] { chosen.alone = signOut; });
}

} // namespace fieldbook::client::tablet
