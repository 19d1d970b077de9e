#include "client/vault/folder_key_store.h"

#include "shared/base/durable_file.h"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

namespace fieldbook::client {

std::optional<Bytes> FolderKeyStore::read(const std::string& name)
{
    const auto file = folder_ / name;
    std::ifstream in{file, std::ios::binary};
    if (!in) {
        if (std::filesystem::exists(file)) {
            throw std::system_error{EACCES, std::generic_category(), file.string()};
        }
        return std::nullopt;
    }
    return Bytes{std::istreambuf_iterator<char>{in}, {}};
}

void FolderKeyStore::write(const std::string& name, std::span<const std::uint8_t> bytes)
{
    std::filesystem::create_directories(folder_);
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all);
    replaceDurably(folder_ / name, bytes);
}

void FolderKeyStore::remove(const std::string& name)
{
    const auto file = folder_ / name;
    if (!std::filesystem::exists(file)) {
        return;
    }
    overwrite(file);
    std::filesystem::remove(file);
    syncFolder(folder_);
}

} // namespace fieldbook::client
