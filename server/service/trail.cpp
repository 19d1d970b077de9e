#include "server/service/trail.h"

#include "shared/trail/entry.h"
#include "shared/trail/merkle.h"

#include <stdexcept>

namespace fieldbook::server {
namespace {

void appendKey(std::string& json, const FieldSpec& field, bool first)
{
    json += first ? "\"" : ",\"";
    json += field.fieldName;
    json += "\":";
}

// What stands undecided beside the values.
void appendConflicts(std::string& json, const Record& record)
{
    if (record.conflicts().empty()) {
        return;
    }
    json += ",\"beside\":{";
    bool firstField = true;
    for (const auto& [index, alternatives] : record.conflicts()) {
        appendKey(json, record.type().fields[index], firstField);
        firstField = false;
        char separator = '[';
        for (const auto& alternative : alternatives) {
            json += separator;
            appendJson(json, alternative.value);
            separator = ',';
        }
        json += ']';
    }
    json += '}';
}

} // namespace

TrailNote
noteOf(const Record* former, const Record& now, const Uuid& by, std::int64_t device, HybridTime at)
{
    std::string body = "{\"edited_at\":\"" + toRfc3339(fromMillis(at.millis)) + "\",\"fields\":{";
    bool first = true;
    const auto& fields = now.type().fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (former == nullptr ? isEmpty(now.at(i)) : former->at(i) == now.at(i)) {
            continue;
        }
        appendKey(body, fields[i], first);
        first = false;
        if (former == nullptr) {
            appendJson(body, now.at(i));
            continue;
        }
        body += '[';
        appendJson(body, former->at(i));
        body += ',';
        appendJson(body, now.at(i));
        body += ']';
    }
    body += '}';
    appendConflicts(body, now);
    body += '}';
    return {.kind = former == nullptr ? "record.made" : "record.changed",
            .by = by,
            .device = device,
            .type = &now.type(),
            .record = now.id(),
            .body = std::move(body)};
}

void appendToTrail(Store::Writer& writer, std::span<const TrailNote> notes, Timestamp at)
{
    if (notes.empty()) {
        return;
    }
    const auto head = writer.view().trailHead();
    auto frontier = trail::Frontier::from(head.size, head.frontier);
    if (!frontier) {
        throw std::runtime_error("the head of the trail cannot be read");
    }
    SystemEntropy entropy;
    Bytes salts(notes.size() * trail::saltBytes);
    entropy.fill(salts);
    const auto keep = [&](int level, std::uint64_t number, const Sha256Digest& hash) {
        if (level % trailLevelsApart == 0) {
            writer.addTrailNode({level, number, hash});
        }
    };
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const auto& note = notes[i];
        const auto header = trail::toJson(
            {.at = at,
             .kind = std::string{note.kind},
             .by = note.by,
             .device = note.device,
             .type = note.type == nullptr ? std::string{} : std::string{note.type->name},
             .record = note.record});
        const auto salt = std::span{salts}.subspan(i * trail::saltBytes, trail::saltBytes);
        const auto digest = trail::bodyDigest(salt, note.body);
        writer.addTrailEntry({.number = frontier->size(),
                              .header = header,
                              .digest = digest,
                              .salt = salt,
                              .body = note.body});
        frontier->append(trail::entryHash(header, digest), keep);
    }
    writer.setTrailHead({frontier->size(), frontier->bytes()});
}

} // namespace fieldbook::server
