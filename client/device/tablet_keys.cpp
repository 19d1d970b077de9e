#include "client/device/tablet_keys.h"

#include "client/device/key_stores.h"

namespace fieldbook::client {

TabletKeys::TabletKeys(const std::filesystem::path& folder)
    : folder_{folder}, device_{openKeyStore(folder)}, beside_{folder}
{
    read();
    finishTakingAway(*vault_, folder_);
}

void TabletKeys::read()
{
    vault_ = std::make_unique<Vault>(Vault::Parts{.device = *device_,
                                                  .folder = beside_,
                                                  .clock = clock_,
                                                  .boot = boot_,
                                                  .entropy = entropy_});
}

std::optional<std::filesystem::path> TabletKeys::takeAway()
{
    return client::takeAway(*vault_, folder_);
}

} // namespace fieldbook::client
