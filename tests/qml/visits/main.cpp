#include "client/ui/theme/fonts.h"
#include "tests/qml/visits/book.h"

#include <QtQuickTest/quicktest.h>

#include <QImage>
#include <QQmlEngine>

namespace fieldbook::client::testing {
namespace {

constexpr std::uint8_t hengtong = 50;
constexpr std::uint8_t jieda = 51;
constexpr std::uint8_t planned = 90;
constexpr std::uint8_t elsewhere = 91;

Record aVisit(std::uint8_t id, std::uint8_t customer)
{
    Record visit = aRecord("visit", idOf(id),
                           {{"customer", idOf(customer)},
                            {"owner", Company{}.ming},
                            {"kind", std::string{"on_site"}},
                            {"state", std::string{"planned"}},
                            {"planned_at", FakeClock{}.now()}});
    visit.setMade(serverVersion(3));
    return visit;
}

std::vector<Record> theBook()
{
    Record customer = aCustomer(idOf(hengtong), "Hengtong Motors");
    customer.set("position", Geo{30.18, 120.26, 0, {}, false});
    Record contact =
        aRecord("contact", idOf(60), {{"customer", idOf(hengtong)}, {"name", std::string{"Chen"}}});
    contact.setMade(serverVersion(3));
    return {customer, aCustomer(idOf(jieda), "Jieda Repairs"), contact, aVisit(planned, hengtong),
            aVisit(elsewhere, jieda)};
}

} // namespace

Book::Book(QObject* parent) : QObject{parent}
{
    QImage picture{800, 600, QImage::Format_RGB32};
    picture.fill(Qt::darkCyan);
    picture.save(QString::fromStdString((pictureFolder_.path() / "shelf.jpg").string()));
    pictures_ = std::make_unique<FolderPictures>(
        QStringList{QString::fromStdString(pictureFolder_.path().string())});
    open();
    tablet_->firstSync(theBook());
}

void Book::open()
{
    tablet_ = std::make_unique<Tablet>(folder_);
    app_ = std::make_unique<AppContext>(AppContext::Parts{
        .openQueries = [this] { return tablet_->store.openQueries(); },
        .onWriter =
            [this](std::function<void(Recorder&)> deed) {
                QTimer::singleShot(0, app_.get(), [this, deed = std::move(deed)] {
                    deed(tablet_->store.recorder());
                });
            },
        .clock = &tablet_->clock,
        .zone = QString::fromStdString(zoneName),
        .device = {.position = &position_, .pictures = pictures_.get()},
    });
    tablet_->store.setListener([this](const StoreChange& change) { app_->announce(change); });
    sync_ = std::make_unique<SyncState>(*app_);
    emit opened();
}

void Book::reopen()
{
    sync_.reset();
    app_.reset();
    tablet_.reset();
    open();
}

QString Book::visit() const { return toQt(idOf(planned)); }

QString Book::otherVisit() const { return toQt(idOf(elsewhere)); }

QString Book::customer() const { return toQt(idOf(hengtong)); }

QString Book::text(const QString& record, const QString& field) const
{
    return QString::fromStdString(tablet_->textOf(toId(record), field.toStdString()));
}

QString Book::draft(const QString& key) const
{
    const auto found = tablet_->store.openQueries()->draft(key.toStdString());
    return QString::fromStdString(found.value_or(std::string{}));
}

int Book::reminders() const
{
    return static_cast<int>(tablet_->store.openQueries()->reminders(idOf(hengtong), false).size());
}

int Book::photos() const
{
    return static_cast<int>(tablet_->store.openQueries()->files(idOf(planned)).size());
}

} // namespace fieldbook::client::testing

// Gives the tests what the app gives its pages: the import path, the letters, and a store.
class Setup : public QObject {
    Q_OBJECT

public slots:
    void applicationAvailable() { fieldbook::client::useAppFonts(); }
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        qmlRegisterType<fieldbook::client::testing::Book>("Fieldbook.Testing", 1, 0, "Book");
    }
};

QUICK_TEST_MAIN_WITH_SETUP(fieldbook, Setup)

#include "main.moc"
