#include "client/device/former_key.h"

#include "client/vault/folder_key_store.h"
#include "shared/base/password.h"

#include <algorithm>
#include <cstdlib>

namespace fieldbook::client {
namespace {

const std::string keyFile = "store.key";
const std::string saltFile = "store.salt";

} // namespace

Result<std::optional<SecretKey>> findFormerKey(const std::filesystem::path& folder)
{
    FolderKeyStore files{folder};
    const auto damaged = [&](const std::string& name) {
        return fail(ErrorKind::Unauthorised, "store.key", (folder / name).string());
    };
    if (const auto bytes = files.read(keyFile)) {
        auto key = SecretKey::fromBytes(*bytes);
        return key ? Result<std::optional<SecretKey>>{std::move(key)} : damaged(keyFile);
    }
    const auto bytes = files.read(saltFile);
    if (!bytes) {
        return std::nullopt;
    }
    KeySalt salt{};
    const char* passphrase = std::getenv("FIELDBOOK_PASSPHRASE");
    if (bytes->size() != salt.size() || passphrase == nullptr || *passphrase == '\0') {
        return damaged(saltFile);
    }
    std::ranges::copy(*bytes, salt.begin());
    return deriveKey(passphrase, salt);
}

void forgetFormerKey(const std::filesystem::path& folder)
{
    FolderKeyStore files{folder};
    files.remove(keyFile);
    files.remove(saltFile);
}

} // namespace fieldbook::client
