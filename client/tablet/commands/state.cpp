#include "client/tablet/commands/command.h"
#include "client/tablet/printing.h"
#include "client/tablet/sentences.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>

namespace fieldbook::client::tablet {
namespace {

constexpr std::size_t receiptsShown = 100;

Exit status(Tablet& tablet)
{
    const StoreStatus status = tablet.queries.status(tablet.clock.now());
    const auto state = tablet.store.device().state();
    if (!tablet.console.asJson) {
        printStatus(tablet.console, status);
        if (!state.empty()) {
            tablet.console.out << sentenceFor("device." + state, tablet.console.language) << '\n';
        }
        return Exit::Done;
    }
    auto json = statusJson(status);
    json["device_state"] = state.empty() ? "approved" : state;
    json["install"] = tablet.store.session().install().text();
    json["order_numbers_left"] = tablet.store.session().numbersLeft("order");
    printJson(tablet.console, json);
    return Exit::Done;
}

Exit outbox(Tablet& tablet)
{
    const auto rows = tablet.queries.outbox();
    if (!tablet.console.asJson) {
        printChanges(tablet.console, rows);
        return Exit::Done;
    }
    auto array = nlohmann::json::array();
    for (const ChangeRow& row : rows) {
        array.push_back(changeJson(row));
    }
    printJson(tablet.console, array);
    return Exit::Done;
}

Exit receipts(Tablet& tablet, std::size_t limit)
{
    const auto rows = tablet.queries.receipts(limit);
    if (!tablet.console.asJson) {
        printReceipts(tablet.console, rows);
        return Exit::Done;
    }
    auto array = nlohmann::json::array();
    for (const ReceiptRow& row : rows) {
        array.push_back(receiptJson(row));
    }
    printJson(tablet.console, array);
    return Exit::Done;
}

} // namespace

void addState(CLI::App& app, const Console& console, Action& chosen)
{
    app.add_subcommand("status",
                       console.say({"How the tablet stands with the server", "平板与服务器的状态"}))
        ->callback([&chosen] { chosen.onStore = status; });
    app.add_subcommand("outbox", console.say({"Changes that wait", "待发送的更改"}))
        ->callback([&chosen] { chosen.onStore = outbox; });
    auto* command = app.add_subcommand(
        "receipts",
        console.say({"What became of the changes, newest first", "更改的回执，新的在前"}));
    const auto limit = std::make_shared<std::size_t>(receiptsShown);
    command->add_option("--limit", *limit, console.say({"At most so many", "最多条数"}));
    command->callback([&chosen, limit] {
        chosen.onStore = [limit](Tablet& now) { return receipts(now, *limit); };
    });
}

} // namespace fieldbook::client::tablet
