#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fieldbook::server {

// What a backup holds, as its manifest says:
//
//   manifest.json             written last: names the store that belongs to it
//   store/<sha256>.db         a consistent copy of the store, named by its checksum
//   files/<aa>/<sha256>       uploaded files, which never change
//
// A backup made again in the same folder renews it: only new files are copied, and the old state
// holds until the new one is whole. Keys are not in it: who finds a backup shall not also have what
// signs or opens. They go to a folder of their own.
struct Backup {
    Timestamp madeAt;
    std::string store; // Checksum.
    std::int64_t storeBytes = 0;
    std::size_t files = 0;
    std::int64_t filesBytes = 0;
    std::size_t filesCopied = 0; // By this call.
    std::vector<std::string> keys = {}; // Names of the key files that belong to it.

    friend bool operator==(const Backup&, const Backup&) = default;
};

// Of the company in the data folder, while its server runs or not. Throws std::exception where the
// disk fails. Codes: `store.missing`, `backup.file` (an uploaded file is not there).
[[nodiscard]] Result<Backup> makeBackup(const std::filesystem::path& data,
                                        const std::filesystem::path& into,
                                        const std::optional<std::filesystem::path>& keys,
                                        Timestamp now);

// What its manifest says. Codes: `backup.missing`, `backup.damaged`.
[[nodiscard]] Result<Backup> readBackup(const std::filesystem::path& backup);

// Reads every byte. Codes: `backup.missing`, `backup.damaged` (detail: what).
[[nodiscard]] Result<Backup> verifyBackup(const std::filesystem::path& backup);

// Verifies it, then makes the data folder of it, with the keys if their folder is given. Codes:
// those of verifyBackup(), `restore.not_empty`, `restore.keys` (a key is not in their folder).
[[nodiscard]] Result<Backup> restoreBackup(const std::filesystem::path& backup,
                                           const std::optional<std::filesystem::path>& keys,
                                           const std::filesystem::path& data);

// When a backup was last made, kept in the store as the setting of this name (RFC 3339).
inline constexpr std::string_view lastBackupSetting = "backup.last";

} // namespace fieldbook::server
