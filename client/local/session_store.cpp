#include "client/local/session_store.h"

#include "client/local/device_store.h"
#include "client/local/journal.h"
#include "client/local/page_layer.h"
#include "client/local/renumber.h"
#include "shared/base/assert.h"

#include <array>

namespace fieldbook::client {

Uuid SessionStore::install() const
{
    const auto install = core_.meta().uuid(meta::install);
    FIELDBOOK_ASSERT(install.has_value());
    return *install;
}

std::optional<Account> SessionStore::account() const
{
    const Meta& meta = core_.meta();
    const auto user = meta.uuid(meta::user);
    if (!user) {
        return std::nullopt;
    }
    return Account{.server = meta.textOr(meta::server),
                   .user = *user,
                   .userName = meta.textOr(meta::userName),
                   .login = meta.textOr(meta::login),
                   .device = meta.number(meta::device),
                   .deviceCode = meta.textOr(meta::deviceCode),
                   .token = meta.textOr(meta::token),
                   .help = meta.textOr(meta::deviceHelp)};
}

bool SessionStore::isSignedIn() const { return core_.meta().text(meta::token).has_value(); }

// What has rung and what was searched for are habits, not work.
bool SessionStore::hasUnfinished() const
{
    auto any = core_.database().prepare(
        "SELECT EXISTS (SELECT 1 FROM outbox WHERE state < 2) OR EXISTS (SELECT 1 FROM attention) "
        "OR EXISTS (SELECT 1 FROM draft WHERE key NOT IN ('alarm:rung', 'search:recent')) OR "
        "EXISTS (SELECT 1 FROM file WHERE sent < size AND "
        "refused = '')");
    return any.step() && any.boolean(0);
}

Result<void> SessionStore::signIn(const Account& account)
{
    Writing writing{core_};
    auto& transaction = writing.transaction();
    auto& meta = core_.meta();
    const auto former = this->account();
    if (former && former->user != account.user) {
        if (hasUnfinished()) {
            return fail(ErrorKind::Conflict, "session.other_user", former->login);
        }
        beginAnew(writing);
    }
    meta.set(transaction, meta::server, account.server);
    meta.set(transaction, meta::user, account.user.text());
    meta.set(transaction, meta::userName, account.userName);
    meta.set(transaction, meta::login, account.login);
    meta.set(transaction, meta::device, account.device);
    meta.set(transaction, meta::deviceCode, account.deviceCode);
    meta.set(transaction, meta::token, account.token);
    meta.set(transaction, meta::deviceHelp, account.help);
    core_.forgetDoer();
    meta.remove(transaction, meta::deviceState);
    if (!former || former->device != account.device) {
        forgetChain(meta, transaction);
    }
    if (former && former->user == account.user && former->device != account.device) {
        // The same installation as another device: the server was put back to before it knew the
        // former one, and what it had answered is gone with it.
        if (!meta.flag(meta::renewed)) {
            sendAgain(core_, writing, former->device, 1);
        }
        renumber(core_, writing, former->device);
        // What was leased belongs to the former device.
        core_.database().execute("DELETE FROM number_block");
    }
    meta.remove(transaction, meta::renewed);
    writing.change().status = true;
    writing.commit();
    return {};
}

// A new installation too: the device that the former user's numbers belong to is not used again.
void SessionStore::beginAnew(Writing& writing)
{
    auto& database = core_.database();
    database.execute("DELETE FROM outbox; DELETE FROM outbox_touch; DELETE FROM base;"
                     "DELETE FROM receipt_log; DELETE FROM staged_page; DELETE FROM received;"
                     "DELETE FROM number_block; DELETE FROM file; DELETE FROM file_chunk");
    dropPulled(writing.shelf());
    auto& meta = core_.meta();
    for (const std::string_view name :
         {meta::cursor, meta::stagedCursor, meta::pulledUpTo, meta::received, meta::nextChange,
          meta::consistent, meta::resyncing, meta::lastPulledAt, meta::lastPushedAt}) {
        meta.remove(writing.transaction(), name);
    }
    meta.set(writing.transaction(), meta::install, core_.ids().next().text());
}

void SessionStore::renewInstall()
{
    Writing writing{core_};
    core_.meta().set(writing.transaction(), meta::install, core_.ids().next().text());
    core_.meta().remove(writing.transaction(), meta::token);
    forgetDevice(core_.meta(), writing.transaction());
    core_.meta().set(writing.transaction(), meta::renewed, std::int64_t{1});
    writing.change().status = true;
    writing.commit();
}

void SessionStore::setServer(std::string_view server)
{
    Writing writing{core_};
    core_.meta().set(writing.transaction(), meta::server, server);
    writing.change().status = true;
    writing.commit();
}

void SessionStore::signOut()
{
    Writing writing{core_};
    core_.meta().remove(writing.transaction(), meta::token);
    writing.change().status = true;
    writing.commit();
}

void SessionStore::keepNumbers(const NumberBlock& block)
{
    Writing writing{core_};
    keepBlock(writing.transaction(), block);
    writing.commit();
}

std::int64_t SessionStore::lastNumber(std::string_view series) const
{
    return client::lastNumber(core_.database(), series);
}

std::int64_t SessionStore::numbersLeft(std::string_view series) const
{
    return client::numbersLeft(core_.database(), series);
}

} // namespace fieldbook::client
