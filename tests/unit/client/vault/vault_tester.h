#pragma once

#include "client/vault/vault.h"
#include "shared/base/hash.h"
#include "shared/base/sealed_box.h"
#include "tests/support/fake_clock.h"
#include "tests/support/memory_key_store.h"
#include "tests/support/seeded_entropy.h"

#include <memory>

namespace fieldbook::testing {

class FakeBootClock final : public client::BootClock {
public:
    [[nodiscard]] client::BootTime now() const override { return time; }

    client::BootTime time{.boot = "first", .since = std::chrono::hours{1}};
};

// A tablet with a vault, and the server that gives it leases.
class VaultTester {
public:
    static constexpr std::string_view pin = "482915";
    static constexpr std::chrono::days leaseDays{7};

    // As when the program is started again.
    void restart()
    {
        vault_.reset();
        vault_ = std::make_unique<client::Vault>(client::Vault::Parts{.device = device,
                                                                      .folder = folder,
                                                                      .clock = clock,
                                                                      .boot = boot,
                                                                      .entropy = entropy,
                                                                      .cost = argon2Least});
    }
    [[nodiscard]] client::Vault& vault()
    {
        if (!vault_) {
            restart();
        }
        return *vault_;
    }

    // Both clocks move, as they do.
    void pass(std::chrono::milliseconds time)
    {
        clock.advance(time);
        server.advance(time);
        boot.time.since += time;
    }
    void reboot()
    {
        boot.time = {.boot = boot.time.boot + "+", .since = {}};
        restart();
    }

    [[nodiscard]] client::LeaseRequest request()
    {
        return client::LeaseRequest::make(id(), entropy);
    }
    [[nodiscard]] custody::LeaseGrant grant(const client::LeaseRequest& asked,
                                            bool recovery = false)
    {
        const custody::LeaseTerms terms{.vault = asked.vault,
                                        .user = user,
                                        .device = 3,
                                        .issuedAt = server.now(),
                                        .endsAt = server.now() + leaseDays,
                                        .nonce = asked.nonce};
        return {.lease = custody::signedLease(terms, leaseKey),
                .share = secret("share"),
                .recovery = recovery ? std::optional{secret("recovery")} : std::nullopt,
                .leaseKey = leaseKey.publicKey(),
                .companyKey = company.publicKey()};
    }
    [[nodiscard]] Result<SecretKey> create(std::string_view chosen = pin)
    {
        const auto asked = request();
        return vault().create({.owner = owner(),
                               .asked = asked,
                               .grant = grant(asked, true),
                               .kind = client::SecretKind::Pin,
                               .secret = std::string{chosen}});
    }
    [[nodiscard]] Result<SecretKey> signIn()
    {
        const auto asked = request();
        return vault().unlockBySignIn(asked, grant(asked, true));
    }
    [[nodiscard]] client::VaultOwner owner() const
    {
        return {.user = user,
                .install = user,
                .server = "https://x",
                .login = "lin",
                .userName = "林晓雨"};
    }
    [[nodiscard]] static SecretKey secret(std::string_view name)
    {
        return *SecretKey::fromBytes(sha256(name));
    }

    MemoryKeyStore::Fault fault;
    MemoryKeyStore device{fault};
    MemoryKeyStore folder{fault};
    FakeClock clock;
    FakeClock server; // Right, whatever the tablet's says.
    FakeBootClock boot;
    SeededEntropy entropy{11};
    SigningKey leaseKey{secret("lease")};
    BoxKey company{secret("company")};
    Uuid user = *Uuid::parse("0190b1c0-0000-7000-8000-000000000003");

private:
    [[nodiscard]] Uuid id() const
    {
        return vault_ && vault_->file() ? vault_->file()->id
                                        : *Uuid::parse("0190b1c0-0000-7000-8000-0000000000aa");
    }

    std::unique_ptr<client::Vault> vault_;
};

} // namespace fieldbook::testing
