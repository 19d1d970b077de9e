#include "client/tablet/commands/command.h"
#include "client/tablet/printing.h"
#include "client/tablet/typed_values.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>

namespace fieldbook::client::tablet {
namespace {

struct Asked {
    std::int64_t item = 0;
    std::vector<std::string> pairs;
};

std::vector<AttentionDetail> itemsOf(Tablet& tablet)
{
    std::vector<AttentionDetail> items;
    for (const AttentionRow& row : tablet.queries.attention()) {
        if (auto detail = tablet.queries.attentionItem(row.id)) {
            items.push_back(std::move(*detail));
        }
    }
    return items;
}

Exit list(Tablet& tablet)
{
    const auto items = itemsOf(tablet);
    if (!tablet.console.asJson) {
        printAttention(tablet.console, items);
        return Exit::Done;
    }
    auto array = nlohmann::json::array();
    for (const AttentionDetail& item : items) {
        array.push_back(attentionJson(item));
    }
    printJson(tablet.console, array);
    return Exit::Done;
}

Exit tell(Tablet& tablet, const Result<void>& done)
{
    if (!done) {
        return tablet.console.refuse(done.error());
    }
    const auto left = tablet.store.openQueries()->attention().size();
    if (tablet.console.asJson) {
        printJson(tablet.console, {{"attention", left}});
    } else {
        tablet.console.out << tablet.console.say({"Done; still to decide: ", "已处理，尚余："})
                           << left << '\n';
    }
    return Exit::Done;
}

// The same for every field that waits; those that are named only, if some are.
Result<void> decideAll(Tablet& tablet, const Asked& asked, Decision::Take take)
{
    const auto detail = tablet.queries.attentionItem(asked.item);
    if (!detail) {
        return fail(ErrorKind::NotFound, "attention.missing", std::to_string(asked.item));
    }
    std::vector<Decision> decisions;
    for (const AttentionField& field : detail->fields) {
        const bool named = std::ranges::find(asked.pairs, field.field) != asked.pairs.end();
        if (asked.pairs.empty() || named) {
            decisions.push_back({field.field, take, {}});
        }
    }
    if (decisions.empty()) {
        return fail(ErrorKind::Invalid, "decision.missing");
    }
    return tablet.store.recorder().decide(asked.item, decisions);
}

Result<void> retry(Tablet& tablet, const Asked& asked)
{
    const auto detail = tablet.queries.attentionItem(asked.item);
    const TypeSpec* type = detail ? findType(detail->row.type) : nullptr;
    if (type == nullptr) {
        return fail(ErrorKind::NotFound, "attention.missing", std::to_string(asked.item));
    }
    const auto pairs = pairsFrom(asked.pairs);
    if (!pairs) {
        return fail(pairs.error());
    }
    auto values = fieldsFrom(tablet, *type, *pairs);
    return values ? tablet.store.recorder().retry(asked.item, std::move(*values))
                  : fail(values.error());
}

Result<void> keep(Tablet& tablet, const Asked& asked)
{
    return decideAll(tablet, asked, Decision::Take::Mine);
}

Result<void> take(Tablet& tablet, const Asked& asked)
{
    return decideAll(tablet, asked, Decision::Take::Theirs);
}

Result<void> dismiss(Tablet& tablet, const Asked& asked)
{
    return tablet.store.recorder().dismiss(asked.item);
}

void addDecision(CLI::App* command,
                 const std::string& rest,
                 Action& chosen,
                 Result<void> (*deed)(Tablet&, const Asked&))
{
    const auto asked = std::make_shared<Asked>();
    command->add_option("item", asked->item)->required();
    if (!rest.empty()) {
        command->add_option("fields", asked->pairs, rest);
    }
    command->callback([&chosen, asked, deed] {
        chosen.onStore = [asked, deed](Tablet& now) { return tell(now, deed(now, *asked)); };
    });
}

} // namespace

void addAttention(CLI::App& app, const Console& console, Action& chosen)
{
    auto* command = app.add_subcommand("attention",
                                       console.say({"What was refused, and what two people changed",
                                                    "待处理：被退回的更改和多人修改的字段"}));
    command->require_subcommand(1);
    command->add_subcommand("list", console.say({"All items", "全部待处理项"}))
        ->callback([&chosen] { chosen.onStore = list; });
    const std::string fields =
        console.say({"Only these fields; none: all", "仅这些字段，缺省为全部"});
    addDecision(command->add_subcommand("keep", console.say({"Keep mine", "保留我的"})), fields,
                chosen, keep);
    addDecision(command->add_subcommand("take", console.say({"Take theirs", "采用对方的"})), fields,
                chosen, take);
    addDecision(command->add_subcommand(
                    "retry", console.say({"Record what was refused anew, with these values instead",
                                          "重新记录被退回的内容，可改值"})),
                console.say({"field=value ..", "字段=值 .."}), chosen, retry);
    addDecision(command->add_subcommand("dismiss",
                                        console.say({"Let what was refused rest; the log keeps it",
                                                     "不再处理，内容保留在回执中"})),
                {}, chosen, dismiss);
}

} // namespace fieldbook::client::tablet
