#include "server/app/commands/command.h"
#include "server/app/demo/company.h"

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <ostream>

namespace fieldbook::server::commands {
namespace {

// Everybody's in the demonstration company; README.md says so.
constexpr std::string_view demoPassword = "fieldbook";
constexpr std::string_view administrator = "admin";
// Groups in one commit: a company of a hundred thousand customers must not be one transaction.
constexpr std::size_t groupsTogether = 1'000;

struct Asked {
    demo::Plan plan;
    std::string date;
    std::string zone; // Empty: the machine's.
};

class DemoWriter {
public:
    explicit DemoWriter(Engine& engine) : engine_{engine} {}

    void take(std::vector<rules::RecordWrite> group)
    {
        waiting_.push_back(std::move(group));
        if (waiting_.size() >= groupsTogether) {
            write();
        }
    }

    void write()
    {
        if (!problem_) {
            const auto done = engine_.commits.run([&](Commit& commit) { return writeIn(commit); });
            if (!done) {
                problem_ = done.error();
            }
        }
        waiting_.clear();
    }

    [[nodiscard]] Result<std::size_t> finish()
    {
        write();
        return problem_ ? Result<std::size_t>{fail(*problem_)} : records_;
    }

private:
    Result<void> writeIn(Commit& commit)
    {
        std::size_t records = 0;
        for (const auto& group : waiting_) {
            const std::vector<ServerChange> changes{group.begin(), group.end()};
            const auto done = engine_.changes.applyGroup(commit, rules::Actor{}, changes);
            if (!done) {
                return fail(done.error());
            }
            records += group.size();
        }
        records_ += records;
        return {};
    }

    Engine& engine_;
    std::vector<std::vector<rules::RecordWrite>> waiting_;
    std::optional<Error> problem_;
    std::size_t records_ = 0;
};

Result<void> addAdministrator(Engine& engine)
{
    const auto directory = engine.people.current();
    Uuid root;
    for (const auto& [id, team] : directory->teams()) {
        root = team.parent.isNil() ? id : root;
    }
    const auto user = engine.people.createUser({}, {{"name", std::string{"系统管理员"}},
                                                    {"login", std::string{administrator}},
                                                    {"team", root},
                                                    {"role", std::string{"administrator"}},
                                                    {"status", std::string{"active"}}});
    return user ? Result<void>{} : fail(user.error());
}

// One hash for all: a person's own would take a tenth of a second each, for data that guards
// nothing.
Result<void> setPasswords(Engine& engine)
{
    const std::string hash = hashPassword(demoPassword);
    return engine.commits.run([&](Commit& commit) -> Result<void> {
        for (const auto& [id, person] : commit.directory().people()) {
            commit.writer().setPasswordHash(id, hash, engine.clock.now());
        }
        commit.writer().setSetting(demonstrationSetting, "1");
        return {};
    });
}

Result<std::size_t> makeDemo(Engine& engine, const demo::Plan& plan)
{
    if (!engine.people.current()->people().empty()) {
        return fail(ErrorKind::Conflict, "demo.not_empty");
    }
    DemoWriter writer{engine};
    const auto company =
        demo::makeCompany(plan, [&](auto group) { writer.take(std::move(group)); });
    auto records = writer.finish();
    if (!records) {
        return records;
    }
    if (auto added = addAdministrator(engine); !added) {
        return fail(added.error());
    }
    if (auto set = setPasswords(engine); !set) {
        return fail(set.error());
    }
    return records;
}

// The machine's own zone as glibc takes it: TZ, else what /etc/localtime points to; UTC where
// neither is a name.
std::string zoneOfMachine()
{
    if (const char* named = std::getenv("TZ"); named != nullptr && *named != '\0') {
        return named[0] == ':' ? named + 1 : named;
    }
    constexpr std::string_view database = "zoneinfo/";
    std::error_code none;
    const auto target = std::filesystem::read_symlink("/etc/localtime", none).string();
    const auto at = target.find(database);
    return at == std::string::npos ? "UTC" : target.substr(at + database.size());
}

Result<Zone> zoneOf(const std::string& asked)
{
    if (!asked.empty()) {
        return Zone::find(asked);
    }
    return Zone::find(zoneOfMachine()).value_or(Zone::utc());
}

// Nine in the morning at the company, so that one day gives one company.
Result<Timestamp> morningOf(const std::string& date, const Zone& zone, const Clock& clock)
{
    const auto day = date.empty() ? Result<Date>{zone.dateAt(clock.now())} : parseIsoDate(date);
    if (!day) {
        return fail(day.error());
    }
    const auto midnight = std::chrono::sys_days{*day}.time_since_epoch();
    return zone.toUtc(LocalTime{midnight + std::chrono::hours{9}});
}

Exit run(Console& console, Asked asked)
{
    const auto zone = zoneOf(asked.zone);
    if (!zone) {
        return console.refuse(zone.error());
    }
    const auto now = morningOf(asked.date, *zone, SystemClock{});
    if (!now) {
        return console.refuse(now.error());
    }
    asked.plan.now = *now;
    asked.plan.zone = *zone;
    const auto engine = console.open(DataFolder::Making::Allowed);
    if (!engine) {
        return console.refuse(engine.error());
    }
    const auto records = makeDemo(**engine, asked.plan);
    if (!records) {
        return console.refuse(records.error());
    }
    console.out << console.say({"The demonstration company is ready. Records: ",
                                "演示公司已就绪，记录数："})
                << *records << '\n'
                << console.say({"Everybody's password: ", "所有用户的密码："}) << demoPassword
                << '\n'
                << console.say({"Sign-in names: ", "登录名："}) << administrator;
    for (const auto& [id, person] : (*engine)->people.current()->people()) {
        if (person.login != administrator) {
            console.out << ' ' << person.login;
        }
    }
    console.out << '\n';
    return Exit::Done;
}

} // namespace

void addDemo(CLI::App& app, const Console& console, Action& chosen)
{
    auto* command = app.add_subcommand(
        "demo", std::string{console.say({"Fill an empty data folder with a demonstration company",
                                         "在空数据目录中生成演示公司"})});
    const auto asked = std::make_shared<Asked>();
    command
        ->add_option("--customers", asked->plan.customers,
                     std::string{console.say({"Customers", "客户数"})})
        ->capture_default_str()
        ->check(CLI::Range(0, 1'000'000));
    command
        ->add_option("--people", asked->plan.salespeople,
                     std::string{console.say({"Salespeople", "业务员数"})})
        ->capture_default_str()
        ->check(CLI::Range(1, 10'000));
    command->add_option("--seed", asked->plan.seed, std::string{console.say({"Seed", "随机种子"})})
        ->capture_default_str();
    command->add_option("--date", asked->date,
                        std::string{console.say(
                            {"Today of the company (YYYY-MM-DD)", "公司的“今天”（YYYY-MM-DD）"})});
    command->add_option("--zone", asked->zone,
                        std::string{console.say({"Time zone of the company (the machine's)",
                                                 "公司的时区（默认本机时区）"})});
    command->callback(
        [&chosen, asked] { chosen = [asked](Console& now) { return run(now, *asked); }; });
}

} // namespace fieldbook::server::commands
