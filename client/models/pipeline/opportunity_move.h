#pragma once

#include "client/models/app_context.h"
#include "client/models/roles.h"

#include <QtQml/qqmlregistration.h>

namespace fieldbook::client {

// Moves an opportunity to another stage. begin() looks up what the move needs (rules/stages.h): one
// that needs nothing is made at once, for others asked() comes and move() makes it once the answers
// are there. GUI thread.
class OpportunityMove : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app MEMBER app_ NOTIFY appChanged REQUIRED)
    Q_PROPERTY(QString dealName READ dealName NOTIFY changed)
    Q_PROPERTY(QString stage READ stage NOTIFY changed)
    Q_PROPERTY(bool needsReason READ needsReason NOTIFY changed)
    Q_PROPERTY(bool needsAmount READ needsAmount NOTIFY changed)
    Q_PROPERTY(bool needsClose READ needsClose NOTIFY changed)
    Q_PROPERTY(bool needsLostReason READ needsLostReason NOTIFY changed)
    Q_PROPERTY(QString reason MEMBER reason_ NOTIFY changed)
    // Minor units of `currency`.
    Q_PROPERTY(double amount MEMBER amount_ NOTIFY changed)
    Q_PROPERTY(QString currency READ currency NOTIFY changed)
    Q_PROPERTY(QVariant expectedClose MEMBER expectedClose_ NOTIFY changed)
    Q_PROPERTY(QString lostReason MEMBER lostReason_ NOTIFY changed)
    Q_PROPERTY(QString lostTo MEMBER lostTo_ NOTIFY changed)
    Q_PROPERTY(bool canMove READ canMove NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] QString dealName() const { return dealName_; }
    [[nodiscard]] QString stage() const { return stage_; }
    [[nodiscard]] bool needsReason() const { return needs_.reason; }
    [[nodiscard]] bool needsAmount() const { return needs_.amount; }
    [[nodiscard]] bool needsClose() const { return needs_.close; }
    [[nodiscard]] bool needsLostReason() const { return needs_.lostReason; }
    [[nodiscard]] QString currency() const { return toQt(currency_.code()); }
    [[nodiscard]] bool canMove() const;

    Q_INVOKABLE void begin(const QString& opportunityId, const QString& stage);
    Q_INVOKABLE void move();

signals:
    void appChanged();
    void changed();
    void asked();
    void moved(const QString& dealName, const QString& stage);
    // A sentence for a toast.
    void refused(const QString& text);

private:
    struct Needs {
        bool reason = false;
        bool amount = false;
        bool close = false;
        bool lostReason = false;

        [[nodiscard]] bool any() const { return reason || amount || close || lostReason; }
    };
    [[nodiscard]] static Needs needsOf(const Record& opportunity, std::string_view stage);
    void take(const Record& opportunity);
    [[nodiscard]] std::string arguments() const;

    AppContext* app_ = nullptr;
    Uuid opportunity_;
    QString dealName_;
    QString stage_;
    Needs needs_;
    Currency currency_;
    QString reason_;
    double amount_ = 0;
    QVariant expectedClose_;
    QString lostReason_;
    QString lostTo_;
};

} // namespace fieldbook::client
