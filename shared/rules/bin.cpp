#include "shared/rules/bin.h"

#include "shared/rules/feeds.h"
#include "shared/rules/merging.h"

#include <algorithm>
#include <sstream>

namespace fieldbook::rules {
namespace {

bool goesInto(const Record& standing, const Record& edited)
{
    return !standing.isDeleted() && edited.isDeleted();
}

bool comesOut(const Record& standing, const Record& edited)
{
    return standing.isDeleted() && !edited.isDeleted();
}

// Orders that were placed, whatever became of them, are part of the books.
bool isOfTheBooks(const Record& order)
{
    const auto& state = order.textOf("state");
    return !state.empty() && state != "draft" && state != "cancelled";
}

RecordWrite moved(const Record& record, const Value& deletedAt, const Uuid& by)
{
    const bool deleted = !isEmpty(deletedAt);
    RecordWrite write{&record.type(), record.id(), false, {}};
    write.set("deleted_at", deletedAt);
    write.set("deleted_by", deleted && !by.isNil() ? Value{by} : Value{});
    if (!deleted) {
        write.set("delete_reason", Value{});
        write.set("deleted_with", Value{});
    }
    return write;
}

// What hangs directly on the record. Records that only the server writes (a change of
// responsibility) are nobody's to delete.
std::vector<Record> hangingOn(const Record& above, const World& world)
{
    std::vector<Record> found;
    for (const TypeSpec* type : allTypes()) {
        for (const auto field : type->parentFields) {
            if (!type->tabletWrites || type->field(field).refersTo != above.type().name) {
                continue;
            }
            for (Record& record : world.referring(*type, field, above.id())) {
                if (parentOf(record) == above.id()) {
                    found.push_back(std::move(record));
                }
            }
        }
    }
    return found;
}

// All that goes with it: its ids, and the writes.
std::vector<RecordWrite> takenAlong(const Record& edited, const Uuid& by, const World& world)
{
    std::vector<RecordWrite> writes;
    std::string ids;
    std::vector<Record> above{edited};
    while (!above.empty()) {
        const Record next = std::move(above.back());
        above.pop_back();
        for (Record& record : hangingOn(next, world)) {
            writes.push_back(moved(record, edited.get("deleted_at"), by));
            ids += (ids.empty() ? "" : " ") + record.id().text();
            above.push_back(std::move(record));
        }
    }
    RecordWrite own = moved(edited, edited.get("deleted_at"), by);
    own.set("deleted_with", ids.empty() ? Value{} : Value{std::move(ids)});
    writes.insert(writes.begin(), std::move(own));
    return writes;
}

// What went with it comes back, or bears its new time.
std::vector<RecordWrite>
broughtAlong(const Record& standing, const Record& edited, const Uuid& by, const World& world)
{
    std::vector<RecordWrite> writes{moved(edited, edited.get("deleted_at"), by)};
    std::istringstream ids{standing.textOf("deleted_with")};
    for (std::string text; ids >> text;) {
        const auto id = Uuid::parse(text);
        const auto record = id ? world.find(*id) : std::nullopt;
        if (record && record->get("deleted_at") == standing.get("deleted_at")) {
            writes.push_back(moved(*record, edited.get("deleted_at"), by));
        }
    }
    return writes;
}

// What it hangs on, where that has gone into another meanwhile.
std::optional<Record> mergedAbove(const Record& record, const World& world)
{
    const auto above = world.find(parentOf(record));
    return above ? survivorOf(*above, world) : std::nullopt;
}

} // namespace

bool isInBin(const Record& record)
{
    const auto& type = record.type();
    return record.isDeleted() && type.audience == Audience::Owned && type.tabletWrites &&
           (!type.indexOf("merged_into") || isEmpty(record.get("merged_into")));
}

bool wasDeletedItself(const Record& record, const World& world)
{
    const auto above = world.find(parentOf(record));
    return !above || above->get("deleted_at") != record.get("deleted_at");
}

Result<void> mayBin(const Record& standing, const Record& edited, const World& world)
{
    if (comesOut(standing, edited)) {
        auto above = mergedAbove(edited, world);
        above = above ? above : world.find(parentOf(edited));
        if (above && above->isDeleted()) {
            return fail(ErrorKind::Conflict, "bin.parent", above->id().text());
        }
    }
    if (goesInto(standing, edited) && standing.type().name == "customer") {
        const auto orders = world.referring(typeNamed("order"), "customer", standing.id());
        if (std::ranges::any_of(orders, isOfTheBooks)) {
            return fail(ErrorKind::Conflict, "bin.orders", standing.id().text());
        }
    }
    return {};
}

std::vector<RecordWrite>
withBinned(const Record& standing, const Record& edited, const Uuid& by, const World& world)
{
    if (standing.get("deleted_at") == edited.get("deleted_at")) {
        return {};
    }
    if (goesInto(standing, edited)) {
        return takenAlong(edited, by, world);
    }
    auto writes = broughtAlong(standing, edited, by, world);
    if (const auto survivor = mergedAbove(edited, world); survivor && comesOut(standing, edited)) {
        writes.front().set(survivor->type().name, survivor->id());
    }
    return writes;
}

} // namespace fieldbook::rules
