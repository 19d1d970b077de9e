#include "client/local/renumber.h"

#include "client/local/journal.h"
#include "client/local/receipt_log.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace fieldbook::client {
namespace {

using nlohmann::ordered_json;
using Numbers = std::map<std::int64_t, std::int64_t>; // Old to new.

struct Renaming {
    std::int64_t from = 0; // The former device.
    std::int64_t to = 0;
    Numbers numbers;

    void version(ordered_json& json) const
    {
        if (!json.is_string()) {
            return;
        }
        const auto version = Version::parse(json.get_ref<const std::string&>());
        if (version && version->device == from && numbers.contains(version->change)) {
            json = Version{version->at, to, numbers.at(version->change)}.text();
        }
    }

    // On the JSON as it stands: a change that this program cannot read any more is numbered too.
    [[nodiscard]] std::string change(std::string_view text) const
    {
        auto json = ordered_json::parse(text);
        json["n"] = numbers.at(json["n"].get<std::int64_t>());
        if (json.contains("group")) {
            for (auto& end : json["group"]) {
                end = numbers.at(end.get<std::int64_t>());
            }
        }
        if (json.contains("edit") && json["edit"].contains("f")) {
            for (auto& field : json["edit"]["f"]) {
                if (field.contains("from")) {
                    version(field["from"]);
                }
                if (field.contains("settles")) {
                    for (auto& settled : field["settles"]) {
                        version(settled);
                    }
                }
            }
        }
        return json.dump();
    }
};

std::vector<std::int64_t> numbersIn(db::Database& database, std::string_view sql)
{
    std::vector<std::int64_t> numbers;
    auto query = database.prepare(sql);
    while (query.step()) {
        numbers.push_back(query.int64(0));
    }
    return numbers;
}

// All old numbers make room first, as the new ones may be among them.
void renameRows(db::Database& database, const Renaming& renaming)
{
    database.execute("UPDATE outbox SET n = -n; UPDATE outbox_touch SET n = -n");
    for (const auto& [former, now] : renaming.numbers) {
        std::string json;
        {
            auto query = database.prepare("SELECT json FROM outbox WHERE n = :n");
            query.bind(":n", -former);
            json = query.step() ? renaming.change(query.text(0)) : std::string{};
        }
        const auto ends = ordered_json::parse(json).value("group", std::vector<std::int64_t>{0, 0});
        database
            .prepare("UPDATE outbox SET n = :now, group_first = :first, group_last = :last, "
                     "json = :json, state = 0 WHERE n = :former")
            .bind(":now", now)
            .bind(":first", ends.at(0))
            .bind(":last", ends.at(1))
            .bind(":json", json)
            .bind(":former", -former)
            .run();
        database.prepare("UPDATE outbox_touch SET n = :now WHERE n = :former")
            .bind(":now", now)
            .bind(":former", -former)
            .run();
    }
}

} // namespace

void sendAgain(StoreCore& core, Writing& writing, std::int64_t device, std::int64_t from)
{
    auto& transaction = writing.transaction();
    core.database()
        .prepare("UPDATE outbox SET state = 0, seq = NULL WHERE n >= :from")
        .bind(":from", from)
        .run();
    const auto touched = reviveFromLog(transaction, device, from);
    auto& meta = core.meta();
    meta.set(transaction, meta::received, std::min(meta.number(meta::received), from - 1));
    // The sequences of the receipts were those of a server that is no more.
    meta.set(transaction, meta::pulledUpTo, std::int64_t{0});
    meta.set(transaction, meta::filesInDoubt, std::int64_t{1});
    Journal journal{writing.shelf(), core.doerOrNobody()};
    journal.revive(touched);
}

void renumber(StoreCore& core, Writing& writing, std::int64_t formerDevice)
{
    auto& database = core.database();
    auto& meta = core.meta();
    Journal journal{writing.shelf(), core.doerOrNobody()};
    std::set<Uuid> touched =
        journal.take(numbersIn(database, "SELECT n FROM outbox WHERE state = 2"));
    Renaming renaming{formerDevice, meta.number(meta::device), {}};
    for (const std::int64_t former : numbersIn(database, "SELECT n FROM outbox ORDER BY n")) {
        renaming.numbers[former] = static_cast<std::int64_t>(renaming.numbers.size()) + 1;
    }
    renameRows(database, renaming);
    meta.set(writing.transaction(), meta::nextChange,
             static_cast<std::int64_t>(renaming.numbers.size()) + 1);
    meta.set(writing.transaction(), meta::received, std::int64_t{0});
    {
        auto ids = database.prepare("SELECT DISTINCT id FROM outbox_touch");
        while (ids.step()) {
            touched.insert(ids.uuid(0));
        }
    }
    journal.rebase(touched);
}

} // namespace fieldbook::client
