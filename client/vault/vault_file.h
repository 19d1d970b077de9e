#pragma once

#include "client/vault/secret_rules.h"
#include "shared/base/encoding.h"
#include "shared/base/password.h"
#include "shared/base/result.h"
#include "shared/base/signature.h"
#include "shared/base/uuid.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace fieldbook::client {

// Whose tablet it is, as the lock page shows it and the next sign-in needs it. No secret and no
// customer.
struct VaultOwner {
    Uuid user;
    Uuid install;
    std::string server;
    std::string login;
    std::string userName;

    friend bool operator==(const VaultOwner&, const VaultOwner&) = default;
};

// Whether the store is being taken away, and what becomes of it.
enum class Ending {
    None,
    Kept, // Unsent work may be in it: it is kept, sealed for the company.
    Dropped,
};

// What stands beside the store: its key, wrapped. In the open only what opens nothing.
//
//     key       seal(share, seal(device key, seal(Argon2id(PIN or password), data key)))
//     recovery  seal(device key, seal(recovery key of the server, data key))
//     escrow    sealed box to the company's public key: the data key
struct VaultFile {
    Uuid id;
    VaultOwner owner;
    SecretKind kind = SecretKind::Pin;
    std::size_t pinDigits = 0; // How many dots the lock page shows; 0 with a password.
    KeySalt salt{};
    Argon2Cost cost = argon2Interactive;
    Bytes key;
    Bytes recovery;
    Bytes escrow;
    PublicKey leaseKey{};
    PublicKey companyKey{};
    std::string lease; // As the server signed it.
    // Once it is ending, the ways of the tablet itself are gone and the escrow is left.
    Ending ending = Ending::None;

    friend bool operator==(const VaultFile&, const VaultFile&) = default;
};

[[nodiscard]] std::string toText(const VaultFile& file);
// Code `vault.damaged`.
[[nodiscard]] Result<VaultFile> parseVaultFile(std::string_view text);

} // namespace fieldbook::client
