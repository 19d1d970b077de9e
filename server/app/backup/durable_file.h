#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace fieldbook::server {

// Files that are whole and on disk when a call returns, for their owner alone. Failures throw
// std::system_error.

// With what is missing above it; an existing one stays as it is.
void makeFolder(const std::filesystem::path& folder);
// Makes a rename in it last.
void syncFolder(const std::filesystem::path& folder);
// The target is the old file or the new one, never part of either.
void copyDurably(const std::filesystem::path& from, const std::filesystem::path& to);
void writeDurably(const std::filesystem::path& to, const std::string& text);
// Nothing if there is no such file.
[[nodiscard]] std::optional<std::string> readWhole(const std::filesystem::path& file);
// SHA-256 of the bytes as hexadecimal text.
[[nodiscard]] std::string checksumOf(const std::filesystem::path& file);

} // namespace fieldbook::server
