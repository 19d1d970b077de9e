#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fieldbook::server {

// The file of a store seen from outside, beside the program that serves it or without one: what
// backups are made of. Nothing here writes to it.

// A consistent copy of what is committed, durable when this returns; `into` must not exist.
void copyStore(const std::filesystem::path& store, const std::filesystem::path& into);

struct NamedFile {
    std::string sha256;
    std::int64_t size = 0;
};

// The uploaded files whose bytes belong to the store, in order of checksum.
[[nodiscard]] std::vector<NamedFile> filesNamedIn(const std::filesystem::path& store);

// What is wrong with the file itself, one line each; empty if all is well.
[[nodiscard]] std::vector<std::string> faultsOfStore(const std::filesystem::path& store);

} // namespace fieldbook::server
