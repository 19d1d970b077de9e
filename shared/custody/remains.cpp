#include "shared/custody/remains.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <optional>

namespace fieldbook::custody {
namespace {

// Well below what one push may hold, so that a whole group always fits in beside.
constexpr std::size_t changesMax = 1'000;
constexpr std::size_t bytesMax = std::size_t{4} * 1024 * 1024;

std::optional<std::string> fact(db::Database& store, std::string_view name)
{
    auto query = store.prepare("SELECT value FROM meta WHERE name = :name");
    query.bind(":name", name);
    return query.step() ? std::optional{query.get<std::string>(0)} : std::nullopt;
}

std::int64_t numberIn(const std::optional<std::string>& text)
{
    std::int64_t number = 0;
    if (text) {
        std::from_chars(text->data(), text->data() + text->size(), number);
    }
    return number;
}

std::vector<UnsentRun> readRuns(db::Database& store)
{
    std::vector<UnsentRun> runs;
    auto rows = store.prepare("SELECT n, group_first, json FROM outbox WHERE state < 2 ORDER BY n");
    std::int64_t last = 0;
    std::int64_t group = -1;
    std::size_t bytes = 0;
    while (rows.step()) {
        const std::int64_t n = rows.int64(0);
        const std::int64_t first = rows.int64(1) == 0 ? n : rows.int64(1);
        const bool full =
            !runs.empty() && (runs.back().changes.size() >= changesMax || bytes >= bytesMax);
        if (runs.empty() || n != last + 1 || (full && first != group)) {
            runs.emplace_back();
            bytes = 0;
        }
        runs.back().changes.emplace_back(rows.text(2));
        bytes += rows.text(2).size();
        last = n;
        group = first;
    }
    return runs;
}

} // namespace

std::size_t Remains::changes() const
{
    std::size_t count = 0;
    for (const auto& run : runs) {
        count += run.changes.size();
    }
    return count;
}

Result<Remains> readRemains(db::Database& store)
{
    const auto user = Uuid::parse(fact(store, "user").value_or(""));
    if (!user) {
        return fail(ErrorKind::NotFound, "remains.nobody");
    }
    return Remains{.user = *user,
                   .device = numberIn(fact(store, "device")),
                   .received = numberIn(fact(store, "received")),
                   .runs = readRuns(store)};
}

void forEachUnsentFile(db::Database& store, const FileVisitor& visit)
{
    std::vector<std::pair<std::int64_t, std::string>> files;
    {
        auto rows = store.prepare("SELECT n, sha256 FROM file WHERE sent < size AND attachment IS "
                                  "NOT NULL AND refused = '' ORDER BY n");
        while (rows.step()) {
            files.emplace_back(rows.int64(0), rows.get<std::string>(1));
        }
    }
    for (const auto& [number, sha256] : files) {
        auto chunks =
            store.prepare("SELECT bytes FROM file_chunk WHERE file = :file ORDER BY position");
        chunks.bind(":file", number);
        std::string bytes;
        while (chunks.step()) {
            bytes += asText(chunks.blob(0));
        }
        visit(sha256, bytes);
    }
}

Result<Bytes> escrowIn(std::string_view vaultFile)
{
    const auto object = nlohmann::json::parse(vaultFile, nullptr, false);
    const auto found = object.is_object() ? object.find("escrow") : object.end();
    auto bytes = object.is_object() && found != object.end() && found->is_string()
                     ? fromBase64Url(found->get<std::string>())
                     : std::nullopt;
    return bytes && !bytes->empty() ? Result<Bytes>{std::move(*bytes)}
                                    : fail(ErrorKind::Invalid, "vault.damaged");
}

} // namespace fieldbook::custody
