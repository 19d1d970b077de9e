#include "server/store/sqlite/sqlite_writer.h"

// The trail, appended to.
namespace fieldbook::server {

void SqliteWriter::addTrailEntry(const TrailEntry& entry)
{
    auto insert = database_.prepare("INSERT INTO trail_entry (number, header, digest, salt, body) "
                                    "VALUES (?1, ?2, ?3, ?4, ?5)");
    insert.bind(1, static_cast<std::int64_t>(entry.number))
        .bindView(2, entry.header)
        .bindView(3, std::span<const std::uint8_t>{entry.digest})
        .bindView(4, entry.salt)
        .bindView(5, entry.body.value_or(std::string_view{}))
        .run();
}

void SqliteWriter::addTrailNode(const TrailNode& node)
{
    database_.prepare("INSERT INTO trail_node (level, number, hash) VALUES (?1, ?2, ?3)")
        .bind(1, node.level)
        .bind(2, static_cast<std::int64_t>(node.number))
        .bind(3, node.hash)
        .run();
}

void SqliteWriter::setTrailHead(const TrailHead& head)
{
    database_.prepare("UPDATE trail_head SET size = :size, frontier = :frontier")
        .bind(":size", static_cast<std::int64_t>(head.size))
        .bind(":frontier", head.frontier)
        .run();
}

void SqliteWriter::addTrailCheckpoint(std::uint64_t size, std::string_view text)
{
    database_.prepare("INSERT INTO trail_checkpoint (size, text) VALUES (:size, :text)")
        .bind(":size", static_cast<std::int64_t>(size))
        .bind(":text", text)
        .run();
}

void SqliteWriter::setTrailWitness(const TrailWitness& witness)
{
    database_
        .prepare("INSERT OR REPLACE INTO trail_witness (device, size, text, at) "
                 "VALUES (:device, :size, :text, :at)")
        .bind(":device", witness.device)
        .bind(":size", static_cast<std::int64_t>(witness.size))
        .bind(":text", witness.text)
        .bind(":at", toMillis(witness.at))
        .run();
}

} // namespace fieldbook::server
