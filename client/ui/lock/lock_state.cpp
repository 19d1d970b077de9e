#include "client/ui/lock/lock_state.h"

#include "client/vault/secret_rules.h"

namespace fieldbook::client {

void LockState::set(const Facts& facts)
{
    if (!(facts_ == facts)) {
        facts_ = facts;
        emit changed();
    }
}

QString LockState::problemOf(const QString& secret, bool pin)
{
    const auto kind = pin ? SecretKind::Pin : SecretKind::Password;
    const auto good = checkSecret(kind, secret.toStdString());
    return good ? QString{} : QString::fromStdString(good.error().code);
}

} // namespace fieldbook::client
