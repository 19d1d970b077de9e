#pragma once

#include "client/app/app.h"

#include <QObject>
#include <QQuickWindow>
#include <QStringList>
#include <QTimer>

namespace fieldbook::client {

// Walks through the sections of the real app and draws each into a numbered picture, for the README
// and for looking at what changed; before that the page where one signs in, if nobody is. Leaves
// the application when done, with 1 if a picture could not be written or nobody could be signed in.
class PictureTour : public QObject {
    Q_OBJECT

public:
    // With `records`, also what opens for a record: one that is on no tablet.
    PictureTour(
        App& app, QQuickWindow& window, QString folder, bool records, QObject* parent = nullptr);

    // Signs in first, if nobody is, and waits for the first sync.
    void start(const QString& server, const QString& login, const QString& password);

private:
    void lookAround();
    void next();
    void draw();
    bool save(const QString& name);

    App& app_;
    QQuickWindow& window_;
    QString folder_;
    bool records_;
    QStringList sections_;
    int at_ = -1;
    int drawn_ = 0;
    QTimer settle_;
    QTimer limit_;
    bool touring_ = false;
};

} // namespace fieldbook::client
