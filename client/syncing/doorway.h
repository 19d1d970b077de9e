#pragma once

#include "client/local/session_store.h"
#include "client/remote/session_calls.h"
#include "client/vault/vault.h"

#include <QByteArray>
#include <QObject>
#include <functional>
#include <memory>

namespace fieldbook::client {

// What a sign-in at the closed door brought: who works here now, and what opens or makes a vault.
struct Entry {
    Account account;
    LeaseRequest asked;
    custody::LeaseGrant grant; // With the recovery key.
};

// Signs in while the store is closed, or is not there yet: for the first time, or when the PIN
// alone no longer opens it. Answers on the thread that it lives on.
class Doorway : public QObject {
    Q_OBJECT

public:
    explicit Doorway(const QByteArray& certificateAuthority, QObject* parent = nullptr);
    ~Doorway() override;

    using Done = std::function<void(Result<Entry>)>;
    // Codes of POST /v1/sessions and POST /v1/lease, `network.unreachable`, `network.answer`. A
    // later call takes the place of one under way.
    void signIn(const SignInAttempt& attempt, const LeaseRequest& asked, Done done);

private:
    std::unique_ptr<HttpRemote> remote_;
    int under_ = 0; // Which call is under way.
};

} // namespace fieldbook::client
