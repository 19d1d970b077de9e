#include "client/models/app_context.h"
#include "client/models/labels.h"
#include "client/ui/theme/fonts.h"
#include "tests/unit/client/local/tablet.h"

#include <QtQuickTest/quicktest.h>

#include <QQmlContext>
#include <QQmlEngine>
#include <QTimeZone>
#include <QTimer>

namespace fieldbook::client {
namespace {

// A real store with one customer, as the pages get it, and its clock for the tests to move.
class Desk : public QObject {
    Q_OBJECT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app CONSTANT)
    Q_PROPERTY(QString customer READ customer CONSTANT)

public:
    Desk()
    {
        tablet_.clock.set(fromMillis(QDateTime::currentMSecsSinceEpoch()));
        tablet_.firstSync({testing::aCustomer(testing::idOf(50), "杭州恒通汽车")});
        tablet_.store.setListener([this](const StoreChange& change) { app_.announce(change); });
    }

    AppContext* app() { return &app_; }
    static QString customer() { return QString::fromStdString(testing::idOf(50).text()); }

    Q_INVOKABLE QString text(const QString& id, const QString& field)
    {
        return QString::fromStdString(
            tablet_.textOf(Uuid::parse(id.toStdString()).value_or(Uuid{}), field.toStdString()));
    }
    // The titles of the open reminders.
    Q_INVOKABLE QStringList reminders()
    {
        QStringList titles;
        for (const auto& row : tablet_.store.openQueries()->reminders({}, false)) {
            titles.append(QString::fromStdString(row.title));
        }
        return titles;
    }
    Q_INVOKABLE void remindToday(const QString& title)
    {
        const auto done =
            tablet_.store.recorder().create("reminder", {{"title", Value{title.toStdString()}},
                                                         {"due_at", Value{tablet_.clock.now()}}});
        Q_ASSERT(done.has_value());
    }
    Q_INVOKABLE QString reminderNamed(const QString& title)
    {
        for (const auto& row : tablet_.store.openQueries()->reminders({}, false)) {
            if (row.title == title.toStdString()) {
                return QString::fromStdString(row.id.text());
            }
        }
        return {};
    }
    Q_INVOKABLE bool isSnoozed(const QString& title)
    {
        for (const auto& row : tablet_.store.openQueries()->reminders({}, false)) {
            if (row.title == title.toStdString()) {
                return row.snoozed;
            }
        }
        return false;
    }
    Q_INVOKABLE QStringList notesOfCustomer()
    {
        QStringList contents;
        for (const auto& row :
             tablet_.store.openQueries()->timeline(testing::idOf(50), std::nullopt, 20)) {
            contents.append(QString::fromStdString(row.body));
        }
        return contents;
    }

private:
    testing::TempDir folder_;
    testing::Tablet tablet_{
        StoreOptions{.folder = folder_.path(), .key = testing::aKey(), .zone = testing::zoneName}};
    AppContext app_{{.openQueries = [this] { return tablet_.store.openQueries(); },
                     .onWriter =
                         [this](std::function<void(Recorder&)> deed) {
                             QTimer::singleShot(0, &app_, [this, deed = std::move(deed)] {
                                 deed(tablet_.store.recorder());
                             });
                         },
                     .clock = &tablet_.clock,
                     .zone = QString::fromUtf8(QTimeZone::systemTimeZoneId()),
                     .device = {}}};
};

class Setup : public QObject {
    Q_OBJECT

public slots:
    void applicationAvailable() { useAppFonts(); }
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        Labels::speak(QStringLiteral("en"));
        desk_ = std::make_unique<Desk>();
        engine->rootContext()->setContextProperty(QStringLiteral("desk"), desk_.get());
    }

private:
    std::unique_ptr<Desk> desk_;
};

} // namespace
} // namespace fieldbook::client

QUICK_TEST_MAIN_WITH_SETUP(fieldbook, fieldbook::client::Setup)

#include "main.moc"
