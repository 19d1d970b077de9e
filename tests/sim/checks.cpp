#include "tests/sim/checks.h"

#include "client/local/local_queries.h"
#include "server/service/store_world.h"
#include "shared/db/record_table.h"
#include "shared/rules/access.h"
#include "shared/rules/directory.h"
#include "shared/sync/pull_page.h"

#include <algorithm>
#include <map>
#include <set>

namespace fieldbook::sim {
namespace {

rules::Directory directoryOf(server::StoreView& view)
{
    rules::Directory directory;
    for (const std::string_view type : {"team", "user", "substitution"}) {
        view.forEachDocument(typeNamed(type), [&](std::string_view document) {
            directory.learn(*Record::parse(document));
        });
    }
    return directory;
}

bool isVisible(const Record& record,
               const std::vector<rules::FeedName>& feeds,
               const rules::World& world,
               const rules::Directory& directory)
{
    const auto its = rules::feedsOf(record.type(), rules::factsOf(record, world, directory));
    return std::ranges::any_of(
        its, [&](const auto& feed) { return std::ranges::binary_search(feeds, feed); });
}

std::vector<rules::FeedName> feedsOfUser(const rules::Directory& directory, const Uuid& user)
{
    const auto actor = directory.actorFor(user);
    return actor ? rules::subscriptionsOf(*actor) : std::vector<rules::FeedName>{};
}

// The groups among a tablet's changes: what each of them creates.
std::map<std::int64_t, std::vector<Uuid>> createdByGroups(const Ledger& ledger, std::int64_t device)
{
    std::map<std::int64_t, std::vector<Uuid>> created;
    ledger.forEach([&](const auto& key, const Committed& committed) {
        if (key.first == device && committed.change.groupFirst != 0 &&
            std::holds_alternative<sync::CreateBody>(committed.change.body)) {
            created[committed.change.groupFirst].push_back(committed.change.id());
        }
    });
    return created;
}

} // namespace

void checkPage(const server::Caller& caller, ServerHost::Machine& machine, std::string_view text)
{
    std::string body{text};
    const auto page = sync::parsePage(body);
    if (!page) {
        throw Violation{"the server sends a page that cannot be read: " + page.error().code};
    }
    const auto view = machine.store.read();
    const server::StoreWorld world{*view};
    const auto directory = directoryOf(*view);
    const auto feeds = feedsOfUser(directory, caller.user);
    std::set<Uuid> sent;
    std::set<Uuid> orders; // Those of which it bears anything.
    for (const auto document : page->documents) {
        const auto record = Record::parse(document);
        const auto stored = record ? view->find(record->id()) : std::nullopt;
        if (!stored || stored->document != document) {
            throw Violation{"a page bears what the server does not have: " + std::string{document}};
        }
        if (!isVisible(*record, feeds, world, directory)) {
            throw Violation{"a page to " + caller.user.text() +
                            " bears a record that is not theirs: " + std::string{document}};
        }
        sent.insert(record->id());
        if (record->type().name == "order") {
            orders.insert(record->id());
        } else if (record->type().name == "order_line") {
            orders.insert(record->referenceOf("order"));
        }
    }
    for (const auto& id : page->left) {
        const auto record = world.find(id);
        if (record && isVisible(*record, feeds, world, directory)) {
            throw Violation{"a page calls back " + id.text() + ", which is " + caller.user.text() +
                            "'s to see"};
        }
    }
    for (const auto& order : orders) {
        std::map<std::int64_t, std::set<bool>> groups; // By sequence: whether the page bears each.
        groups[view->findPlacement(order)->sequence].insert(sent.contains(order));
        for (const auto& line : view->hangingOn(order)) {
            groups[line.sequence].insert(sent.contains(line.id));
        }
        for (const auto& [sequence, borne] : groups) {
            if (borne.size() > 1) {
                throw Violation{"a page bears a part of the group at " + std::to_string(sequence)};
            }
        }
    }
}

bool sharesDevice(const TabletHost& tablet, const Tablets& tablets)
{
    return std::ranges::count_if(
               tablets, [&](const auto& each) { return each->device() == tablet.device(); }) > 1;
}

void checkGroupsOnServer(ServerHost::Machine& machine, const Tablets& tablets)
{
    const auto view = machine.store.read();
    for (const auto& tablet : tablets) {
        const auto& ledger = tablet->ledger();
        for (const auto& device : view->devices()) {
            // Of two copies of one tablet, one goes on under the device's numbers; which is open.
            if (sharesDevice(*tablet, tablets) && device.number == tablet->device()) {
                continue;
            }
            const auto* last = ledger.find(device.number, device.lastChange);
            if (last != nullptr && last->change.groupLast > device.lastChange) {
                throw Violation{"the server has decided on a part of the group " +
                                std::to_string(last->change.groupFirst) + " to " +
                                std::to_string(last->change.groupLast) + " of " + tablet->name()};
            }
            for (const auto& [first, ids] : createdByGroups(ledger, device.number)) {
                const auto there = std::ranges::count_if(
                    ids, [&](const Uuid& id) { return view->find(id).has_value(); });
                if (there != 0 && there != std::ssize(ids)) {
                    throw Violation{"the server has " + std::to_string(there) + " of " +
                                    std::to_string(ids.size()) + " records of the group " +
                                    std::to_string(first) + " of " + tablet->name()};
                }
            }
        }
    }
}

void checkGroupsOnTablet(TabletHost& tablet)
{
    // What has left the tablet's sight stays as long as it has unsent changes, alone.
    auto torn = tablet.probe().prepare(
        "SELECT o.id, o.id FROM \"order\" o WHERE o.doc LIKE '%\"line_count\":%' AND o.id NOT IN "
        "(SELECT id FROM base) AND NOT EXISTS "
        "(SELECT 1 FROM order_line l WHERE l.\"order\" = o.id) "
        "UNION ALL SELECT l.id, l.\"order\" FROM order_line l WHERE l.id NOT IN (SELECT id FROM "
        "base) "
        "AND NOT EXISTS (SELECT 1 FROM \"order\" o WHERE o.id = l.\"order\")");
    const auto queries = tablet.store().openQueries();
    while (torn.step()) {
        // The first sync lays its pages as they come; no page of the app shows such an order.
        if (queries->isArriving(torn.uuid(1))) {
            continue;
        }
        throw Violation{tablet.name() + " shows a part of an order: " + torn.uuid(0).text()};
    }
}

void checkDrained(TabletHost& tablet)
{
    auto& look = tablet.probe();
    for (const std::string_view table : {"outbox", "outbox_touch", "base", "staged_page"}) {
        auto count = look.prepare("SELECT count(*) FROM " + std::string{table});
        if (count.step() && count.int64(0) != 0) {
            const auto status = tablet.status();
            throw Violation{
                tablet.name() + " does not come to rest: " + std::to_string(count.int64(0)) +
                " rows in " + std::string{table} + ", last error " + status.lastErrorCode};
        }
    }
}

void checkAgreement(TabletHost& tablet, ServerHost::Machine& machine)
{
    const auto view = machine.store.read();
    const server::StoreWorld world{*view};
    const auto directory = directoryOf(*view);
    const auto feeds = feedsOfUser(directory, tablet.user());
    for (const TypeSpec* type : allTypes()) {
        std::map<Uuid, std::string> theirs;
        view->forEachDocument(*type, [&](std::string_view document) {
            const auto record = Record::parse(document);
            if (isVisible(*record, feeds, world, directory)) {
                theirs.emplace(record->id(), document);
            }
        });
        auto held =
            tablet.probe().prepare("SELECT id, doc FROM " + db::RecordTable::of(*type).name());
        while (held.step()) {
            const auto found = theirs.find(held.uuid(0));
            if (found == theirs.end()) {
                throw Violation{tablet.name() +
                                " still holds what is not its user's: " + held.get<std::string>(1)};
            }
            if (found->second != held.text(1)) {
                throw Violation{tablet.name() + " and the server differ: " +
                                held.get<std::string>(1) + " instead of " + found->second};
            }
            theirs.erase(found);
        }
        if (!theirs.empty()) {
            throw Violation{tablet.name() + " lacks " + theirs.begin()->second};
        }
    }
}

void checkReceipts(TabletHost& tablet, ServerHost::Machine& machine, Trace& trace)
{
    tablet.ledger().hold(tablet.probe(), tablet.device());
    const auto view = machine.store.read();
    auto logged = tablet.probe().prepare(
        "SELECT outcome, code FROM receipt_log WHERE device = :device AND n = :n");
    std::map<std::pair<std::int64_t, std::int64_t>, bool> groups; // Whether it was refused.
    for (const auto& [key, committed] : tablet.ledger().sealed()) {
        const auto device = view->findDevice(key.first);
        if (!device || device->lastChange < key.second) {
            throw Violation{"change " + std::to_string(key.second) + " of " + tablet.name() +
                            " was destroyed, and the server does not have it"};
        }
    }
    for (const auto& [key, committed] : tablet.ledger().held()) {
        const std::string name = "change " + std::to_string(key.second) + " of " + tablet.name();
        logged.reset();
        logged.bind(":device", key.first).bind(":n", key.second);
        if (!logged.step()) {
            throw Violation{name + " has no receipt: " + committed.json};
        }
        trace.count("changes " + logged.get<std::string>(0));
        const auto device = view->findDevice(key.first);
        if (!device || device->lastChange < key.second) {
            throw Violation{name + " has a receipt, but the server does not have it"};
        }
        const auto refusal = view->findRefusal(key.first, key.second);
        if (refusal.has_value() != (logged.text(0) == "refused")) {
            throw Violation{name + ": server and tablet differ over whether it was refused"};
        }
        const auto first = committed.change.groupFirst;
        if (first != 0 &&
            groups.try_emplace({key.first, first}, refusal.has_value()).first->second !=
                refusal.has_value()) {
            throw Violation{name + " belongs to a group of which only a part was refused"};
        }
        if (refusal && refusal->raw != committed.json) {
            throw Violation{name +
                            " was refused and is filed with another content: " + refusal->raw};
        }
    }
}

void checkWipes(const Tablets& tablets, ServerHost::Machine& machine)
{
    const auto view = machine.store.read();
    for (const auto& tablet : tablets) {
        for (const auto device : tablet->wiped()) {
            const auto stored = view->findDevice(device);
            if (!stored || stored->state != server::DeviceState::Wiped ||
                !view->findWipeReceipt(device)) {
                throw Violation{tablet->name() + " was wiped as device " + std::to_string(device) +
                                ", and the server has no receipt"};
            }
        }
    }
}

} // namespace fieldbook::sim
