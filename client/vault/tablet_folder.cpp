#include "client/vault/tablet_folder.h"

#include "client/vault/folder_key_store.h"

namespace fieldbook::client {

std::optional<std::filesystem::path> takeAway(Vault& vault, const TabletFolder& folder)
{
    vault.giveUp();
    std::optional<std::filesystem::path> kept;
    if (vault.file()->ending == Ending::Kept) {
        kept = folder.sealed() / vault.file()->id.text();
        const std::string text = toText(*vault.file());
        FolderKeyStore{*kept}.write("vault", asBytes(text));
        if (std::filesystem::exists(folder.store())) {
            std::filesystem::rename(folder.store(), *kept / "store");
        }
    } else {
        std::filesystem::remove_all(folder.store());
    }
    vault.forget();
    return kept;
}

void finishTakingAway(Vault& vault, const TabletFolder& folder)
{
    if (vault.file() && vault.file()->ending != Ending::None) {
        takeAway(vault, folder);
    }
}

} // namespace fieldbook::client
