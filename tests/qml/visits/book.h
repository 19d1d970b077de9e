#pragma once

#include "client/device/pictures.h"
#include "client/device/position.h"
#include "client/models/app_context.h"
#include "client/models/sync/sync_state.h"
#include "tests/unit/client/local/tablet.h"

#include <QObject>
#include <QTimer>
#include <memory>

namespace fieldbook::client::testing {

// A tablet for the tests of pages: a real encrypted store with two customers and a visit planned
// for each, a known position, a folder with one picture. It can be closed and opened again.
class Book : public QObject {
    Q_OBJECT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app NOTIFY opened)
    Q_PROPERTY(fieldbook::client::SyncState* sync READ sync NOTIFY opened)
    Q_PROPERTY(QString visit READ visit CONSTANT)
    Q_PROPERTY(QString otherVisit READ otherVisit CONSTANT)
    Q_PROPERTY(QString customer READ customer CONSTANT)

public:
    explicit Book(QObject* parent = nullptr);

    [[nodiscard]] AppContext* app() const { return app_.get(); }
    [[nodiscard]] SyncState* sync() const { return sync_.get(); }
    [[nodiscard]] QString visit() const;
    [[nodiscard]] QString otherVisit() const;
    [[nodiscard]] QString customer() const;

    // As it is stored.
    Q_INVOKABLE [[nodiscard]] QString text(const QString& record, const QString& field) const;
    Q_INVOKABLE [[nodiscard]] QString draft(const QString& key) const;
    Q_INVOKABLE [[nodiscard]] int reminders() const;
    Q_INVOKABLE [[nodiscard]] int photos() const;
    // What an app that is killed and started again does. Pages must be gone.
    Q_INVOKABLE void reopen();

signals:
    void opened();

private:
    void open();

    TempDir folder_;
    TempDir pictureFolder_;
    FixedPosition position_{{PositionFix{30.1801, 120.2601, 12, {}, false}, {}}};
    std::unique_ptr<FolderPictures> pictures_;
    std::unique_ptr<Tablet> tablet_;
    std::unique_ptr<AppContext> app_;
    std::unique_ptr<SyncState> sync_;
};

} // namespace fieldbook::client::testing
