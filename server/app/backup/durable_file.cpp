#include "server/app/backup/durable_file.h"

#include "shared/base/hash.h"

#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <functional>
#include <span>
#include <sstream>
#include <system_error>
#include <unistd.h>

namespace fieldbook::server {
namespace {

[[noreturn]] void raise(const std::filesystem::path& file)
{
    throw std::system_error{errno, std::generic_category(), file.string()};
}

class OpenFile {
public:
    OpenFile(std::filesystem::path path, int flags)
        : path_{std::move(path)}, descriptor_{::open(path_.c_str(), flags | O_CLOEXEC, 0600)}
    {
        if (descriptor_ < 0) {
            raise(path_);
        }
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() { ::close(descriptor_); }

    void write(std::span<const char> bytes)
    {
        while (!bytes.empty()) {
            const auto written = ::write(descriptor_, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) {
                raise(path_);
            }
            bytes = bytes.subspan(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
        }
    }
    void sync()
    {
        if (::fsync(descriptor_) != 0) {
            raise(path_);
        }
    }

private:
    std::filesystem::path path_;
    int descriptor_;
};

void forEachPiece(const std::filesystem::path& file,
                  const std::function<void(std::span<const char>)>& take)
{
    constexpr std::size_t pieceBytes = std::size_t{256} * 1024;
    std::ifstream in{file, std::ios::binary};
    std::string piece(pieceBytes, '\0');
    while (in.read(piece.data(), std::ssize(piece)) || in.gcount() > 0) {
        take(std::span{piece}.first(static_cast<std::size_t>(in.gcount())));
    }
    if (!in.eof()) {
        errno = errno == 0 ? EIO : errno;
        raise(file);
    }
}

void putInPlace(const std::filesystem::path& to, const std::function<void(OpenFile&)>& fill)
{
    auto fresh = to;
    fresh += ".new";
    {
        OpenFile out{fresh, O_WRONLY | O_CREAT | O_TRUNC};
        fill(out);
        out.sync();
    }
    std::filesystem::rename(fresh, to);
    syncFolder(to.parent_path());
}

} // namespace

void makeFolder(const std::filesystem::path& folder)
{
    if (std::filesystem::is_directory(folder)) {
        return;
    }
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
}

void syncFolder(const std::filesystem::path& folder)
{
    OpenFile{folder.empty() ? std::filesystem::path{"."} : folder, O_RDONLY | O_DIRECTORY}.sync();
}

void copyDurably(const std::filesystem::path& from, const std::filesystem::path& to)
{
    putInPlace(to, [&](OpenFile& out) {
        forEachPiece(from, [&](std::span<const char> piece) { out.write(piece); });
    });
}

void writeDurably(const std::filesystem::path& to, const std::string& text)
{
    putInPlace(to, [&](OpenFile& out) { out.write(text); });
}

std::optional<std::string> readWhole(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    if (!in) {
        return std::nullopt;
    }
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string checksumOf(const std::filesystem::path& file)
{
    Sha256 sum;
    forEachPiece(file, [&](std::span<const char> piece) {
        sum.update(std::string_view{piece.data(), piece.size()});
    });
    return toHex(sum.finish());
}

} // namespace fieldbook::server
