#include "client/models/roles.h"
#include "client/ui/theme/fonts.h"
#include "shared/base/encoding.h"
#include "shared/rules/listing.h"
#include "tests/qml/leads/book.h"

#include <QtQuickTest/quicktest.h>

#include <QQmlEngine>
#include <QTimer>

namespace fieldbook::client::testing {
namespace {

constexpr std::uint8_t yongjiang = 50;
constexpr std::uint8_t hengtong = 51;
constexpr std::uint8_t chen = 60;
constexpr std::uint8_t cixi = 90;
constexpr std::uint8_t pooled = 95;

Record made(Record record)
{
    record.setMade(serverVersion(3));
    return record;
}

std::vector<Record> theBook()
{
    Record motors = aCustomer(idOf(hengtong), "杭州恒通汽车", "0571-8800 1234");
    motors.set("address", std::string{"建国路 88 号"});
    return {aCustomer(idOf(yongjiang), "宁波甬江汽配批发有限公司", "0574-8765 4321"),
            motors,
            made(aRecord("contact", idOf(chen),
                         {{"customer", idOf(hengtong)},
                          {"name", std::string{"陈国栋"}},
                          {"phone", std::string{"13905710005"}},
                          {"is_primary", true}})),
            made(aRecord("customer_rules", rules::customerRulesId(),
                         {{"index_key", toHex(aKey(9).bytes())}})),
            made(aRecord("listing", rules::listingId(idOf(pooled)),
                         {{"customer", idOf(pooled)},
                          {"name", std::string{"台州***"}},
                          {"city", std::string{"台州"}},
                          {"pool_kind", std::string{"released"}},
                          {"former_owner", Company{}.ana},
                          {"pooled_at", Timestamp{std::chrono::seconds{1}}}})),
            made(aRecord("lead", idOf(cixi),
                         {{"name", std::string{"慈溪快修店"}},
                          {"phone", std::string{"138 0574 6200"}},
                          {"owner", Company{}.ming},
                          {"stage", std::string{"new"}}}))};
}

} // namespace

Book::Book(QObject* parent) : QObject{parent}
{
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
        .device = {.outside = &outside_},
    });
    tablet_->store.setListener([this](const StoreChange& change) { app_->announce(change); });
    emit opened();
}

void Book::reopen()
{
    app_.reset();
    tablet_.reset();
    open();
}

QString Book::customer() const { return toQt(idOf(hengtong)); }

QString Book::otherCustomer() const { return toQt(idOf(yongjiang)); }

QString Book::contact() const { return toQt(idOf(chen)); }

QString Book::lead() const { return toQt(idOf(cixi)); }

QString Book::text(const QString& record, const QString& field) const
{
    return QString::fromStdString(tablet_->textOf(toId(record), field.toStdString()));
}

void Book::remove(const QString& record)
{
    if (const auto done = tablet_->store.recorder().remove(toId(record)); !done) {
        throw std::runtime_error(done.error().code);
    }
}

QString Book::draft(const QString& key) const
{
    const auto found = tablet_->store.openQueries()->draft(key.toStdString());
    return QString::fromStdString(found.value_or(std::string{}));
}

QStringList Book::contactsOf(const QString& customer) const
{
    QStringList names;
    for (const ContactRow& row : tablet_->store.openQueries()->contacts(toId(customer))) {
        names.append(toQt(row.name));
    }
    return names;
}

QStringList Book::outbox() const
{
    QStringList changes;
    for (const ChangeRow& row : tablet_->outbox()) {
        changes.append(row.verb == "act" ? toQt(row.act) : toQt(row.verb + " " + row.type));
    }
    return changes;
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
