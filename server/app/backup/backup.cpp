#include "server/app/backup/backup.h"

#include "server/app/data_folder.h"
#include "server/store/file_folder.h"
#include "server/store/sqlite/store_file.h"
#include "shared/base/durable_file.h"
#include "shared/base/encoding.h"
#include "shared/base/hash.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <fstream>
#include <span>

namespace fieldbook::server {
namespace {

namespace fs = std::filesystem;

constexpr int format = 1;
constexpr std::string_view manifestName = "manifest.json";

// For the owner alone, with what is missing above it; an existing one stays as it is.
void makeFolder(const fs::path& folder)
{
    if (!fs::is_directory(folder)) {
        fs::create_directories(folder);
        fs::permissions(folder, fs::perms::owner_all);
    }
}

// SHA-256 of the bytes as hexadecimal text.
std::string checksumOf(const fs::path& path)
{
    OpenFile file{path, O_RDONLY};
    Sha256 sum;
    std::array<std::uint8_t, std::size_t{64} * 1024> piece{};
    while (const auto count = file.read(piece)) {
        sum.update(std::span{piece}.first(count));
    }
    return toHex(sum.finish());
}

fs::path storeIn(const fs::path& backup, const std::string& checksum)
{
    return backup / "store" / (checksum + ".db");
}

fs::path fileIn(const fs::path& backup, const std::string& checksum)
{
    return backup / "files" / checksum.substr(0, 2) / checksum;
}

std::vector<std::string> keysIn(const fs::path& data)
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{data}) {
        if (entry.is_regular_file() && entry.path().extension() == ".key") {
            names.push_back(entry.path().filename().string());
        }
    }
    std::ranges::sort(names);
    return names;
}

std::string manifestOf(const Backup& backup)
{
    return nlohmann::ordered_json{{"format", format},      {"made_at", toRfc3339(backup.madeAt)},
                                  {"store", backup.store}, {"store_bytes", backup.storeBytes},
                                  {"files", backup.files}, {"files_bytes", backup.filesBytes},
                                  {"keys", backup.keys}}
               .dump(2) +
           '\n';
}

tl::unexpected<Error> damaged(const std::string& what)
{
    return fail(ErrorKind::Conflict, "backup.damaged", what);
}

// The copy, under a name that is not the final one.
void copyStoreInto(const fs::path& data, const fs::path& into, Backup& backup)
{
    const auto fresh = into / "store" / "new.db";
    fs::remove(fresh);
    copyStore(data / "fieldbook.db", fresh);
    fs::permissions(fresh, fs::perms::owner_read | fs::perms::owner_write);
    backup.store = checksumOf(fresh);
    backup.storeBytes = static_cast<std::int64_t>(fs::file_size(fresh));
    fs::rename(fresh, storeIn(into, backup.store));
    syncFolder(into / "store");
}

Result<void> copyFilesInto(const fs::path& data, const fs::path& into, Backup& backup)
{
    const FileFolder folder{data / "files"};
    for (const auto& named : filesNamedIn(storeIn(into, backup.store))) {
        const auto target = fileIn(into, named.sha256);
        std::error_code none;
        if (static_cast<std::int64_t>(fs::file_size(target, none)) != named.size || none) {
            const auto source = folder.find(named.sha256);
            if (!source) {
                return fail(ErrorKind::NotFound, "backup.file", named.sha256);
            }
            makeFolder(target.parent_path());
            copyDurably(*source, target);
            ++backup.filesCopied;
        }
        ++backup.files;
        backup.filesBytes += named.size;
    }
    return {};
}

// What an earlier state of this backup left, or an attempt that broke off; `kept`: the checksum of
// the store that belongs to it, empty if there is none yet.
void dropOtherStores(const fs::path& into, const std::string& kept)
{
    for (const auto& entry : fs::directory_iterator{into / "store"}) {
        if (kept.empty() || entry.path() != storeIn(into, kept)) {
            fs::remove(entry.path());
        }
    }
}

// So that attempts that break off, again and again, do not fill the disk. A manifest that cannot be
// read names no store, and nothing is dropped.
void dropAttempts(const fs::path& into)
{
    const auto former = readBackup(into);
    if (former || former.error().code == "backup.missing") {
        dropOtherStores(into, former ? former->store : std::string{});
    }
}

} // namespace

Result<Backup> makeBackup(const fs::path& data,
                          const fs::path& into,
                          const std::optional<fs::path>& keys,
                          Timestamp now)
{
    if (!fs::is_regular_file(data / "fieldbook.db")) {
        return fail(ErrorKind::NotFound, "store.missing", data.string());
    }
    makeFolder(into);
    makeFolder(into / "store");
    makeFolder(into / "files");
    dropAttempts(into);
    Backup backup{.madeAt = now, .store = {}, .keys = keysIn(data)};
    copyStoreInto(data, into, backup);
    if (auto done = copyFilesInto(data, into, backup); !done) {
        return fail(done.error());
    }
    if (keys) {
        makeFolder(*keys);
        for (const auto& name : backup.keys) {
            copyDurably(data / name, *keys / name);
        }
    }
    replaceDurably(into / manifestName, asBytes(manifestOf(backup)));
    dropOtherStores(into, backup.store);
    return backup;
}

Result<Backup> readBackup(const fs::path& backup)
{
    std::ifstream manifest{backup / manifestName, std::ios::binary};
    if (!manifest) {
        return fail(ErrorKind::NotFound, "backup.missing", backup.string());
    }
    const auto json = nlohmann::json::parse(manifest, nullptr, false);
    try {
        const auto at = parseRfc3339(json.at("made_at").get<std::string>());
        if (json.at("format") != format || !at) {
            return damaged(std::string{manifestName});
        }
        Backup read{.madeAt = *at,
                    .store = json.at("store").get<std::string>(),
                    .storeBytes = json.at("store_bytes").get<std::int64_t>(),
                    .files = json.at("files").get<std::size_t>(),
                    .filesBytes = json.at("files_bytes").get<std::int64_t>(),
                    .keys = json.at("keys").get<std::vector<std::string>>()};
        // Names become paths.
        const auto plain = [](const std::string& name) {
            return fs::path{name}.filename() == name && name.ends_with(".key");
        };
        if (read.store.find_first_not_of("0123456789abcdef") != std::string::npos ||
            !std::ranges::all_of(read.keys, plain)) {
            return damaged(std::string{manifestName});
        }
        return read;
    } catch (const nlohmann::json::exception&) {
        return damaged(std::string{manifestName});
    }
}

Result<Backup> verifyBackup(const fs::path& folder)
{
    auto backup = readBackup(folder);
    if (!backup) {
        return backup;
    }
    const auto store = storeIn(folder, backup->store);
    if (!fs::is_regular_file(store) || checksumOf(store) != backup->store) {
        return damaged(store.string());
    }
    if (const auto faults = faultsOfStore(store); !faults.empty()) {
        return damaged(store.string() + ": " + faults.front());
    }
    std::size_t files = 0;
    for (const auto& named : filesNamedIn(store)) {
        const auto file = fileIn(folder, named.sha256);
        if (!fs::is_regular_file(file) || checksumOf(file) != named.sha256) {
            return damaged(file.string());
        }
        ++files;
    }
    return files == backup->files ? backup : damaged(std::string{manifestName});
}

Result<Backup>
restoreBackup(const fs::path& folder, const std::optional<fs::path>& keys, const fs::path& data)
{
    auto backup = verifyBackup(folder);
    if (!backup) {
        return backup;
    }
    if (fs::exists(data) && !fs::is_empty(data)) {
        return fail(ErrorKind::Conflict, "restore.not_empty", data.string());
    }
    for (const auto& name : backup->keys) {
        if (keys && !fs::is_regular_file(*keys / name)) {
            return fail(ErrorKind::NotFound, "restore.keys", (*keys / name).string());
        }
    }
    makeFolder(data);
    const auto store = storeIn(folder, backup->store);
    const auto wholes = data / "files" / "whole";
    for (const auto& named : filesNamedIn(store)) {
        const auto target = wholes / named.sha256.substr(0, 2) / named.sha256;
        makeFolder(target.parent_path());
        copyDurably(fileIn(folder, named.sha256), target);
        ++backup->filesCopied;
    }
    for (const auto& name : keys ? backup->keys : std::vector<std::string>{}) {
        copyDurably(*keys / name, data / name);
    }
    // Last: with it the folder is one that a server would serve.
    copyDurably(store, data / "fieldbook.db");
    return backup;
}

} // namespace fieldbook::server
