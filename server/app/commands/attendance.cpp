#include "server/api/attendance_json.h"
#include "server/app/commands/command.h"
#include "server/app/commands/people.h"
#include "shared/text/text_table.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>

namespace fieldbook::server::commands {
namespace {

struct Asked {
    std::string from;
    std::string to;
    std::string login;
    std::string day;
    std::string text;
    std::string by;
    bool asJson = false;
};

std::string listOf(const nlohmann::ordered_json& days)
{
    std::string text;
    for (const auto& day : days) {
        text += (text.empty() ? "" : " ") + day.get<std::string>();
    }
    return text;
}

Result<void> compliance(Console& console, Engine& engine, const Asked& asked)
{
    rules::DaySpan period = engine.attendance.usualPeriod();
    for (const auto& [text, day] :
         {std::pair{&asked.from, &period.first}, {&asked.to, &period.last}}) {
        if (text->empty()) {
            continue;
        }
        const auto date = parseIsoDate(*text);
        if (!date) {
            return fail(date.error());
        }
        *day = *date;
    }
    const auto report = engine.attendance.report({}, period);
    if (!report) {
        return fail(report.error());
    }
    const auto json = api::attendanceJson(*report, *engine.people.current());
    if (asked.asJson) {
        console.out << json.dump(2) << '\n';
        return {};
    }
    TextTable table{{std::string{console.say({"Sign-in", "登录名"})},
                     std::string{console.say({"Name", "姓名"})},
                     std::string{console.say({"Logins", "登录次数"})},
                     std::string{console.say({"Days worked", "有记录天数"})},
                     std::string{console.say({"Last login", "最近登录"})},
                     std::string{console.say({"Silent days", "未登录天数"})},
                     std::string{console.say({"Notice list", "通报"})},
                     std::string{console.say({"Missed days", "未登录的工作日"})},
                     std::string{console.say({"Missed weeks of travel", "出差未达标的周"})}}};
    for (const auto& row : json["people"]) {
        table.add({row["login"], row["name"], row["logins"].dump(), row["worked_days"].dump(),
                   row["last_login"].is_null() ? "" : row["last_login"].get<std::string>(),
                   row["silent_days"].dump(),
                   std::string{row["on_notice_list"] ? console.say({"yes", "是"}) : ""},
                   listOf(row["missed_days"]), listOf(row["missed_weeks"])});
    }
    table.print(console.out);
    return {};
}

Result<void> note(Console&, Engine& engine, const Asked& asked)
{
    const auto user = findUser(engine, asked.login);
    const auto by = asked.by.empty() ? Result<Uuid>{Uuid{}} : findUser(engine, asked.by);
    const auto day = parseIsoDate(asked.day);
    if (!user || !by) {
        return fail(user ? by.error() : user.error());
    }
    return day ? engine.attendance.note(*by, *user, *day, asked.text) : fail(day.error());
}

using Work = Result<void> (*)(Console&, Engine&, const Asked&);

} // namespace

void addPeople(CLI::App& app, const Console& console, Action& chosen)
{
    auto* people = app.add_subcommand(
        "people", std::string{console.say({"Logins and the login rules", "登录与登录要求"})});
    people->require_subcommand(1);
    const auto asked = std::make_shared<Asked>();
    const auto add = [&](const char* name, const Label& meaning, Work work) {
        auto* command = people->add_subcommand(name, std::string{console.say(meaning)});
        command->callback([&chosen, asked, work] { chosen = onCompany(work, asked); });
        return command;
    };
    const auto option = [&](CLI::App& command, const char* flag, std::string& target,
                            const Label& meaning) {
        return command.add_option(flag, target, std::string{console.say(meaning)});
    };
    auto* list =
        add("compliance",
            {"Who signed in how often, and whom the rules miss", "登录情况与登录要求的执行情况"},
            compliance);
    option(*list, "--from", asked->from, {"First day (four weeks ago)", "起始日期（四周前）"});
    option(*list, "--to", asked->to, {"Last day (today)", "截止日期（今天）"});
    list->add_flag("--json", asked->asJson, "JSON");
    auto* say =
        add("note",
            {"Say something about a missed day, such as the penalty", "对未登录的说明，如经济处罚"},
            note);
    option(*say, "login", asked->login, {"Sign-in name", "登录名"})->required();
    option(*say, "--day", asked->day, {"Day (YYYY-MM-DD)", "日期（YYYY-MM-DD）"})->required();
    option(*say, "--text", asked->text, {"What is said", "说明"})->required();
    option(*say, "--by", asked->by, {"Sign-in name of the manager", "主管的登录名"});
}

} // namespace fieldbook::server::commands
