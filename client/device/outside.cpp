#include "client/device/outside.h"

#include <QDesktopServices>

namespace fieldbook::client {

bool SystemOutside::open(const QUrl& url) { return QDesktopServices::openUrl(url); }

QUrl dialUrl(const QString& phone)
{
    QString digits;
    for (const QChar sign : phone) {
        const bool leadingPlus = sign == QLatin1Char{'+'} && digits.isEmpty();
        if (sign.isDigit() || leadingPlus) {
            digits.append(sign);
        }
    }
    return digits.isEmpty() || digits == QStringLiteral("+")
               ? QUrl{}
               : QUrl{QStringLiteral("tel:") + digits};
}

QUrl mapUrl(const std::optional<Place>& place, const QString& address)
{
    if (!place && address.isEmpty()) {
        return {};
    }
    const Place centre = place.value_or(Place{});
    QString text = QStringLiteral("geo:%1,%2")
                       .arg(centre.latitude, 0, 'f', 6)
                       .arg(centre.longitude, 0, 'f', 6);
    if (!address.isEmpty()) {
        text += QStringLiteral("?q=") + QString::fromUtf8(QUrl::toPercentEncoding(address));
    }
    return QUrl{text};
}

} // namespace fieldbook::client
