#include "client/local/shelf.h"

#include "client/local/conflicts.h"
#include "client/local/local_world.h"
#include "shared/db/record_table.h"

#include <stdexcept>

namespace fieldbook::client {
namespace {

// Beyond so many a page refreshes whole anyway.
constexpr std::size_t namedRecordsMax = 300;

} // namespace

Shelf::Shelf(db::Transaction& transaction, SearchIndex& search, Owner owner, bool bulk)
    : transaction_{transaction},
      search_{search},
      owner_{owner},
      bulk_{bulk},
      anyConflicts_{hasConflictItems(transaction.database())}
{}

void Shelf::putDocument(std::string_view document)
{
    if (auto read = scan_.read(document); !read) {
        throw std::runtime_error("a record of this tablet cannot be read: " + read.error().code +
                                 " " + read.error().detail);
    }
    put(scan_, document);
}

void Shelf::put(const DocumentScan& scan, std::string_view document)
{
    db::RecordTable::of(scan.type()).put(transaction_, scan.id(), document, scan.cells());
    if (!bulk_) {
        search_.put(transaction_, scan);
    }
    if (anyConflicts_ || scan.hasConflicts()) {
        followConflicts(scan, document);
    }
    note(scan.type(), scan.id());
}

void Shelf::erase(const TypeSpec& type, const Uuid& id)
{
    db::RecordTable::of(type).erase(transaction_, id);
    if (isSearched(type)) {
        search_.erase(transaction_, id);
    }
    if (anyConflicts_) {
        change_.status |= dropConflictItem(transaction_, id);
    }
    note(type, id);
}

void Shelf::reset(const TypeSpec& type, const Uuid& id, const std::optional<std::string>& document)
{
    const auto& table = db::RecordTable::of(type);
    if (!document) {
        table.erase(transaction_, id);
        return;
    }
    if (auto read = scan_.read(*document); !read) {
        throw std::runtime_error("a stored document cannot be read: " + read.error().code);
    }
    table.put(transaction_, id, *document, scan_.cells());
}

void Shelf::note(const TypeSpec& type, const Uuid& id)
{
    change_.types.insert(type.name);
    if (change_.records.size() < namedRecordsMax) {
        change_.records.insert(id);
    } else if (!change_.many) {
        change_.many = !change_.records.contains(id);
    }
}

void Shelf::followConflicts(const DocumentScan& scan, std::string_view document)
{
    if (!scan.hasConflicts()) {
        change_.status |= dropConflictItem(transaction_, scan.id());
        return;
    }
    const auto record = Record::parse(document);
    if (!record) {
        throw std::runtime_error("a document with conflicts cannot be read: " +
                                 record.error().code);
    }
    anyConflicts_ = true;
    if (concerns(*record, owner_.user, owner_.device)) {
        keepConflictItem(transaction_, *record, LocalWorld{database()});
        change_.status = true;
    } else {
        change_.status |= dropConflictItem(transaction_, record->id());
    }
}

} // namespace fieldbook::client
