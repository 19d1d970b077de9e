#include "client/tablet/home.h"

#include "client/device/store_key.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTimeZone>
#include <stdexcept>

namespace fieldbook::client::tablet {
namespace {

// The app's own folder where none is named.
QString folderOf(const Console& console)
{
    if (!console.folder.empty()) {
        return QString::fromStdString(console.folder);
    }
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/fieldbook/fieldbook");
}

} // namespace

Result<Home> Home::open(const Console& console, Making making)
{
    const QDir folder{folderOf(console)};
    const QString store = folder.filePath(QStringLiteral("store"));
    if (making == Making::MustExist && !QDir{store}.exists()) {
        return fail(ErrorKind::NotFound, "store.missing", folder.path().toStdString());
    }
    if (!folder.mkpath(QStringLiteral("store"))) {
        throw std::runtime_error("the folder cannot be made: " + folder.path().toStdString());
    }
    auto lock = FolderLock::hold(folder);
    if (!lock) {
        return fail(lock.error());
    }
    SystemEntropy entropy;
    return Home{.lock = std::move(*lock),
                .store = {.folder = store.toStdString(),
                          .key = storeKey(folder, entropy),
                          .zone = QTimeZone::systemTimeZoneId().toStdString()}};
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
