#pragma once

#include "shared/base/uuid.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace fieldbook::server {

// Files in a folder: pieces of one that is arriving, and whole ones by the SHA-256 of their bytes.
// What is written is on disk when a call returns; a crash in between leaves a piece that is longer
// than anybody was told, never a whole file that is not whole. Failures throw std::system_error.
// Any thread; one at a time for an id.
class FileFolder {
public:
    explicit FileFolder(std::filesystem::path folder);

    // Writes at the offset; what stood behind it is gone.
    void write(const Uuid& id, std::int64_t offset, std::span<const std::uint8_t> bytes);
    // Nothing if there is no such piece.
    [[nodiscard]] std::optional<std::int64_t> sizeOf(const Uuid& id) const;
    // The checksum of the first `size` bytes, as hexadecimal text; nothing if there are fewer.
    [[nodiscard]] std::optional<std::string> checksum(const Uuid& id, std::int64_t size) const;
    // The piece becomes the whole file of that checksum, which must be its own.
    void finish(const Uuid& id, std::string_view sha256);
    void drop(const Uuid& id);

    // Of a whole file, where it is.
    [[nodiscard]] std::optional<std::filesystem::path> find(std::string_view sha256) const;

private:
    [[nodiscard]] std::filesystem::path piece(const Uuid& id) const;
    [[nodiscard]] std::filesystem::path whole(std::string_view sha256) const;

    std::filesystem::path pieces_;
    std::filesystem::path wholes_;
};

} // namespace fieldbook::server
