#include "client/vault/folder_key_store.h"

#include <sys/stat.h>

#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <system_error>
#include <unistd.h>

namespace fieldbook::client {
namespace {

[[noreturn]] void raise(const std::filesystem::path& file)
{
    throw std::system_error{errno, std::generic_category(), file.string()};
}

// A file descriptor, closed when it goes.
class Descriptor {
public:
    Descriptor(const std::filesystem::path& file, int flags)
        : file_{file}, number_{::open(file.c_str(), flags | O_CLOEXEC, 0600)}
    {
        if (number_ < 0) {
            raise(file);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { ::close(number_); }

    void writeAll(std::span<const std::uint8_t> bytes) const
    {
        while (!bytes.empty()) {
            const auto written = ::write(number_, bytes.data(), bytes.size());
            if (written < 0) {
                raise(file_);
            }
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
    }
    void sync() const
    {
        if (::fsync(number_) != 0) {
            raise(file_);
        }
    }

private:
    const std::filesystem::path& file_;
    int number_;
};

} // namespace

std::optional<Bytes> FolderKeyStore::read(const std::string& name)
{
    const auto file = folder_ / name;
    std::ifstream in{file, std::ios::binary};
    if (!in) {
        if (std::filesystem::exists(file)) {
            errno = EACCES;
            raise(file);
        }
        return std::nullopt;
    }
    return Bytes{std::istreambuf_iterator<char>{in}, {}};
}

void FolderKeyStore::write(const std::string& name, std::span<const std::uint8_t> bytes)
{
    std::filesystem::create_directories(folder_);
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all);
    const auto made = folder_ / (name + ".new");
    {
        const Descriptor file{made, O_WRONLY | O_CREAT | O_TRUNC};
        file.writeAll(bytes);
        file.sync();
    }
    std::filesystem::rename(made, folder_ / name);
    const Descriptor folder{folder_, O_RDONLY | O_DIRECTORY};
    folder.sync();
}

void FolderKeyStore::remove(const std::string& name)
{
    const auto file = folder_ / name;
    std::error_code none;
    const auto size = std::filesystem::file_size(file, none);
    if (none) {
        return;
    }
    {
        const Descriptor written{file, O_WRONLY};
        written.writeAll(Bytes(size));
        written.sync();
    }
    std::filesystem::remove(file);
    const Descriptor folder{folder_, O_RDONLY | O_DIRECTORY};
    folder.sync();
}

} // namespace fieldbook::client
