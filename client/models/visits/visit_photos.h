#pragma once

#include "client/models/app_context.h"
#include "client/models/roles.h"

#include <QtQml/qqmlregistration.h>

#include <QPointer>

namespace fieldbook::client {

// Takes pictures up as photos of a visit: made upright and small on a thread of their own, then
// kept with the visit and its customer in the store. GUI thread.
class VisitPhotos : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app MEMBER app_ NOTIFY targetChanged REQUIRED)
    Q_PROPERTY(QString visitId MEMBER visitId_ NOTIFY targetChanged)
    Q_PROPERTY(QString customerId MEMBER customerId_ NOTIFY targetChanged)
    // Pictures that are being made ready.
    Q_PROPERTY(int pending READ pending NOTIFY pendingChanged)

public:
    using QObject::QObject;

    [[nodiscard]] int pending() const { return pending_; }

    Q_INVOKABLE void add(const QString& path);
    // Words below it; "" takes them away.
    Q_INVOKABLE void describe(const QString& photoId, const QString& caption);
    Q_INVOKABLE void remove(const QString& photoId);
    Q_INVOKABLE void restore(const QString& photoId);

signals:
    void targetChanged();
    void pendingChanged();
    void added(const QString& photoId);
    // A sentence for a toast.
    void refused(const QString& text);

private:
    void attach(const QString& path, const QByteArray& bytes);
    void finish(const QString& refusal);

    QPointer<AppContext> app_;
    QString visitId_;
    QString customerId_;
    int pending_ = 0;
};

} // namespace fieldbook::client
