#include "client/local/journal.h"

#include "client/local/local_world.h"
#include "shared/base/assert.h"
#include "shared/db/record_table.h"

#include <deque>

namespace fieldbook::client {

void Journal::append(const std::vector<JournalEntry>& entries, const Effects& effects)
{
    for (const auto& entry : entries) {
        shelf_.database()
            .prepare("INSERT INTO outbox (n, at, group_first, group_last, type, record, verb, act, "
                     "title, fields, json) VALUES (:n, :at, :group_first, :group_last, :type, "
                     ":record, :verb, :act, :title, :fields, :json)")
            .bind(":n", entry.number)
            .bind(":at", entry.atMillis)
            .bind(":group_first", entry.groupFirst)
            .bind(":group_last", entry.groupLast)
            .bind(":type", entry.type)
            .bind(":record", entry.record)
            .bind(":verb", entry.verb)
            .bind(":act", entry.act)
            .bind(":title", entry.title)
            .bind(":fields", entry.fields)
            .bind(":json", entry.json)
            .run();
    }
    rememberTouches(effects);
    write(effects);
    shelf_.change().status = true;
}

void Journal::rememberTouches(const Effects& effects)
{
    for (const auto& [key, touch] : effects.touches()) {
        keepBase(key.second, *touch.type);
        shelf_.database()
            .prepare("INSERT INTO outbox_touch (n, id, direct) VALUES (:n, :id, :direct)")
            .bind(":n", key.first)
            .bind(":id", key.second)
            .bind(":direct", touch.direct)
            .run();
    }
}

void Journal::keepBase(const Uuid& id, const TypeSpec& type)
{
    auto& database = shelf_.database();
    database.prepare("INSERT INTO base (id, type) VALUES (:id, :type) ON CONFLICT (id) DO NOTHING")
        .bind(":id", id)
        .bind(":type", type.name)
        .run();
    if (database.changes() == 0) {
        return;
    }
    const auto document = db::RecordTable::of(type).findDocument(database, id);
    database.prepare("UPDATE base SET doc = :doc WHERE id = :id")
        .bind(":doc", document)
        .bind(":id", id)
        .run();
}

void Journal::write(const Effects& effects)
{
    std::set<Uuid> written;
    for (const auto& [key, touch] : effects.touches()) {
        if (!written.insert(key.second).second) {
            continue;
        }
        if (const auto record = effects.world().find(key.second)) {
            shelf_.put(*record);
        } else {
            shelf_.erase(*touch.type, key.second);
        }
    }
}

bool Journal::layUnder(const Uuid& id, const TypeSpec& type, std::string_view document)
{
    FIELDBOOK_ASSERT(findType(type.name) == &type);
    auto& database = shelf_.database();
    database.prepare("UPDATE base SET doc = ?2, gone = 0 WHERE id = ?1")
        .bindView(1, id)
        .bindView(2, document)
        .run();
    return database.changes() > 0;
}

bool Journal::leaveUnder(const Uuid& id)
{
    auto& database = shelf_.database();
    database.prepare("UPDATE base SET gone = 1 WHERE id = ?1").bindView(1, id).run();
    return database.changes() > 0;
}

bool Journal::isEmpty()
{
    auto any = shelf_.database().prepare("SELECT 1 FROM base LIMIT 1");
    return !any.step();
}

std::set<Uuid> Journal::take(const std::vector<std::int64_t>& numbers)
{
    std::set<Uuid> touched;
    auto& database = shelf_.database();
    for (const std::int64_t number : numbers) {
        {
            auto gone = database.prepare("DELETE FROM outbox_touch WHERE n = :n RETURNING id");
            gone.bind(":n", number);
            while (gone.step()) {
                touched.insert(gone.uuid(0));
            }
        }
        database.prepare("DELETE FROM outbox WHERE n = :n").bind(":n", number).run();
    }
    if (!numbers.empty()) {
        shelf_.change().status = true;
    }
    return touched;
}

void Journal::revive(const std::vector<Revived>& changes)
{
    std::set<Uuid> touched;
    for (const auto& [number, record, type] : changes) {
        const TypeSpec* spec = findType(type);
        if (spec == nullptr) {
            continue;
        }
        keepBase(record, *spec);
        shelf_.database()
            .prepare("INSERT INTO outbox_touch (n, id, direct) VALUES (:n, :id, 1)")
            .bind(":n", number)
            .bind(":id", record)
            .run();
        touched.insert(record);
    }
    rebase(touched);
}

Journal::Closure Journal::closureOf(const std::set<Uuid>& records)
{
    Closure closure{records, {}};
    std::deque<Uuid> open(records.begin(), records.end());
    auto changes = shelf_.database().prepare("SELECT n FROM outbox_touch WHERE id = :id");
    auto touched = shelf_.database().prepare("SELECT id FROM outbox_touch WHERE n = :n");
    for (; !open.empty(); open.pop_front()) {
        changes.reset();
        changes.bind(":id", open.front());
        while (changes.step()) {
            if (!closure.changes.insert(changes.int64(0)).second) {
                continue;
            }
            touched.reset();
            touched.bind(":n", changes.int64(0));
            while (touched.step()) {
                if (closure.records.insert(touched.uuid(0)).second) {
                    open.push_back(touched.uuid(0));
                }
            }
        }
    }
    return closure;
}

std::optional<Journal::Base> Journal::findBase(const Uuid& id)
{
    auto query = shelf_.database().prepare("SELECT type, doc, gone FROM base WHERE id = :id");
    query.bind(":id", id);
    if (!query.step()) {
        return std::nullopt;
    }
    return Base{&typeNamed(query.text(0)), query.get<std::optional<std::string>>(1),
                query.boolean(2)};
}

void Journal::restore(const Uuid& id)
{
    const auto base = findBase(id);
    if (!base) {
        return;
    }
    if (base->document && !base->gone) {
        shelf_.putDocument(*base->document);
    } else {
        shelf_.erase(*base->type, id);
    }
    shelf_.database().prepare("DELETE FROM base WHERE id = :id").bind(":id", id).run();
}

std::vector<sync::Change> Journal::load(const std::set<std::int64_t>& numbers)
{
    std::vector<sync::Change> changes;
    auto query = shelf_.database().prepare("SELECT json FROM outbox WHERE n = :n");
    for (const std::int64_t number : numbers) {
        query.reset();
        query.bind(":n", number);
        const bool found = query.step();
        FIELDBOOK_ASSERT(found);
        // One that this program cannot read any more still goes to the server, which decides.
        if (auto change = sync::parseChange(query.text(0))) {
            changes.push_back(std::move(*change));
        }
    }
    return changes;
}

void Journal::rebase(const std::set<Uuid>& records)
{
    if (records.empty()) {
        return;
    }
    const Closure closure = closureOf(records);
    auto& database = shelf_.database();
    std::set<Uuid> left = closure.records;
    if (!closure.changes.empty()) {
        for (const Uuid& id : closure.records) {
            if (const auto base = findBase(id)) {
                shelf_.reset(*base->type, id, base->document);
            }
        }
        for (const std::int64_t number : closure.changes) {
            database.prepare("DELETE FROM outbox_touch WHERE n = :n").bind(":n", number).run();
        }
        const LocalWorld world{database};
        Effects effects{world, doer_};
        for (const auto& change : load(closure.changes)) {
            effects.replay(change);
        }
        rememberTouches(effects);
        write(effects);
        for (const auto& [key, touch] : effects.touches()) {
            left.erase(key.second);
        }
    }
    for (const Uuid& id : left) {
        restore(id);
    }
}

} // namespace fieldbook::client
