#include "server/store/file_folder.h"

#include "shared/base/assert.h"
#include "shared/base/durable_file.h"
#include "shared/base/encoding.h"
#include "shared/base/hash.h"

#include <array>
#include <fcntl.h>

namespace fieldbook::server {

FileFolder::FileFolder(std::filesystem::path folder)
    : pieces_{folder / "arriving"}, wholes_{folder / "whole"}
{
    std::filesystem::create_directories(pieces_);
    std::filesystem::create_directories(wholes_);
    syncFolder(folder);
}

std::filesystem::path FileFolder::piece(const Uuid& id) const { return pieces_ / id.text(); }

std::filesystem::path FileFolder::whole(std::string_view sha256) const
{
    FIELDBOOK_ASSERT(sha256.size() == 64);
    return wholes_ / sha256.substr(0, 2) / sha256;
}

void FileFolder::write(const Uuid& id, std::int64_t offset, std::span<const std::uint8_t> bytes)
{
    const bool isNew = !std::filesystem::exists(piece(id));
    OpenFile file{piece(id), O_WRONLY | O_CREAT};
    file.cutAt(offset);
    file.writeAt(offset, bytes);
    file.sync();
    if (isNew) {
        syncFolder(pieces_);
    }
}

std::optional<std::int64_t> FileFolder::sizeOf(const Uuid& id) const
{
    std::error_code none;
    const auto size = std::filesystem::file_size(piece(id), none);
    return none ? std::nullopt : std::optional{static_cast<std::int64_t>(size)};
}

std::optional<std::string> FileFolder::checksum(const Uuid& id, std::int64_t size) const
{
    if (sizeOf(id).value_or(-1) < size) {
        return std::nullopt;
    }
    OpenFile file{piece(id), O_RDONLY};
    Sha256 hash;
    std::array<std::uint8_t, 64 * 1024> buffer{};
    while (size > 0) {
        const auto wanted = std::min<std::int64_t>(size, static_cast<std::int64_t>(buffer.size()));
        const auto count = file.read(std::span{buffer}.first(static_cast<std::size_t>(wanted)));
        if (count == 0) {
            return std::nullopt;
        }
        hash.update(std::span{buffer}.first(count));
        size -= static_cast<std::int64_t>(count);
    }
    return toHex(hash.finish());
}

void FileFolder::finish(const Uuid& id, std::string_view sha256)
{
    const auto target = whole(sha256);
    if (std::filesystem::create_directories(target.parent_path())) {
        syncFolder(wholes_);
    }
    std::filesystem::rename(piece(id), target);
    syncFolder(target.parent_path());
    syncFolder(pieces_);
}

void FileFolder::drop(const Uuid& id) { std::filesystem::remove(piece(id)); }

std::optional<std::filesystem::path> FileFolder::find(std::string_view sha256) const
{
    auto path = whole(sha256);
    return std::filesystem::exists(path) ? std::optional{std::move(path)} : std::nullopt;
}

} // namespace fieldbook::server
