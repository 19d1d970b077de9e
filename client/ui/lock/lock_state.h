#pragma once

#include <QtQml/qqmlregistration.h>

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QVariant>

namespace fieldbook::client {

// How the tablet's door stands, for the pages that stand in it: what they show, and what a person
// asks for there. Decides nothing; the composition root answers. GUI thread.
class LockState : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to Main by the composition root")
    Q_PROPERTY(Phase phase READ phase NOTIFY changed)
    Q_PROPERTY(Reason reason READ reason NOTIFY changed)
    Q_PROPERTY(QString userName READ userName NOTIFY changed)
    Q_PROPERTY(QString login READ login NOTIFY changed)
    Q_PROPERTY(QString server READ server NOTIFY changed)
    Q_PROPERTY(int pinDigits READ pinDigits NOTIFY changed) // 0: it opens by a password.
    Q_PROPERTY(int unsent READ unsent NOTIFY changed) // -1: not known.
    Q_PROPERTY(QVariant leaseEndsAt READ leaseEndsAt NOTIFY changed)
    Q_PROPERTY(QVariant lastContact READ lastContact NOTIFY changed)
    Q_PROPERTY(int waitSeconds READ waitSeconds NOTIFY changed)
    Q_PROPERTY(int triesLeft READ triesLeft NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString errorCode READ errorCode NOTIFY changed)
    // Opened once already since the program started: there is something behind the door to keep.
    Q_PROPERTY(bool everOpen READ everOpen NOTIFY changed)
    // The PIN can be changed here; not on a store from before there was one.
    Q_PROPERTY(bool guarded READ guarded NOTIFY changed)

public:
    enum class Phase {
        SigningIn, // Only the server lets in: the first time, or somebody else.
        ChoosingPin,
        Locked,
        Open,
    };
    Q_ENUM(Phase)
    enum class Reason {
        None,
        LeaseEnded,
        TriesUsedUp,
        Former, // A store from before there was a PIN: it gets one with this sign-in.
    };
    Q_ENUM(Reason)

    struct Facts {
        Phase phase = Phase::SigningIn;
        Reason reason = Reason::None;
        QString userName = {};
        QString login = {};
        QString server = {};
        int pinDigits = 6;
        int unsent = -1;
        QVariant leaseEndsAt = {};
        QVariant lastContact = {};
        int waitSeconds = 0;
        int triesLeft = 0;
        bool busy = false;
        QString errorCode = {};
        bool everOpen = false;
        bool guarded = false;

        friend bool operator==(const Facts&, const Facts&) = default;
    };

    using QObject::QObject;

    void set(const Facts& facts);
    [[nodiscard]] const Facts& facts() const { return facts_; }

    [[nodiscard]] Phase phase() const { return facts_.phase; }
    [[nodiscard]] Reason reason() const { return facts_.reason; }
    [[nodiscard]] const QString& userName() const { return facts_.userName; }
    [[nodiscard]] const QString& login() const { return facts_.login; }
    [[nodiscard]] const QString& server() const { return facts_.server; }
    [[nodiscard]] int pinDigits() const { return facts_.pinDigits; }
    [[nodiscard]] int unsent() const { return facts_.unsent; }
    [[nodiscard]] const QVariant& leaseEndsAt() const { return facts_.leaseEndsAt; }
    [[nodiscard]] const QVariant& lastContact() const { return facts_.lastContact; }
    [[nodiscard]] int waitSeconds() const { return facts_.waitSeconds; }
    [[nodiscard]] int triesLeft() const { return facts_.triesLeft; }
    [[nodiscard]] bool busy() const { return facts_.busy; }
    [[nodiscard]] const QString& errorCode() const { return facts_.errorCode; }
    [[nodiscard]] bool everOpen() const { return facts_.everOpen; }
    [[nodiscard]] bool guarded() const { return facts_.guarded; }

    Q_INVOKABLE void unlock(const QString& secret) { emit unlockAsked(secret); }
    Q_INVOKABLE void signIn(const QString& server,
                            const QString& login,
                            const QString& password,
                            const QString& code = {})
    {
        emit signInAsked(server, login, password, code);
    }
    // Whether it may be chosen: empty, or the code that says why not.
    Q_INVOKABLE [[nodiscard]] static QString problemOf(const QString& secret, bool pin);
    Q_INVOKABLE void choose(const QString& secret, bool pin) { emit chosen(secret, pin); }
    Q_INVOKABLE void change(const QString& former, const QString& secret, bool pin)
    {
        emit changeAsked(former, secret, pin);
    }
    Q_INVOKABLE void lockNow() { emit lockAsked(); }
    // Back to the lock page, or from it to the sign-in of somebody else.
    Q_INVOKABLE void goBack() { emit backAsked(); }
    Q_INVOKABLE void goToSignIn() { emit doorAsked(); }

signals:
    void changed();
    // A wrong try, and a change of the PIN that is done.
    void refused();
    void secretChanged();

    void unlockAsked(const QString& secret);
    void signInAsked(const QString& server,
                     const QString& login,
                     const QString& password,
                     const QString& code);
    void chosen(const QString& secret, bool pin);
    void changeAsked(const QString& former, const QString& secret, bool pin);
    void lockAsked();
    void backAsked();
    void doorAsked();

private:
    Facts facts_;
};

} // namespace fieldbook::client
