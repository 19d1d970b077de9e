#include "client/device/store_key.h"

#include "shared/base/password.h"

#include <QFile>
#include <QFileDevice>
#include <QSaveFile>
#include <algorithm>
#include <stdexcept>

namespace fieldbook::client {
namespace {

// The bytes of the file; made by `make` and written for this account alone where there is none.
template <std::size_t Size, class Make>
std::array<std::uint8_t, Size> keptBytes(const QString& path, Make make)
{
    std::array<std::uint8_t, Size> bytes{};
    QFile present{path};
    if (present.exists()) {
        if (!present.open(QIODevice::ReadOnly)) {
            throw std::runtime_error("the key file cannot be read: " + path.toStdString());
        }
        const QByteArray content = present.readAll();
        if (content.size() != static_cast<qsizetype>(Size)) {
            throw std::runtime_error("the key file is damaged: " + path.toStdString());
        }
        std::copy(content.begin(), content.end(), bytes.begin());
        return bytes;
    }
    make(bytes);
    QSaveFile file{path};
    const bool written =
        file.open(QIODevice::WriteOnly) &&
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
        file.write(QByteArray{reinterpret_cast<const char*>(bytes.data()),
                              static_cast<qsizetype>(Size)}) == static_cast<qint64>(Size) &&
        file.commit();
    if (!written) {
        throw std::runtime_error("the key file cannot be written: " + path.toStdString());
    }
    return bytes;
}

} // namespace

SecretKey storeKey(const QDir& folder, Entropy& entropy)
{
    const auto random = [&](std::span<std::uint8_t> bytes) { entropy.fill(bytes); };
    const QByteArray passphrase = qgetenv("FIELDBOOK_PASSPHRASE");
    if (!passphrase.isEmpty()) {
        constexpr std::size_t saltSize = std::tuple_size_v<KeySalt>;
        const KeySalt salt =
            keptBytes<saltSize>(folder.filePath(QStringLiteral("store.salt")), random);
        return deriveKey(passphrase.toStdString(), salt);
    }
    const auto bytes =
        keptBytes<SecretKey::size>(folder.filePath(QStringLiteral("store.key")), random);
    return *SecretKey::fromBytes(bytes);
}

} // namespace fieldbook::client
