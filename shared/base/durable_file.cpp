#include "shared/base/durable_file.h"

#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <string>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace fieldbook {
namespace {

[[noreturn]] void raise(const std::string& what, const std::filesystem::path& path)
{
    throw std::system_error{errno, std::generic_category(), what + " " + path.string()};
}

// `fill` writes the new content.
void putInPlace(const std::filesystem::path& file, const std::function<void(OpenFile&)>& fill)
{
    const std::filesystem::path made = file.string() + ".new";
    {
        OpenFile out{made, O_WRONLY | O_CREAT | O_TRUNC};
        fill(out);
        out.sync();
    }
    std::filesystem::rename(made, file);
    syncFolder(file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."});
}

} // namespace

OpenFile::OpenFile(std::filesystem::path path, int flags)
    : path_{std::move(path)}, descriptor_{::open(path_.c_str(), flags | O_CLOEXEC, 0600)}
{
    if (descriptor_ < 0) {
        raise("cannot open", path_);
    }
}

OpenFile::~OpenFile() { ::close(descriptor_); }

void OpenFile::writeAt(std::int64_t offset, std::span<const std::uint8_t> bytes)
{
    while (!bytes.empty()) {
        const auto written = ::pwrite(descriptor_, bytes.data(), bytes.size(), offset);
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            raise("cannot write", path_);
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        offset += written;
    }
}

std::size_t OpenFile::read(std::span<std::uint8_t> into)
{
    while (true) {
        const auto count = ::read(descriptor_, into.data(), into.size());
        if (count >= 0) {
            return static_cast<std::size_t>(count);
        }
        if (errno != EINTR) {
            raise("cannot read", path_);
        }
    }
}

void OpenFile::cutAt(std::int64_t size)
{
    if (::ftruncate(descriptor_, size) != 0) {
        raise("cannot shorten", path_);
    }
}

void OpenFile::sync()
{
    if (::fsync(descriptor_) != 0) {
        raise("cannot sync", path_);
    }
}

void syncFolder(const std::filesystem::path& folder)
{
    OpenFile{folder, O_RDONLY | O_DIRECTORY}.sync();
}

void replaceDurably(const std::filesystem::path& file, std::span<const std::uint8_t> bytes)
{
    putInPlace(file, [&](OpenFile& out) { out.writeAt(0, bytes); });
}

void copyDurably(const std::filesystem::path& from, const std::filesystem::path& to)
{
    OpenFile in{from, O_RDONLY};
    putInPlace(to, [&](OpenFile& out) {
        std::vector<std::uint8_t> piece(std::size_t{256} * 1024);
        std::int64_t offset = 0;
        while (const auto count = in.read(piece)) {
            out.writeAt(offset, std::span{piece}.first(count));
            offset += static_cast<std::int64_t>(count);
        }
    });
}

void overwrite(const std::filesystem::path& file)
{
    const std::vector<std::uint8_t> zeros(std::filesystem::file_size(file));
    OpenFile out{file, O_WRONLY};
    out.writeAt(0, zeros);
    out.sync();
}

} // namespace fieldbook
