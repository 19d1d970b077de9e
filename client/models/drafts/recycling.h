#pragma once

#include "client/models/app_context.h"

#include <QtQml/qqmlregistration.h>

#include <QPointer>

namespace fieldbook::client {

// Takes records out of the recycle bin again: the undo of a deletion, which outlives the form that
// deleted. GUI thread.
class Recycling : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)

public:
    using QObject::QObject;

    [[nodiscard]] AppContext* app() const { return app_; }
    void setApp(AppContext* app);

    Q_INVOKABLE void restore(const QString& recordId);

signals:
    void appChanged();
    // A sentence for a toast.
    void refused(const QString& text);

private:
    QPointer<AppContext> app_;
};

} // namespace fieldbook::client
