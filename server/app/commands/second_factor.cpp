#include "server/app/commands/command.h"
#include "server/app/commands/people.h"
#include "server/service/qr_code.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>

namespace fieldbook::server::commands {
namespace {

struct Asked {
    std::string login;
    std::string code;
    bool asJson = false;
};

Result<void> show(Console& console, Engine& engine, const Asked& asked)
{
    const auto user = findUser(engine, asked.login);
    if (!user) {
        return fail(user.error());
    }
    const auto standing = engine.secondFactors.standingOf(*user);
    if (asked.asJson) {
        console.out << nlohmann::ordered_json{{"enrolled", standing.isEnrolled},
                                              {"required", standing.isRequired},
                                              {"recovery_codes_left", standing.recoveryCodesLeft}}
                           .dump(2)
                    << '\n';
        return {};
    }
    console.out << (standing.isEnrolled ? console.say({"enrolled", "已启用"})
                                        : console.say({"not enrolled", "未启用"}))
                << ", "
                << (standing.isRequired ? console.say({"required", "必须使用"})
                                        : console.say({"not required", "非必须"}))
                << ", " << console.say({"recovery codes left: ", "剩余恢复码："})
                << standing.recoveryCodesLeft << '\n';
    return {};
}

Result<void> begin(Console& console, Engine& engine, const Asked& asked)
{
    const auto user = findUser(engine, asked.login);
    if (!user) {
        return fail(user.error());
    }
    const auto enrolment = engine.secondFactors.begin(*user);
    if (!enrolment) {
        return fail(enrolment.error());
    }
    if (asked.asJson) {
        console.out
            << nlohmann::ordered_json{{"secret", enrolment->secret}, {"uri", enrolment->uri}}.dump(
                   2)
            << '\n';
        return {};
    }
    console.out << qrForTerminal(enrolment->uri)
                << console.say({"Read it with an authenticator app, or type in the key: ",
                                "用验证器应用扫描，或手动输入密钥："})
                << enrolment->secret << '\n'
                << console.say({"Then say the code it shows: ", "然后输入它显示的验证码："})
                << "fieldbookd second-factor confirm " << asked.login << " --code 123456\n";
    return {};
}

Result<void> confirm(Console& console, Engine& engine, const Asked& asked)
{
    const auto user = findUser(engine, asked.login);
    if (!user) {
        return fail(user.error());
    }
    const auto codes = engine.secondFactors.confirm(*user, asked.code);
    if (!codes) {
        return fail(codes.error());
    }
    if (asked.asJson) {
        console.out << nlohmann::ordered_json{{"recovery_codes", *codes}}.dump(2) << '\n';
        return {};
    }
    console.out << console.say({"Recovery codes, each for one sign-in; keep them on paper:",
                                "恢复码，每个只能登录一次，请抄写保管："})
                << '\n';
    for (const auto& code : *codes) {
        console.out << "  " << code << '\n';
    }
    return {};
}

Result<void> reset(Console&, Engine& engine, const Asked& asked)
{
    const auto user = findUser(engine, asked.login);
    return user ? engine.secondFactors.reset({}, *user) : fail(user.error());
}

using Work = Result<void> (*)(Console&, Engine&, const Asked&);

} // namespace

void addSecondFactor(CLI::App& app, const Console& console, Action& chosen)
{
    auto* group = app.add_subcommand(
        "second-factor",
        std::string{console.say({"Authenticator apps of users", "用户的验证器（两步验证）"})});
    group->require_subcommand(1);
    const auto asked = std::make_shared<Asked>();
    const auto add = [&](const char* name, const Label& meaning, Work work) {
        auto* command = group->add_subcommand(name, std::string{console.say(meaning)});
        command
            ->add_option("login", asked->login,
                         std::string{console.say({"Sign-in name", "登录名"})})
            ->required();
        command->add_flag("--json", asked->asJson, "JSON");
        command->callback([&chosen, asked, work] { chosen = onCompany(work, asked); });
        return command;
    };
    add("show", {"Whether a user has one", "查看是否已启用"}, show);
    add("begin", {"Enrol an authenticator app: shows its QR code", "开始启用：显示二维码"}, begin);
    add("confirm", {"Finish with the code that it shows", "输入验证码以完成启用"}, confirm)
        ->add_option("--code", asked->code, std::string{console.say({"Code", "验证码"})})
        ->required();
    add("reset", {"Take it away, so that the user can enrol anew", "重置，用户可重新启用"}, reset);
}

} // namespace fieldbook::server::commands
