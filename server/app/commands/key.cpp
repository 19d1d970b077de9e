#include "server/app/commands/command.h"
#include "server/app/commands/people.h"
#include "shared/text/text_table.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>

namespace fieldbook::server::commands {
namespace {

struct Asked {
    std::string login;
    std::string name;
    std::string id;
    std::vector<std::string> scopes;
    std::optional<int> days; // Absent: until it is revoked.
    bool asJson = false;
};

Result<std::optional<Uuid>> ownerOf(Engine& engine, const Asked& asked)
{
    if (asked.login.empty()) {
        return std::optional<Uuid>{};
    }
    const auto found = findUser(engine, asked.login);
    return found ? Result<std::optional<Uuid>>{*found} : fail(found.error());
}

Result<void> add(Console& console, Engine& engine, const Asked& asked)
{
    const auto owner = ownerOf(engine, asked);
    if (!owner) {
        return fail(owner.error());
    }
    std::string written;
    for (const auto& scope : asked.scopes) {
        written += (written.empty() ? "" : " ") + scope;
    }
    const auto scopes = ScopeSet::parse(written);
    if (!scopes) {
        return fail(scopes.error());
    }
    NewKey wanted{.owner = **owner, .name = asked.name, .scopes = *scopes};
    if (asked.days) {
        wanted.life = std::chrono::days{*asked.days};
    }
    const auto issued = engine.keys.issue({}, wanted);
    if (!issued) {
        return fail(issued.error());
    }
    console.err << console.say({"This is shown once:\n", "仅显示一次：\n"});
    console.out << issued->token << '\n';
    return {};
}

Result<void> list(Console& console, Engine& engine, const Asked& asked)
{
    const auto owner = ownerOf(engine, asked);
    if (!owner) {
        return fail(owner.error());
    }
    const auto directory = engine.people.current();
    const auto loginOf = [&](const Uuid& user) {
        const auto* person = directory->findUser(user);
        return person == nullptr ? std::string{} : person->login;
    };
    const auto day = [](const std::optional<Timestamp>& time) {
        return time ? toRfc3339(*time) : std::string{};
    };
    auto rows = nlohmann::ordered_json::array();
    TextTable table{
        {std::string{console.say({"Id", "标识"})}, std::string{console.say({"Key", "密钥"})},
         std::string{console.say({"User", "用户"})}, std::string{console.say({"Name", "名称"})},
         std::string{console.say({"Opens", "权限范围"})},
         std::string{console.say({"Given by", "发放人"})},
         std::string{console.say({"Expires", "到期"})},
         std::string{console.say({"Last used", "最近使用"})},
         std::string{console.say({"Ended", "失效时间"})}}};
    for (const auto& key : engine.keys.list(*owner)) {
        const nlohmann::ordered_json row{{"id", key.id.text()},
                                         {"hint", key.hint},
                                         {"login", loginOf(key.owner)},
                                         {"name", key.name},
                                         {"scopes", key.scopes},
                                         {"created_by", loginOf(key.createdBy)},
                                         {"expires_at", day(key.expiresAt)},
                                         {"last_used_at", day(key.lastUsedAt)},
                                         {"ended_at", day(key.endedAt)}};
        std::vector<std::string> cells;
        for (const auto& cell : row) {
            cells.push_back(cell.get<std::string>());
        }
        table.add(std::move(cells));
        rows.push_back(row);
    }
    if (asked.asJson) {
        console.out << rows.dump(2) << '\n';
    } else {
        table.print(console.out);
    }
    return {};
}

Result<void> revoke(Console&, Engine& engine, const Asked& asked)
{
    const auto id = Uuid::parse(asked.id);
    return id ? engine.keys.revoke({}, *id) : fail(ErrorKind::NotFound, "key.missing", asked.id);
}

using Work = Result<void> (*)(Console&, Engine&, const Asked&);

} // namespace

void addKey(CLI::App& app, const Console& console, Action& chosen)
{
    auto* key = app.add_subcommand(
        "key", std::string{console.say({"API keys of other programs", "其他程序的 API 密钥"})});
    key->require_subcommand(1);
    const auto asked = std::make_shared<Asked>();
    const auto command = [&](const char* name, const Label& meaning, Work work) {
        auto* made = key->add_subcommand(name, std::string{console.say(meaning)});
        made->callback([&chosen, asked, work] { chosen = onCompany(work, asked); });
        return made;
    };
    const auto user = [&](CLI::App* of) {
        return of->add_option("--user", asked->login,
                              std::string{console.say({"Sign-in name of whose access it has",
                                                       "以谁的权限访问（登录名）"})});
    };
    auto* adding = command("add", {"Give out a key", "发放密钥"}, add);
    user(adding)->required();
    adding->add_option("--name", asked->name, std::string{console.say({"What it is for", "用途"})})
        ->required();
    adding
        ->add_option("--scope", asked->scopes,
                     std::string{console.say(
                         {"What it opens: records.read, records.write, files.read, files.write, "
                          "reports.read, metrics.read; several times",
                          "权限范围：records.read、records.write、files.read、files.write、"
                          "reports.read、metrics.read，可多次"})})
        ->required();
    adding->add_option(
        "--days", asked->days,
        std::string{console.say({"Days until it expires; none: never", "有效天数，缺省为不过期"})});
    auto* listing = command("list", {"List the keys", "列出密钥"}, list);
    user(listing);
    listing->add_flag("--json", asked->asJson, "JSON");
    command("revoke", {"Revoke a key", "吊销密钥"}, revoke)
        ->add_option("id", asked->id, std::string{console.say({"Its id", "密钥标识"})})
        ->required();
}

} // namespace fieldbook::server::commands
