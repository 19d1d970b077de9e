#include "client/tablet/entrance.h"

#include "client/device/former_key.h"
#include "client/syncing/doorway.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QSysInfo>

namespace fieldbook::client::tablet {
namespace {

class Entrance {
public:
    Entrance(const Console& console, Home home, const QByteArray& authority)
        : console_{console}, home_{std::move(home)}, doorway_{authority}
    {}

    Result<Entered> enter(const std::string& server,
                          const std::string& login,
                          const std::string& password,
                          const std::string& code,
                          const std::string& enrolment)
    {
        const auto& file = home_.keys->vault().file();
        const bool known = file && file->owner.login == login;
        if (file && home_.unlock(console_)) {
            if (known) {
                return Entered{.home = std::move(home_), .account = std::nullopt};
            }
            // What waits of the former's is counted while their PIN opens it.
            home_.close(countUnsent());
        }
        const SignInAttempt attempt{.server = server.empty() && file ? file->owner.server : server,
                                    .login = login,
                                    .password = password,
                                    .install = known ? file->owner.install : installOfFormer(),
                                    .deviceName = QSysInfo::machineHostName().toStdString(),
                                    .appVersion =
                                        QCoreApplication::applicationVersion().toStdString(),
                                    .code = code,
                                    .enrolment = enrolment};
        if (attempt.server.empty()) {
            return fail(ErrorKind::Invalid, "server.missing");
        }
        auto entry = signIn(attempt, known ? file->id : home_.keys->newId());
        if (!entry) {
            return fail(entry.error());
        }
        const bool same = file && entry->account.user == file->owner.user;
        if (same != known) {
            // The name has gone to somebody else, or somebody has another name now.
            entry = signIn(attempt, same ? file->id : home_.keys->newId());
            if (!entry) {
                return fail(entry.error());
            }
        }
        if (auto opened = same ? reopen(*entry) : begin(*entry, attempt.install); !opened) {
            return fail(opened.error());
        }
        return Entered{.home = std::move(home_), .account = entry->account};
    }

private:
    std::int64_t countUnsent()
    {
        const SystemClock clock;
        LocalStore store{home_.store, clock, home_.keys->entropy()};
        return unsentIn(store);
    }

    // A store from before there was a vault keeps the name by which the server knows it.
    Uuid installOfFormer()
    {
        if (home_.keys->vault().file() || !home_.unlock(console_)) {
            return home_.keys->newId();
        }
        const SystemClock clock;
        LocalStore store{home_.store, clock, home_.keys->entropy()};
        return store.session().install();
    }

    Result<Entry> signIn(const SignInAttempt& attempt, const Uuid& vault)
    {
        Result<Entry> entry = fail(ErrorKind::Unavailable, "network.unreachable");
        QEventLoop loop;
        doorway_.signIn(attempt, LeaseRequest::make(vault, home_.keys->entropy()),
                        [&](Result<Entry> came) {
                            entry = std::move(came);
                            loop.quit();
                        });
        loop.exec();
        return entry;
    }

    Result<void> reopen(const Entry& entry)
    {
        auto& vault = home_.keys->vault();
        const auto key = vault.unlockBySignIn(entry.asked, entry.grant);
        if (!key) {
            return fail(key.error());
        }
        if (const auto secret = readPin(console_)) {
            if (auto chosen = vault.setSecret(kindOf(*secret), *secret); !chosen) {
                return chosen;
            }
        }
        return home_.use(*key);
    }

    Result<void> begin(const Entry& entry, const Uuid& install)
    {
        const auto secret = readPin(console_);
        if (!secret) {
            return fail(secret.error());
        }
        if (auto good = checkSecret(kindOf(*secret), *secret); !good) {
            return good;
        }
        auto& vault = home_.keys->vault();
        if (vault.file()) {
            if (vault.unsent() != 0) {
                return fail(ErrorKind::Conflict, "session.other_user", vault.file()->owner.login);
            }
            home_.keys->takeAway();
        }
        const auto former = findFormerKey(home_.keys->folder().root);
        if (!former) {
            return fail(former.error());
        }
        const auto key = vault.create({.owner = {.user = entry.account.user,
                                                 .install = install,
                                                 .server = entry.account.server,
                                                 .login = entry.account.login,
                                                 .userName = entry.account.userName},
                                       .asked = entry.asked,
                                       .grant = entry.grant,
                                       .kind = kindOf(*secret),
                                       .secret = *secret,
                                       .former = *former});
        return key ? home_.use(*key) : fail(key.error());
    }

    const Console& console_;
    Home home_;
    Doorway doorway_;
};

} // namespace

Result<Entered> enter(const Console& console,
                      const std::string& server,
                      const std::string& login,
                      const std::string& password,
                      const std::string& code,
                      const std::string& enrolment)
{
    const auto authority = authorityOf(console);
    if (!authority) {
        return fail(authority.error());
    }
    auto home = Home::hold(console);
    if (!home) {
        return fail(home.error());
    }
    Entrance entrance{console, std::move(*home), *authority};
    return entrance.enter(server, login, password, code, enrolment);
}

} // namespace fieldbook::client::tablet
