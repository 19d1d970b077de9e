#include "server/app/commands/command.h"
#include "server/app/commands/people.h"
#include "shared/text/csv.h"
#include "shared/text/text_table.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>

namespace fieldbook::server::commands {
namespace {

struct Asked {
    std::string login;
    std::string to;
    std::vector<std::string> parts;
    std::filesystem::path customers;
    std::string reason;
    std::string id;
    bool preview = false;
    bool asJson = false;
};

// FIELD=VALUE:LOGIN; a value may hold a colon.
Result<HandoverPart> readPart(Engine& engine, const std::string& text)
{
    const auto equals = text.find('=');
    const auto colon = text.rfind(':');
    if (equals == std::string::npos || colon == std::string::npos || colon < equals) {
        return fail(ErrorKind::Invalid, "handover.part", text);
    }
    const auto to = findUser(engine, text.substr(colon + 1));
    if (!to) {
        return fail(to.error());
    }
    return HandoverPart{.field = text.substr(0, equals),
                        .value = text.substr(equals + 1, colon - equals - 1),
                        .to = *to};
}

// Rows of a customer's code or id and a sign-in name, without a head.
Result<std::map<Uuid, Uuid>> readCustomers(Engine& engine, const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    if (!in) {
        return fail(ErrorKind::Invalid, "handover.file", file.string());
    }
    std::map<Uuid, Uuid> customers;
    CsvReader reader{in};
    while (true) {
        const auto row = reader.next();
        if (!row) {
            return fail(row.error().kind, row.error().code,
                        file.string() + ':' + std::to_string(reader.line()));
        }
        if (!*row) {
            return customers;
        }
        const auto& cells = (*row)->fields;
        if (cells.size() != 2) {
            return fail(ErrorKind::Invalid, "handover.row",
                        file.string() + ':' + std::to_string(reader.line()));
        }
        const auto customer = findCustomer(engine, cells[0]);
        const auto to = findUser(engine, cells[1]);
        if (!customer || !to) {
            return fail(customer ? to.error() : customer.error());
        }
        customers[*customer] = *to;
    }
}

Result<HandoverOrder> readOrder(const Console& console, Engine& engine, const Asked& asked)
{
    HandoverOrder order{.from = {}, .to = {}, .parts = {}, .customers = {}, .reason = asked.reason};
    const auto from = findUser(engine, asked.login);
    const auto to = asked.to.empty() ? Result<Uuid>{Uuid{}} : findUser(engine, asked.to);
    if (!from || !to) {
        return fail(from ? to.error() : from.error());
    }
    order.from = *from;
    order.to = *to;
    for (const auto& text : asked.parts) {
        auto part = readPart(engine, text);
        if (!part) {
            return fail(part.error());
        }
        order.parts.push_back(std::move(*part));
    }
    if (!asked.customers.empty()) {
        auto customers = readCustomers(engine, console.at(asked.customers));
        if (!customers) {
            return fail(customers.error());
        }
        order.customers = std::move(*customers);
    }
    return order;
}

std::string loginOf(Engine& engine, const Uuid& user)
{
    const auto* person = engine.people.current()->findUser(user);
    return person == nullptr ? std::string{} : person->login;
}

nlohmann::ordered_json countsJson(Engine& engine, const std::vector<HandoverCount>& counts)
{
    auto list = nlohmann::ordered_json::array();
    for (const auto& each : counts) {
        list.push_back({{"to", loginOf(engine, each.to)},
                        {"type", each.type->name},
                        {"records", each.records}});
    }
    return list;
}

nlohmann::ordered_json handoverJson(Engine& engine, const Handover& handover)
{
    nlohmann::ordered_json json{{"id", handover.id.text()},
                                {"at", toRfc3339(handover.at)},
                                {"from", loginOf(engine, handover.from)},
                                {"by", loginOf(engine, handover.by)},
                                {"reason", handover.reason},
                                {"moved", countsJson(engine, handover.moved)},
                                {"kept", countsJson(engine, handover.kept)}};
    json["undone_at"] = handover.undoneAt ? nlohmann::ordered_json(toRfc3339(*handover.undoneAt))
                                          : nlohmann::ordered_json(nullptr);
    return json;
}

void show(Console& console, Engine& engine, const Handover& handover)
{
    TextTable table{{std::string{console.say({"Goes to", "交给"})},
                     std::string{console.say({"What", "内容"})},
                     std::string{console.say({"Records", "条数"})}},
                    {TextTable::Align::Left, TextTable::Align::Left, TextTable::Align::Right}};
    for (const auto& each : handover.moved) {
        table.add({loginOf(engine, each.to), std::string{console.say(each.type->label)},
                   std::to_string(each.records)});
    }
    for (const auto& each : handover.kept) {
        table.add({std::string{console.say({"(stays)", "（保留）"})},
                   std::string{console.say(each.type->label)}, std::to_string(each.records)});
    }
    table.print(console.out);
}

Result<void> give(Console& console, Engine& engine, const Asked& asked)
{
    const auto order = readOrder(console, engine, asked);
    if (!order) {
        return fail(order.error());
    }
    const auto made = asked.preview ? engine.handovers.preview({}, *order)
                                    : engine.handovers.handOver({}, *order);
    if (!made) {
        return fail(made.error());
    }
    if (asked.asJson) {
        console.out << handoverJson(engine, *made).dump(2) << '\n';
        return {};
    }
    show(console, engine, *made);
    if (asked.preview) {
        console.out << console.say({"Nothing was handed over (preview).", "未作任何交接（预览）。"})
                    << '\n';
    } else {
        console.out << console.say({"Handed over. To undo: fieldbookd handover undo ",
                                    "已交接。如需撤销：fieldbookd handover undo "})
                    << made->id.text() << '\n';
    }
    return {};
}

Result<void> takeBack(Console& console, Engine& engine, const Asked& asked)
{
    const auto id = Uuid::parse(asked.id);
    if (!id) {
        return fail(ErrorKind::NotFound, "handover.missing", asked.id);
    }
    const auto undone = engine.handovers.undo({}, *id);
    if (!undone) {
        return fail(undone.error());
    }
    if (asked.asJson) {
        console.out << handoverJson(engine, *undone).dump(2) << '\n';
    } else {
        show(console, engine, *undone);
    }
    return {};
}

std::size_t sumOf(const std::vector<HandoverCount>& counts)
{
    std::size_t sum = 0;
    for (const auto& each : counts) {
        sum += each.records;
    }
    return sum;
}

Result<void> list(Console& console, Engine& engine, const Asked& asked)
{
    const auto handovers = engine.handovers.list();
    if (asked.asJson) {
        auto rows = nlohmann::ordered_json::array();
        for (const auto& each : handovers) {
            rows.push_back(handoverJson(engine, each));
        }
        console.out << rows.dump(2) << '\n';
        return {};
    }
    TextTable table{{"ID", std::string{console.say({"Handed over", "交接时间"})},
                     std::string{console.say({"From", "交出人"})},
                     std::string{console.say({"Records", "条数"})},
                     std::string{console.say({"Undone", "撤销时间"})}},
                    {TextTable::Align::Left, TextTable::Align::Left, TextTable::Align::Left,
                     TextTable::Align::Right, TextTable::Align::Left}};
    for (const auto& each : handovers) {
        table.add({each.id.text(), toRfc3339(each.at), loginOf(engine, each.from),
                   std::to_string(sumOf(each.moved)),
                   each.undoneAt ? toRfc3339(*each.undoneAt) : std::string{}});
    }
    table.print(console.out);
    return {};
}

using Work = Result<void> (*)(Console&, Engine&, const Asked&);

void describeGiving(CLI::App& command, const Console& console, const std::shared_ptr<Asked>& asked)
{
    const auto say = [&](const Label& text) { return std::string{console.say(text)}; };
    command.add_option("login", asked->login, say({"Whose book: sign-in name", "交出人的登录名"}))
        ->required();
    command.add_option("--to", asked->to,
                       say({"Who gets what nothing else says; none: it stays",
                            "其余客户交给谁（登录名）；缺省则保留"}));
    command.add_option("--part", asked->parts,
                       say({"FIELD=VALUE:LOGIN, such as city=杭州:zhou; may be repeated",
                            "按客户字段分配：字段=值:登录名，如 city=杭州:zhou，可重复"}));
    command.add_option("--customers", asked->customers,
                       say({"CSV file of rows “customer code or id,sign-in name”, without a head",
                            "CSV 文件，每行“客户编码或标识,登录名”，无表头"}));
    command.add_option("--reason", asked->reason,
                       say({"Shown with every customer", "原因，随客户显示"}));
    command.add_flag("--preview", asked->preview,
                     say({"Say what would happen, change nothing", "只预览，不作更改"}));
}

} // namespace

void addHandover(CLI::App& app, const Console& console, Action& chosen)
{
    auto* handover = app.add_subcommand(
        "handover", std::string{console.say({"Give somebody's book to colleagues", "客户交接"})});
    handover->require_subcommand(1);
    const auto asked = std::make_shared<Asked>();
    const auto add = [&](const char* name, const Label& meaning, Work work) {
        auto* command = handover->add_subcommand(name, std::string{console.say(meaning)});
        command->add_flag("--json", asked->asJson, "JSON");
        command->callback([&chosen, asked, work] { chosen = onCompany(work, asked); });
        return command;
    };
    describeGiving(*add("give", {"Hand over a book, or a part of it", "交接全部或部分客户"}, give),
                   console, asked);
    add("undo", {"Take a handover back", "撤销一次交接"}, takeBack)
        ->add_option("id", asked->id, "ID")
        ->required();
    add("list", {"List the handovers", "列出交接记录"}, list);
}

} // namespace fieldbook::server::commands
