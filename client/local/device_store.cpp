#include "client/local/device_store.h"

#include "client/local/files.h"
#include "shared/base/assert.h"
#include "shared/base/random_token.h"

namespace fieldbook::client {
namespace {

std::optional<SecretKey> seedFrom(const std::optional<std::string>& text)
{
    const auto bytes = text ? fromBase64Url(*text) : std::nullopt;
    return bytes ? SecretKey::fromBytes(*bytes) : std::nullopt;
}

std::int64_t unsentChanges(db::Database& database)
{
    auto count = database.prepare("SELECT count(*) FROM outbox WHERE state < 2");
    return count.step() ? count.int64(0) : 0;
}

} // namespace

bool DeviceStore::hasKey() const { return core_.meta().text(meta::deviceKey).has_value(); }

SecretKey DeviceStore::keySeed()
{
    if (!hasKey()) {
        Writing writing{core_};
        const auto seed = SecretKey::random(core_.entropy());
        core_.meta().set(writing.transaction(), meta::deviceKey, toBase64Url(seed.bytes()));
        writing.commit();
    }
    auto seed = seedFrom(core_.meta().text(meta::deviceKey));
    FIELDBOOK_ASSERT(seed.has_value());
    return *seed;
}

sync::Contact DeviceStore::nextContact()
{
    auto& meta = core_.meta();
    const SigningKey key{keySeed()};
    if (!meta.text(meta::contactNext)) {
        Writing writing{core_};
        meta.set(writing.transaction(), meta::contactNext, randomToken(core_.entropy()));
        writing.commit();
    }
    return {.count = meta.number(meta::contacts),
            .token = meta.textOr(meta::contactLink),
            .next = meta.textOr(meta::contactNext),
            .key = key.publicKey(),
            .changesWaiting = unsentChanges(core_.database()),
            .filesWaiting = static_cast<std::int64_t>(countUploads(core_.database()))};
}

void DeviceStore::contactAnswered()
{
    Writing writing{core_};
    answerContact(core_.meta(), writing.transaction());
    writing.commit();
}

std::string DeviceStore::state() const { return core_.meta().textOr(meta::deviceState); }

void DeviceStore::setState(std::string_view state)
{
    if (this->state() == state) {
        return;
    }
    Writing writing{core_};
    core_.meta().set(writing.transaction(), meta::deviceState, state);
    writing.change().status = true;
    writing.commit();
}

std::string DeviceStore::help() const { return core_.meta().textOr(meta::deviceHelp); }

void DeviceStore::setHelp(std::string_view help)
{
    if (this->help() == help) {
        return;
    }
    Writing writing{core_};
    core_.meta().set(writing.transaction(), meta::deviceHelp, help);
    writing.commit();
}

void answerContact(Meta& meta, db::Transaction& transaction)
{
    const auto next = meta.text(meta::contactNext);
    if (!next) {
        return; // It said nothing of itself.
    }
    meta.set(transaction, meta::contactLink, *next);
    meta.set(transaction, meta::contacts, meta.number(meta::contacts) + 1);
    meta.remove(transaction, meta::contactNext);
}

void forgetChain(Meta& meta, db::Transaction& transaction)
{
    for (const auto name : {meta::contacts, meta::contactLink, meta::contactNext}) {
        meta.remove(transaction, name);
    }
}

void forgetDevice(Meta& meta, db::Transaction& transaction)
{
    forgetChain(meta, transaction);
    meta.remove(transaction, meta::deviceKey);
    meta.remove(transaction, meta::deviceState);
}

} // namespace fieldbook::client
