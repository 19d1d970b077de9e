#pragma once

#include "client/vault/boot_clock.h"
#include "client/vault/key_store.h"
#include "client/vault/vault_file.h"
#include "client/vault/vault_state.h"
#include "shared/base/clock.h"
#include "shared/custody/lease.h"

#include <chrono>
#include <optional>
#include <string_view>

namespace fieldbook::client {

enum class Standing {
    None, // No store is kept here.
    Open, // The key is in memory.
    Locked,
    LeaseEnded, // Only the server opens it: a sign-in.
    SignInOnly, // The same, after too many wrong tries.
};

// What a lease is asked for with.
struct LeaseRequest {
    Uuid vault;
    Bytes nonce;

    [[nodiscard]] static LeaseRequest make(const Uuid& vault, Entropy& entropy);
};

struct NewVault {
    VaultOwner owner;
    LeaseRequest asked;
    custody::LeaseGrant grant; // The answer to it, with the recovery key.
    SecretKind kind = SecretKind::Pin;
    std::string secret;
    // What a store from before there was a vault opens by; nothing: a new key is made.
    std::optional<SecretKey> former = std::nullopt;
};

// Holds the key of the tablet's store, and gives it to whoever knows the PIN or password on this
// device while the lease lasts. README.md says against whom. Writes nothing that opens the store by
// itself. One thread. What the device or the disk breaks throws std::runtime_error; then things
// stand as before or as after.
class Vault {
public:
    struct Parts {
        KeyStore& device; // What the device holds; gone, only the company opens the store.
        KeyStore& folder; // The file beside the store.
        const Clock& clock;
        const BootClock& boot;
        Entropy& entropy;
        Argon2Cost cost = argon2Interactive;
    };

    // Throws std::runtime_error where the file cannot be read.
    explicit Vault(const Parts& parts);
    Vault(const Vault&) = delete;
    Vault& operator=(const Vault&) = delete;
    ~Vault() = default;

    [[nodiscard]] Standing standing();
    // Present unless the standing is None.
    [[nodiscard]] const std::optional<VaultFile>& file() const { return file_; }
    // How long no try is taken after wrong ones; how many there are left.
    [[nodiscard]] std::chrono::milliseconds retryIn();
    [[nodiscard]] int triesLeft() const;
    [[nodiscard]] Timestamp leaseEndsAt() const { return terms_.endsAt; }
    [[nodiscard]] Timestamp lastContact() const { return terms_.issuedAt; }
    // Changes that were unsent when it was last closed; nothing if it was not closed in order.
    [[nodiscard]] std::optional<std::int64_t> unsent() const;

    // Makes a vault with a new key. Codes of checkSecret(), `lease.*` of a grant that does not fit.
    [[nodiscard]] Result<SecretKey> create(const NewVault& made);

    // Codes `vault.secret_wrong`, `vault.wait` (detail: seconds), `vault.sign_in` (too many wrong
    // tries), `lease.ended`, `vault.device_key`. A try counts before it is made, so that killing
    // the program gains none.
    [[nodiscard]] Result<SecretKey> unlock(std::string_view secret);
    // With what the server gives right after a sign-in, in place of the PIN. Codes `lease.*`,
    // `vault.device_key`, `vault.damaged`.
    [[nodiscard]] Result<SecretKey> unlockBySignIn(const LeaseRequest& asked,
                                                   const custody::LeaseGrant& grant);
    // There were wrong tries before the sign-in: a new PIN or password had better be chosen.
    [[nodiscard]] bool secretInDoubt() const { return inDoubt_; }

    // The rest while it is open.
    [[nodiscard]] const SecretKey& key() const { return *key_; }
    // Codes as of unlock() for `former`, and of checkSecret().
    [[nodiscard]] Result<void>
    changeSecret(std::string_view former, SecretKind kind, std::string_view secret);
    // Without the former one: after a sign-in.
    [[nodiscard]] Result<void> setSecret(SecretKind kind, std::string_view secret);
    // Codes `lease.signature`, `lease.malformed`, `lease.foreign` (another tablet's, or an old
    // one).
    [[nodiscard]] Result<void> takeLease(const LeaseRequest& asked,
                                         const custody::LeaseGrant& grant);
    // To be called every minute or so: time passes. False: the lease has ended, and the vault is
    // locked.
    [[nodiscard]] bool tick();
    // The key leaves the memory.
    void lock(std::int64_t unsentChanges);

    // Ends it: the ways of this tablet to the key are gone when this returns, open or locked; the
    // company's is left in the file.
    void giveUp();
    // The file goes too.
    void forget();

private:
    [[nodiscard]] std::optional<SecretKey> deviceKey() const;
    [[nodiscard]] std::optional<SecretKey> share(const SecretKey& device) const;
    [[nodiscard]] Result<SecretKey> attempt(std::string_view secret);
    [[nodiscard]] Result<void>
    wrap(VaultFile& file, const SecretKey& device, SecretKind kind, std::string_view secret);
    void contact(const SecretKey& device,
                 const custody::LeaseGrant& grant,
                 const custody::LeaseTerms& terms);
    [[nodiscard]] Timestamp passTime();
    void endLease();
    void keepFile();
    void keepState(const SecretKey& device);

    Parts parts_;
    std::optional<VaultFile> file_;
    custody::LeaseTerms terms_; // Of the lease in the file.
    std::optional<VaultState> state_; // Nothing: the device has lost it.
    std::optional<SecretKey> key_;
    bool inDoubt_ = false;
    Timestamp keptAt_; // When the state was last written.
};

} // namespace fieldbook::client
