#pragma once

#include "client/local/store_core.h"
#include "shared/sync/contact.h"

#include <optional>
#include <string>
#include <string_view>

namespace fieldbook::client {

// What this tablet is to the server as a device: its key, the chain that only one copy of the store
// can go on with (shared/sync/contact.h), and what the server last said of it. Writer's thread.
class DeviceStore {
public:
    explicit DeviceStore(StoreCore& core) : core_{core} {}

    // Its key pair; made when it is first needed.
    [[nodiscard]] SecretKey keySeed();
    [[nodiscard]] bool hasKey() const;

    // What to say with the next contact: the same until it is answered. Makes the key.
    [[nodiscard]] sync::Contact nextContact();
    // The server has taken it.
    void contactAnswered();

    // Empty while it is admitted; else "pending", "locked", "revoked" or "wipe".
    [[nodiscard]] std::string state() const;
    void setState(std::string_view state);
    // Whom to call about it, as the company says; empty where it does not.
    [[nodiscard]] std::string help() const;
    void setHelp(std::string_view help);

private:
    StoreCore& core_;
};

// In an open transaction: the chain of a device begins anew; a new installation has a new key too.
void forgetChain(Meta& meta, db::Transaction& transaction);
void forgetDevice(Meta& meta, db::Transaction& transaction);
void answerContact(Meta& meta, db::Transaction& transaction);

} // namespace fieldbook::client
