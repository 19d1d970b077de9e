#include "client/syncing/doorway.h"

#include <QUrl>

namespace fieldbook::client {

Doorway::Doorway(const QByteArray& certificateAuthority, QObject* parent)
    : QObject{parent}, remote_{std::make_unique<HttpRemote>(certificateAuthority)}
{}

Doorway::~Doorway() = default;

void Doorway::signIn(const SignInAttempt& attempt, const LeaseRequest& asked, Done done)
{
    const int mine = ++under_;
    remote_->setServer(QUrl{QString::fromStdString(attempt.server)});
    remote_->setToken({});
    remote_->setAppVersion(QByteArray::fromStdString(attempt.appVersion));
    remote_->send(signInCall(attempt), [this, mine, attempt, asked,
                                        done = std::move(done)](const Answer& answer) {
        if (mine != under_) {
            return;
        }
        const auto signedIn = readSignIn(answer);
        if (!signedIn) {
            done(fail(signedIn.error()));
            return;
        }
        const Account account{.server = attempt.server,
                              .user = signedIn->user,
                              .userName = signedIn->userName,
                              .login = attempt.login,
                              .device = signedIn->device,
                              .deviceCode = signedIn->deviceCode,
                              .token = signedIn->token,
                              .help = signedIn->help};
        remote_->setToken(QByteArray::fromStdString(account.token));
        remote_->send(leaseCall(asked.vault, asked.nonce, true), [this, mine, account, asked,
                                                                  done](const Answer& leased) {
            if (mine != under_) {
                return;
            }
            const auto grant = readLeaseGrant(leased);
            done(grant ? Result<Entry>{Entry{account, asked, *grant}} : fail(grant.error()));
        });
    });
}

} // namespace fieldbook::client
