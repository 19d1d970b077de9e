#include "server/app/commands/command.h"
#include "server/app/commands/error_text.h"
#include "server/app/commands/people.h"
#include "shared/text/text_table.h"

#include <nlohmann/json.hpp>

#include <deque>
#include <fstream>
#include <memory>
#include <ostream>

namespace fieldbook::server::commands {
namespace {

using nlohmann::ordered_json;

struct Asked {
    std::vector<std::string> witnesses; // Files.
    std::string login;
    std::string kind;
    std::string record;
    std::size_t limit = 50;
    bool asJson = false;
};

// A file of checkpoints, one after the other; each ends with the line of its signature.
Result<void> readWitness(const std::filesystem::path& file, std::vector<std::string>& checkpoints)
{
    std::ifstream in{file};
    if (!in) {
        return fail(ErrorKind::Invalid, "audit.witness", file.string());
    }
    std::string text;
    for (std::string line; std::getline(in, line);) {
        text += line + '\n';
        if (line.starts_with("\u2014 ")) {
            checkpoints.push_back(std::exchange(text, {}));
        }
    }
    if (!text.empty() || checkpoints.empty()) {
        return fail(ErrorKind::Invalid, "audit.witness", file.string());
    }
    return {};
}

ordered_json toJson(const TrailReport& report)
{
    auto faults = ordered_json::array();
    for (const auto& fault : report.faults) {
        faults.push_back({{"code", fault.code}, {"detail", fault.detail}});
    }
    return {{"entries", report.tree.size},
            {"root", toHex(report.tree.root)},
            {"erased", report.erased},
            {"checkpoints", report.checkpoints},
            {"witnesses", report.witnesses},
            {"signed_up_to", report.signedUpTo},
            {"faults", faults}};
}

Result<void> verify(Console& console, Engine& engine, const Asked& asked)
{
    std::vector<std::string> witnesses;
    for (const auto& file : asked.witnesses) {
        if (auto read = readWitness(console.at(file), witnesses); !read) {
            return read;
        }
    }
    const auto report = engine.trail.verify(witnesses);
    if (asked.asJson) {
        console.out << toJson(report).dump(2) << '\n';
    } else {
        console.out << report.tree.size << ' ' << console.say({"entries, ", "条记录，"})
                    << report.signedUpTo << ' '
                    << console.say({"of them under a signature; checkpoints in order: ",
                                    "条已有签名；一致的检查点："})
                    << report.checkpoints << console.say({" here, ", " 个本机，"})
                    << report.witnesses << console.say({" of witnesses\n", " 个见证\n"});
        for (const auto& fault : report.faults) {
            console.err << errorText(fault, console.language) << " [" << fault.code << "] "
                        << fault.detail << '\n';
        }
    }
    return report.faults.empty() ? Result<void>{} : fail(ErrorKind::Conflict, "trail.broken");
}

ordered_json rowOf(const TrailEntry& entry, ordered_json header)
{
    ordered_json row{{"number", entry.number}};
    row.update(header);
    if (!entry.body) {
        row["erased"] = true;
    } else if (!entry.body->empty()) {
        row["body"] = ordered_json::parse(*entry.body, nullptr, false);
    }
    return row;
}

void print(Console& console, Engine& engine, const std::deque<ordered_json>& rows)
{
    TextTable table{
        {std::string{console.say({"Number", "序号"})}, std::string{console.say({"Time", "时间"})},
         std::string{console.say({"User", "用户"})}, std::string{console.say({"What", "事项"})},
         std::string{console.say({"Record", "记录"})}},
        {TextTable::Align::Right}};
    const auto directory = engine.people.current();
    for (const auto& row : rows) {
        const auto by = Uuid::parse(row.value("by", ""));
        const auto* person = by ? directory->findUser(*by) : nullptr;
        const auto type = row.value("type", "");
        table.add({row["number"].dump(), row.value("at", ""),
                   person == nullptr ? row.value("by", "") : person->login, row.value("kind", ""),
                   type.empty() ? type : type + ' ' + row.value("id", "")});
    }
    table.print(console.out);
}

Result<void> list(Console& console, Engine& engine, const Asked& asked)
{
    TrailQuery query{.kind = asked.kind, .limit = asked.limit};
    if (!asked.login.empty()) {
        const auto found = findUser(engine, asked.login);
        if (!found) {
            return fail(found.error());
        }
        query.by = *found;
    }
    if (!asked.record.empty()) {
        query.record = Uuid::parse(asked.record);
        if (!query.record) {
            return fail(ErrorKind::NotFound, "record.missing", asked.record);
        }
    }
    std::deque<ordered_json> rows;
    engine.trail.search(query, [&](const TrailEntry& entry) {
        rows.push_front(rowOf(entry, ordered_json::parse(entry.header, nullptr, false)));
        return true;
    });
    if (asked.asJson) {
        console.out << ordered_json(rows).dump(2) << '\n';
    } else {
        print(console, engine, rows);
    }
    return {};
}

Result<void> checkpoint(Console& console, Engine& engine, const Asked&)
{
    console.out << engine.trail.checkpoint(0).text;
    return {};
}

Result<void> key(Console& console, Engine& engine, const Asked&)
{
    console.out << toHex(engine.trail.publicKey()) << '\n';
    return {};
}

using Work = Result<void> (*)(Console&, Engine&, const Asked&);

} // namespace

void addAudit(CLI::App& app, const Console& console, Action& chosen)
{
    auto* audit = app.add_subcommand(
        "audit", std::string{console.say({"The trail of everything that happened", "审计记录"})});
    audit->require_subcommand(1);
    const auto asked = std::make_shared<Asked>();
    const auto add = [&](const char* name, const Label& meaning, Work work) {
        auto* command = audit->add_subcommand(name, std::string{console.say(meaning)});
        command->callback([&chosen, asked, work] { chosen = onCompany(work, asked); });
        return command;
    };
    const auto option = [&](CLI::App& command, const char* flag, auto& value, const Label& text) {
        command.add_option(flag, value, std::string{console.say(text)});
    };
    auto* verifying = add(
        "verify", {"Verify that nothing was altered, cut or added", "验证记录未被改动"}, verify);
    option(*verifying, "--witness", asked->witnesses,
           {"File of checkpoints that were kept elsewhere", "在别处保存的检查点文件"});
    auto* listing = add("list", {"List entries, the newest last", "列出记录，最新的在最后"}, list);
    option(*listing, "--user", asked->login, {"Sign-in name of who did it", "操作人登录名"});
    option(*listing, "--kind", asked->kind,
           {"What happened, such as record.changed", "事项，如 record.changed"});
    option(*listing, "--record", asked->record, {"Id of the record", "记录标识"});
    option(*listing, "--limit", asked->limit, {"How many at most", "最多条数"});
    for (auto* command : {verifying, listing}) {
        command->add_flag("--json", asked->asJson, "JSON");
    }
    add("checkpoint", {"Sign the trail as it is, to be kept elsewhere", "签署当前状态，供另处保存"},
        checkpoint);
    add("key", {"Print the public key of the signatures", "显示签名公钥"}, key);
}

} // namespace fieldbook::server::commands
