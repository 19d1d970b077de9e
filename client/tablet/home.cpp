#include "client/tablet/home.h"

#include "client/device/former_key.h"
#include "client/local/wiping.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTimeZone>
#include <algorithm>
#include <stdexcept>

namespace fieldbook::client::tablet {
QString folderOf(const Console& console)
{
    if (!console.folder.empty()) {
        return QString::fromStdString(console.folder);
    }
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/fieldbook/fieldbook");
}

Result<Home> Home::hold(const Console& console)
{
    const QDir folder{folderOf(console)};
    if (Wiping{folder.path().toStdString()}.isOrdered()) {
        return fail(ErrorKind::Forbidden, "device.wipe");
    }
    if (!folder.mkpath(QStringLiteral("."))) {
        throw std::runtime_error("the folder cannot be made: " + folder.path().toStdString());
    }
    auto lock = FolderLock::hold(folder);
    if (!lock) {
        return fail(lock.error());
    }
    auto keys = std::make_unique<TabletKeys>(folder.path().toStdString());
    // The key comes with unlocking; until then there is one that opens nothing.
    StoreOptions store{.folder = keys->folder().store(),
                       .key = SecretKey::random(keys->entropy()),
                       .zone = QTimeZone::systemTimeZoneId().toStdString()};
    return Home{.lock = std::move(*lock), .keys = std::move(keys), .store = std::move(store)};
}

Result<Home> Home::open(const Console& console)
{
    if (!QDir{folderOf(console)}.exists()) {
        return fail(ErrorKind::NotFound, "store.missing", folderOf(console).toStdString());
    }
    auto home = hold(console);
    if (!home) {
        return home;
    }
    if (auto unlocked = home->unlock(console); !unlocked) {
        return fail(unlocked.error());
    }
    return home;
}

Result<void> Home::unlock(const Console& console)
{
    if (keys->vault().standing() == Standing::None) {
        const auto former = findFormerKey(keys->folder().root);
        if (!former) {
            return fail(former.error());
        }
        if (!*former) {
            return fail(ErrorKind::NotFound, "store.missing", keys->folder().root.string());
        }
        store.key = **former;
        return {};
    }
    const auto secret = readPin(console);
    if (!secret) {
        return fail(secret.error());
    }
    const auto key = keys->vault().unlock(*secret);
    return key ? use(*key) : fail(key.error());
}

Result<void> Home::use(const SecretKey& key)
{
    store.key = key;
    store.install = keys->vault().file()->owner.install;
    const auto former = findFormerKey(keys->folder().root);
    if (!former) {
        return fail(former.error());
    }
    if (*former && **former == key) {
        // It is wrapped now, and need lie nowhere else.
        forgetFormerKey(keys->folder().root);
    }
    return {};
}

void Home::close(std::int64_t unsent)
{
    if (keys->vault().standing() == Standing::Open) {
        keys->vault().lock(unsent);
    }
}

Result<std::string> readPin(const Console& console)
{
    const auto given = console.environment("FIELDBOOK_PIN");
    if (!given || given->empty()) {
        return fail(ErrorKind::Invalid, "vault.secret_missing");
    }
    return *given;
}

SecretKind kindOf(std::string_view secret)
{
    const bool digits =
        std::ranges::all_of(secret, [](char each) { return each >= '0' && each <= '9'; });
    return digits ? SecretKind::Pin : SecretKind::Password;
}

Result<QByteArray> authorityOf(const Console& console)
{
    if (console.authority.empty()) {
        return QByteArray{};
    }
    QFile file{QString::fromStdString(console.authority)};
    QByteArray pem;
    if (file.open(QIODevice::ReadOnly)) {
        pem = file.readAll();
    }
    if (!pem.contains("-----BEGIN CERTIFICATE-----")) {
        return fail(ErrorKind::Invalid, "authority.unreadable", console.authority);
    }
    return pem;
}

} // namespace fieldbook::client::tablet
