#include "server/app/commands/command.h"
#include "server/app/commands/people.h"
#include "server/service/review_service.h"
#include "shared/text/text_table.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>

// Sharing of customers, and leave cover.
namespace fieldbook::server::commands {
namespace {

using nlohmann::ordered_json;

struct Asked {
    std::string what; // A customer, a sign-in name or the id of a share or cover.
    std::string with;
    std::string team;
    std::string from;
    std::string until;
    std::string access = "read";
    std::vector<std::string> includes;
    std::string reason;
    bool stays = false;
    bool all = false;
    bool asJson = false;
};

// A moment, or a day of the company's: its beginning, or its end.
Result<Timestamp> momentFrom(Engine& engine, const std::string& text, bool end)
{
    if (auto moment = parseRfc3339(text)) {
        return moment;
    }
    const auto day = parseIsoDate(text);
    if (!day) {
        return fail(day.error());
    }
    const Zone zone = companyZone(*engine.people.current());
    return zone.startOf(end ? Date{std::chrono::sys_days{*day} + std::chrono::days{1}} : *day);
}

std::string loginOf(Engine& engine, const Uuid& user)
{
    const auto* person = engine.people.current()->findUser(user);
    return person == nullptr ? std::string{} : person->login;
}

ordered_json rowOf(Engine& engine, const Record& record)
{
    ordered_json row{{"id", record.id().text()}};
    for (const auto& field : record.type().fields) {
        const auto& value = record.get(field.fieldName);
        if (isEmpty(value)) {
            continue;
        }
        const std::string name{field.fieldName};
        if (field.refersTo == "user") {
            row[name] = loginOf(engine, record.referenceOf(field.fieldName));
            continue;
        }
        std::string text;
        appendJson(text, value);
        row[name] = ordered_json::parse(text);
    }
    return row;
}

void show(Console& console, Engine& engine, const std::vector<Record>& records, const Asked& asked)
{
    auto rows = ordered_json::array();
    for (const auto& record : records) {
        rows.push_back(rowOf(engine, record));
    }
    if (asked.asJson) {
        console.out << rows.dump(2) << '\n';
        return;
    }
    const bool covers = !records.empty() && records.front().type().name == "substitution";
    TextTable table{
        {"Id", std::string{console.say({"Of", "归属"})}, std::string{console.say({"With", "对象"})},
         std::string{console.say({"Access", "权限"})}, std::string{console.say({"Until", "截止"})},
         std::string{console.say({"State", "状态"})}},
        {}};
    for (const auto& row : rows) {
        table.add({row["id"], row.value(covers ? "absent" : "customer", ""),
                   row.value(covers ? "stands_in" : "user", row.value("team", "")),
                   row.value("access", ""), row.value(covers ? "ends_at" : "until", ""),
                   row.value("state", "")});
    }
    table.print(console.out);
}

Result<void> give(Console& console, Engine& engine, const Asked& asked)
{
    SharingService::Share share{.customer = {},
                                .user = {},
                                .team = {},
                                .edits = asked.access == "edit",
                                .includes = asked.includes,
                                .until = {},
                                .reason = asked.reason};
    const auto customer = findCustomer(engine, asked.what);
    const auto until = momentFrom(engine, asked.until, true);
    if (!customer || !until) {
        return fail(customer ? until.error() : customer.error());
    }
    share.customer = *customer;
    share.until = *until;
    const auto whom =
        asked.team.empty() ? findUser(engine, asked.with) : findTeam(engine, asked.team);
    if (!whom) {
        return fail(whom.error());
    }
    (asked.team.empty() ? share.user : share.team) = *whom;
    const auto made = engine.sharing.share({}, share);
    if (!made) {
        return fail(made.error());
    }
    console.out << made->text() << '\n';
    return {};
}

Result<void> cover(Console& console, Engine& engine, const Asked& asked)
{
    const auto absent = findUser(engine, asked.what);
    const auto standsIn = findUser(engine, asked.with);
    if (!absent || !standsIn) {
        return fail(absent ? standsIn.error() : absent.error());
    }
    const auto from = momentFrom(engine, asked.from, false);
    const auto until = momentFrom(engine, asked.until, true);
    if (!from || !until) {
        return fail(from ? until.error() : from.error());
    }
    const auto made = engine.sharing.cover({}, {.absent = *absent,
                                                .standsIn = *standsIn,
                                                .from = *from,
                                                .until = *until,
                                                .edits = asked.access == "edit",
                                                .returns = !asked.stays,
                                                .reason = asked.reason});
    if (!made) {
        return fail(made.error());
    }
    console.out << made->text() << '\n';
    return {};
}

Result<void> end(Console&, Engine& engine, const Asked& asked)
{
    const auto id = Uuid::parse(asked.what);
    return id ? engine.sharing.end({}, *id)
              : fail(ErrorKind::NotFound, "record.missing", asked.what);
}

Result<void> listShares(Console& console, Engine& engine, const Asked& asked)
{
    show(console, engine, engine.sharing.shares(asked.all), asked);
    return {};
}

Result<void> listCovers(Console& console, Engine& engine, const Asked& asked)
{
    show(console, engine, engine.sharing.covers(asked.all), asked);
    return {};
}

using Work = Result<void> (*)(Console&, Engine&, const Asked&);

// A command with its three verbs.
class Family {
public:
    Family(CLI::App& app, const Console& console, Action& chosen, const char* name, Label meaning)
        : console_{console},
          chosen_{chosen},
          command_{app.add_subcommand(name, std::string{console.say(meaning)})}
    {
        command_->require_subcommand(1);
    }

    CLI::App& add(const char* name, const Label& meaning, Work work)
    {
        auto* command = command_->add_subcommand(name, std::string{console_.say(meaning)});
        command->callback(
            [&chosen = chosen_, asked = asked_, work] { chosen = onCompany(work, asked); });
        return *command;
    }
    CLI::Option& option(CLI::App& command, const char* flag, auto Asked::* value, const Label& text)
    {
        return *command.add_option(flag, asked_.get()->*value, std::string{console_.say(text)});
    }
    void addEndAndList(const Label& ending, const Label& listing, Work list)
    {
        option(add("end", ending, end), "id", &Asked::what, {"Its id", "标识"}).required();
        auto& command = add("list", listing, list);
        command.add_flag("--all", asked_->all,
                         std::string{console_.say({"Those that have ended too", "包括已结束的"})});
        command.add_flag("--json", asked_->asJson, "JSON");
    }
    void access(CLI::App& command)
    {
        option(command, "--access", &Asked::access, {"read or edit", "read（查看）或 edit（编辑）"})
            .check(CLI::IsMember({"read", "edit"}));
        option(command, "--until", &Asked::until,
               {"Last day, or a moment in RFC 3339", "最后一天，或 RFC 3339 时间"})
            .required();
        option(command, "--reason", &Asked::reason, {"Why", "原因"});
    }
    [[nodiscard]] Asked& asked() { return *asked_; }

private:
    const Console& console_;
    Action& chosen_;
    CLI::App* command_;
    std::shared_ptr<Asked> asked_ = std::make_shared<Asked>();
};

} // namespace

void addSharing(CLI::App& app, const Console& console, Action& chosen)
{
    Family share{app, console, chosen, "share", {"Customers shared for a time", "客户共享"}};
    auto& giving = share.add("give", {"Share a customer", "共享客户"}, give);
    share.option(giving, "customer", &Asked::what, {"Its code or id", "客户编码或标识"}).required();
    auto& with = share.option(giving, "--with", &Asked::with, {"Sign-in name", "登录名"});
    share.option(giving, "--team", &Asked::team, {"Or a team", "或团队"}).excludes(&with);
    share.option(giving, "--include", &Asked::includes,
                 {"Types of what hangs on it; all unless said", "包含的内容类型，默认全部"});
    share.access(giving);
    share.addEndAndList({"End a sharing now", "立即结束共享"}, {"List what is shared", "列出共享"},
                        listShares);

    Family covering{app, console, chosen, "cover", {"Who stands in for whom", "休假代理"}};
    auto& adding = covering.add("add", {"Let somebody stand in", "安排代理"}, cover);
    covering.option(adding, "absent", &Asked::what, {"Who is away: sign-in name", "休假人登录名"})
        .required();
    covering.option(adding, "--by", &Asked::with, {"Who stands in: sign-in name", "代理人登录名"})
        .required();
    covering.option(adding, "--from", &Asked::from, {"First day, or a moment", "第一天或时间"})
        .required();
    covering.access(adding);
    adding.add_flag(
        "--stays", covering.asked().stays,
        std::string{console.say({"Goes on until somebody ends it", "到期后继续，直到手动结束"})});
    covering.addEndAndList({"End a cover now", "立即结束代理"},
                           {"List who stands in for whom", "列出代理"}, listCovers);
}

} // namespace fieldbook::server::commands
