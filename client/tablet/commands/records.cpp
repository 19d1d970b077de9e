#include "client/tablet/commands/command.h"
#include "client/tablet/printing.h"
#include "client/tablet/typed_values.h"
#include "shared/text/text_table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <ostream>

namespace fieldbook::client::tablet {
namespace {

constexpr std::size_t recordsAtOnce = 500;
constexpr std::size_t hitsMax = 50;

struct ListAsked {
    std::string type;
    std::vector<std::string> query;
    std::size_t limit = 0; // 0: all
    bool deleted = false;
};

bool fits(const Record& record, const std::vector<FieldValue>& query)
{
    return std::ranges::all_of(
        query, [&](const FieldValue& each) { return record.get(each.first) == each.second; });
}

Result<std::vector<Record>> recordsLike(Tablet& tablet, const ListAsked& asked)
{
    const auto type = typeFrom(asked.type);
    if (!type) {
        return fail(type.error());
    }
    const auto pairs = pairsFrom(asked.query);
    if (!pairs) {
        return fail(pairs.error());
    }
    const auto query = fieldsFrom(tablet, **type, *pairs);
    if (!query) {
        return fail(query.error());
    }
    std::vector<Record> found;
    Uuid after;
    while (true) {
        auto page = tablet.queries.records(**type, after, recordsAtOnce, asked.deleted);
        const bool last = page.size() < recordsAtOnce;
        for (Record& record : page) {
            after = record.id();
            if (fits(record, *query)) {
                found.push_back(std::move(record));
                if (found.size() == asked.limit) {
                    return found;
                }
            }
        }
        if (last) {
            return found;
        }
    }
}

Exit list(Tablet& tablet, const ListAsked& asked)
{
    const auto found = recordsLike(tablet, asked);
    if (!found) {
        return tablet.console.refuse(found.error());
    }
    if (!tablet.console.asJson) {
        printRecords(tablet, *found);
        return Exit::Done;
    }
    auto array = nlohmann::json::array();
    for (const Record& record : *found) {
        array.push_back(recordJson(record, tablet.queries.markOf(record.id())));
    }
    printJson(tablet.console, array);
    return Exit::Done;
}

Exit show(Tablet& tablet, const std::string& id)
{
    const auto record = recordFrom(tablet, id);
    if (!record) {
        return tablet.console.refuse(record.error());
    }
    if (tablet.console.asJson) {
        printJson(tablet.console, recordJson(*record, tablet.queries.markOf(record->id())));
    } else {
        printRecord(tablet.console, tablet, *record);
    }
    return Exit::Done;
}

Exit search(Tablet& tablet, const std::string& text)
{
    // What the last sync left unindexed would not be found.
    while (tablet.store.tidy()) {
    }
    const auto hits = tablet.queries.search(text, hitsMax);
    if (tablet.console.asJson) {
        auto array = nlohmann::json::array();
        for (const SearchHit& hit : hits) {
            array.push_back({{"type", hit.type},
                             {"id", hit.id.text()},
                             {"title", hit.title},
                             {"subtitle", hit.subtitle}});
        }
        printJson(tablet.console, array);
        return Exit::Done;
    }
    const Console& console = tablet.console;
    TextTable table{{"id", console.say({"Kind", "类型"}), console.say({"Name", "名称"}), ""}};
    for (const SearchHit& hit : hits) {
        table.add({hit.id.text(), console.say(typeNamed(hit.type).label), hit.title, hit.subtitle});
    }
    table.print(console.out);
    return Exit::Done;
}

} // namespace

void addRecords(CLI::App& app, const Console& console, Action& chosen)
{
    auto* listing = app.add_subcommand(
        "list", console.say({"Records of a type, as the user sees them", "列出某类记录"}));
    const auto asked = std::make_shared<ListAsked>();
    listing->add_option("type", asked->type, console.say({"customer, visit, order..", "记录类型"}))
        ->required();
    listing
        ->add_option(
            "--query", asked->query,
            console.say({"field=value; several must all fit", "字段=值，可多次，须全部符合"}))
        ->allow_extra_args(false);
    listing->add_option("--limit", asked->limit, console.say({"At most so many", "最多条数"}));
    listing->add_flag("--deleted", asked->deleted,
                      console.say({"Also those in the recycle bin", "包括回收站"}));
    listing->callback(
        [&chosen, asked] { chosen.onStore = [asked](Tablet& now) { return list(now, *asked); }; });

    auto* showing = app.add_subcommand(
        "show", console.say({"One record with its versions", "显示一条记录及其版本"}));
    const auto id = std::make_shared<std::string>();
    showing->add_option("id", *id)->required();
    showing->callback(
        [&chosen, id] { chosen.onStore = [id](Tablet& now) { return show(now, *id); }; });

    auto* searching = app.add_subcommand(
        "search", console.say({"By any part of a name, pinyin, initials, a phone's tail",
                               "按名称任意部分、拼音、首字母或电话尾号查找"}));
    const auto text = std::make_shared<std::string>();
    searching->add_option("text", *text)->required();
    searching->callback(
        [&chosen, text] { chosen.onStore = [text](Tablet& now) { return search(now, *text); }; });
}

} // namespace fieldbook::client::tablet
