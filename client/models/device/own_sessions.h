#pragma once

#include "shared/base/result.h"

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QString>
#include <QVariantList>
#include <functional>
#include <string>

namespace fieldbook::client {

// Where its user is signed in, as the server tells it when it is asked: needs a network. GUI
// thread.
class OwnSessions : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to Main by the composition root")
    Q_PROPERTY(Phase phase READ phase NOTIFY changed)
    Q_PROPERTY(QString errorCode READ errorCode NOTIFY changed)
    // [{ session, device, name, platform, lastSeen, current }], this tablet first.
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)

public:
    // In the order of StateView.
    enum class Phase { Loading, Empty, Ready, Failed };
    Q_ENUM(Phase)

    // Both ask the server and answer from any thread, while this object lives.
    struct Parts {
        std::function<void(std::function<void(Result<std::string>)>)> list;
        std::function<void(const std::string&, std::function<void(Result<void>)>)> end;
    };
    explicit OwnSessions(Parts parts, QObject* parent = nullptr);

    [[nodiscard]] Phase phase() const { return phase_; }
    [[nodiscard]] const QString& errorCode() const { return errorCode_; }
    [[nodiscard]] const QVariantList& rows() const { return rows_; }

    Q_INVOKABLE void reload();
    Q_INVOKABLE void end(const QString& session);

signals:
    void changed();
    void ended();

private:
    void take(const Result<std::string>& answer);
    void fail(const std::string& code);

    Parts parts_;
    Phase phase_ = Phase::Loading;
    QString errorCode_;
    QVariantList rows_;
};

} // namespace fieldbook::client
