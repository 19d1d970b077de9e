#include "client/vault/vault.h"

#include "shared/base/assert.h"
#include "shared/base/sealed_box.h"
#include "shared/base/secret_box.h"

#include <algorithm>
#include <stdexcept>

namespace fieldbook::client {
namespace {

const std::string fileName = "vault";
const std::string deviceName = "device";
const std::string shareName = "share";
const std::string stateName = "state";

constexpr std::size_t nonceBytes = 16;
// What passes of the time between two writes is lost when the machine is switched off just then.
constexpr std::chrono::minutes keepTimeEvery{5};

std::optional<SecretKey> keyFrom(const Result<Bytes>& bytes)
{
    return bytes ? SecretKey::fromBytes(*bytes) : std::nullopt;
}

Result<custody::LeaseTerms> checkGrant(const LeaseRequest& asked,
                                       const custody::LeaseGrant& grant,
                                       const PublicKey& leaseKey,
                                       const Uuid& user)
{
    auto terms = custody::readLease(grant.lease, leaseKey);
    if (terms &&
        (terms->vault != asked.vault || terms->user != user || terms->nonce != asked.nonce)) {
        return fail(ErrorKind::Forbidden, "lease.foreign");
    }
    return terms;
}

} // namespace

LeaseRequest LeaseRequest::make(const Uuid& vault, Entropy& entropy)
{
    LeaseRequest request{.vault = vault, .nonce = Bytes(nonceBytes)};
    entropy.fill(request.nonce);
    return request;
}

Vault::Vault(const Parts& parts) : parts_{parts}
{
    const auto text = parts_.folder.read(fileName);
    if (!text) {
        return;
    }
    auto file = parseVaultFile(asText(*text));
    if (!file) {
        throw std::runtime_error{"the file of the store's key is damaged: " + file.error().detail};
    }
    file_ = std::move(*file);
    if (const auto terms = custody::readLease(file_->lease, file_->leaseKey)) {
        terms_ = *terms;
    }
    const auto device = deviceKey();
    const auto sealed = device ? parts_.device.read(stateName) : std::nullopt;
    const auto plain = sealed ? unseal(*device, *sealed) : fail(ErrorKind::NotFound, "");
    state_ = plain ? VaultState::fromBytes(*plain) : std::nullopt;
}

std::optional<SecretKey> Vault::deviceKey() const
{
    const auto bytes = parts_.device.read(deviceName);
    return bytes ? SecretKey::fromBytes(*bytes) : std::nullopt;
}

std::optional<SecretKey> Vault::share(const SecretKey& device) const
{
    const auto sealed = parts_.device.read(shareName);
    return sealed ? keyFrom(unseal(device, *sealed)) : std::nullopt;
}

void Vault::keepFile()
{
    const std::string text = toText(*file_);
    parts_.folder.write(fileName, asBytes(text));
}

void Vault::keepState(const SecretKey& device)
{
    parts_.device.write(stateName, seal(device, state_->toBytes(), parts_.entropy));
    keptAt_ = state_->mark;
}

// Moves the mark to now, in memory.
Timestamp Vault::passTime()
{
    if (!state_) {
        return parts_.clock.now();
    }
    const auto boot = parts_.boot.now();
    state_->mark = std::max(parts_.clock.now(), state_->atLeast(boot));
    state_->markedAt = boot;
    return state_->mark;
}

// What is gone cannot be given by setting a clock.
void Vault::endLease()
{
    parts_.device.remove(shareName);
    if (const auto device = deviceKey(); device && state_) {
        keepState(*device);
    }
}

Standing Vault::standing()
{
    if (!file_ || file_->ending != Ending::None) {
        return Standing::None;
    }
    if (key_) {
        return Standing::Open;
    }
    if (!state_ || state_->failures >= triesMax) {
        return Standing::SignInOnly;
    }
    if (passTime() >= terms_.endsAt) {
        endLease();
        return Standing::LeaseEnded;
    }
    return parts_.device.read(shareName) ? Standing::Locked : Standing::LeaseEnded;
}

std::chrono::milliseconds Vault::retryIn()
{
    const auto now = passTime();
    return state_ && state_->retryAt > now ? state_->retryAt - now : std::chrono::milliseconds{0};
}

int Vault::triesLeft() const { return state_ ? std::max(triesMax - state_->failures, 0) : 0; }

std::optional<std::int64_t> Vault::unsent() const
{
    return state_ && state_->unsent >= 0 ? std::optional{state_->unsent} : std::nullopt;
}

// The server's time is the time, also where this tablet's clock was ahead.
void Vault::contact(const SecretKey& device,
                    const custody::LeaseGrant& grant,
                    const custody::LeaseTerms& terms)
{
    if (!state_) {
        state_ = VaultState{};
    }
    state_->mark = terms.issuedAt;
    state_->markedAt = parts_.boot.now();
    file_->lease = grant.lease;
    parts_.device.write(shareName, seal(device, grant.share.bytes(), parts_.entropy));
    keepState(device);
    keepFile();
    terms_ = terms;
}

Result<void>
Vault::wrap(VaultFile& file, const SecretKey& device, SecretKind kind, std::string_view secret)
{
    const auto held = share(device);
    if (!held) {
        return fail(ErrorKind::Unauthorised, "lease.ended");
    }
    file.kind = kind;
    file.pinDigits = kind == SecretKind::Pin ? secret.size() : 0;
    file.salt = randomKeySalt(parts_.entropy);
    file.cost = parts_.cost;
    const auto inner = seal(deriveKey(secret, file.salt, file.cost), key_->bytes(), parts_.entropy);
    file.key = seal(*held, seal(device, inner, parts_.entropy), parts_.entropy);
    return {};
}

Result<SecretKey> Vault::create(const NewVault& made)
{
    FIELDBOOK_ASSERT(!file_);
    if (auto good = checkSecret(made.kind, made.secret); !good) {
        return fail(good.error());
    }
    if (!made.grant.recovery) {
        return fail(ErrorKind::Forbidden, "lease.no_recovery");
    }
    const auto terms = checkGrant(made.asked, made.grant, made.grant.leaseKey, made.owner.user);
    if (!terms) {
        return fail(terms.error());
    }
    const auto device = SecretKey::random(parts_.entropy);
    const auto key = made.former ? *made.former : SecretKey::random(parts_.entropy);
    parts_.device.write(deviceName, device.bytes());
    parts_.device.write(shareName, seal(device, made.grant.share.bytes(), parts_.entropy));
    key_ = key;
    VaultFile file{.id = made.asked.vault,
                   .owner = made.owner,
                   .key = {},
                   .recovery = seal(device, seal(*made.grant.recovery, key.bytes(), parts_.entropy),
                                    parts_.entropy),
                   .escrow = sealTo(made.grant.companyKey, key.bytes()),
                   .leaseKey = made.grant.leaseKey,
                   .companyKey = made.grant.companyKey,
                   .lease = made.grant.lease};
    if (auto wrapped = wrap(file, device, made.kind, made.secret); !wrapped) {
        key_.reset();
        return fail(wrapped.error());
    }
    state_ = VaultState{.mark = terms->issuedAt, .markedAt = parts_.boot.now()};
    terms_ = *terms;
    try {
        keepState(device);
        file_ = std::move(file);
        keepFile();
    } catch (...) {
        file_.reset();
        key_.reset();
        throw;
    }
    return key;
}

// One try with a PIN or password, counted before it is made.
Result<SecretKey> Vault::attempt(std::string_view secret)
{
    const auto device = deviceKey();
    if (!device) {
        return fail(ErrorKind::Unauthorised, "vault.device_key");
    }
    if (!state_ || state_->failures >= triesMax) {
        return fail(ErrorKind::Unauthorised, "vault.sign_in");
    }
    const auto now = passTime();
    const auto held = now < terms_.endsAt ? share(*device) : std::nullopt;
    if (!held) {
        endLease();
        return fail(ErrorKind::Unauthorised, "lease.ended");
    }
    if (now < state_->retryAt) {
        const auto left = std::chrono::ceil<std::chrono::seconds>(state_->retryAt - now);
        return fail(ErrorKind::TooMany, "vault.wait", std::to_string(left.count()));
    }
    ++state_->failures;
    state_->retryAt = now + delayAfter(state_->failures);
    keepState(*device);

    const auto outer = unseal(*held, file_->key);
    const auto inner = outer ? unseal(*device, *outer) : outer;
    if (!inner) {
        return fail(ErrorKind::Invalid, "vault.damaged");
    }
    const auto key = keyFrom(unseal(deriveKey(secret, file_->salt, file_->cost), *inner));
    if (!key) {
        const bool over = state_->failures >= triesMax;
        if (over) {
            endLease();
        }
        return fail(ErrorKind::Unauthorised, over ? "vault.sign_in" : "vault.secret_wrong");
    }
    state_->failures = 0;
    state_->retryAt = {};
    return *key;
}

Result<SecretKey> Vault::unlock(std::string_view secret)
{
    FIELDBOOK_ASSERT(file_ && !key_);
    auto key = attempt(secret);
    if (!key) {
        return key;
    }
    state_->unsent = -1;
    keepState(*deviceKey());
    inDoubt_ = false;
    key_ = *key;
    return key;
}

Result<SecretKey> Vault::unlockBySignIn(const LeaseRequest& asked, const custody::LeaseGrant& grant)
{
    FIELDBOOK_ASSERT(file_ && !key_);
    const auto terms = checkGrant(asked, grant, file_->leaseKey, file_->owner.user);
    if (!terms) {
        return fail(terms.error());
    }
    const auto device = deviceKey();
    if (!device) {
        return fail(ErrorKind::Unauthorised, "vault.device_key");
    }
    const auto inner = unseal(*device, file_->recovery);
    const auto key =
        inner && grant.recovery ? keyFrom(unseal(*grant.recovery, *inner)) : std::nullopt;
    if (!key) {
        return fail(ErrorKind::Invalid, "vault.damaged", "recovery");
    }
    inDoubt_ = !state_ || state_->failures > 0;
    state_ = VaultState{};
    contact(*device, grant, *terms);
    key_ = *key;
    return *key;
}

Result<void> Vault::changeSecret(std::string_view former, SecretKind kind, std::string_view secret)
{
    if (auto good = checkSecret(kind, secret); !good) {
        return good;
    }
    if (const auto known = attempt(former); !known) {
        return fail(known.error());
    }
    return setSecret(kind, secret);
}

Result<void> Vault::setSecret(SecretKind kind, std::string_view secret)
{
    FIELDBOOK_ASSERT(file_ && key_);
    if (auto good = checkSecret(kind, secret); !good) {
        return good;
    }
    const auto device = deviceKey();
    if (!device) {
        return fail(ErrorKind::Unauthorised, "vault.device_key");
    }
    VaultFile changed = *file_;
    if (auto wrapped = wrap(changed, *device, kind, secret); !wrapped) {
        return wrapped;
    }
    const std::string text = toText(changed);
    parts_.folder.write(fileName, asBytes(text));
    file_ = std::move(changed);
    inDoubt_ = false;
    keepState(*device);
    return {};
}

Result<void> Vault::takeLease(const LeaseRequest& asked, const custody::LeaseGrant& grant)
{
    FIELDBOOK_ASSERT(file_);
    const auto terms = checkGrant(asked, grant, file_->leaseKey, file_->owner.user);
    if (!terms) {
        return fail(terms.error());
    }
    const auto device = deviceKey();
    if (!device) {
        return fail(ErrorKind::Unauthorised, "vault.device_key");
    }
    contact(*device, grant, *terms);
    return {};
}

bool Vault::tick()
{
    FIELDBOOK_ASSERT(file_ && key_);
    const auto now = passTime();
    if (now >= terms_.endsAt) {
        key_.reset();
        endLease();
        return false;
    }
    if (now - keptAt_ >= keepTimeEvery) {
        if (const auto device = deviceKey(); device && state_) {
            keepState(*device);
        }
    }
    return true;
}

void Vault::lock(std::int64_t unsentChanges)
{
    key_.reset();
    if (const auto device = deviceKey(); device && state_) {
        static_cast<void>(passTime());
        state_->unsent = unsentChanges;
        keepState(*device);
    }
}

void Vault::giveUp()
{
    FIELDBOOK_ASSERT(file_);
    key_.reset();
    if (file_->ending == Ending::None) {
        file_->ending = unsent() == 0 ? Ending::Dropped : Ending::Kept;
        file_->key.clear();
        file_->recovery.clear();
        keepFile();
    }
    for (const auto& name : {shareName, deviceName, stateName}) {
        parts_.device.remove(name);
    }
    state_.reset();
}

void Vault::forget()
{
    parts_.folder.remove(fileName);
    file_.reset();
}

} // namespace fieldbook::client
