#include "client/ui/theme/icon_cache.h"

#include <QFile>
#include <QHash>
#include <QMutex>
#include <QPainter>
#include <QSvgRenderer>

namespace fieldbook::client {

namespace {

QString pathOf(const QString& name)
{
    return QStringLiteral(":/fieldbook/icons/") + name + QStringLiteral(".svg");
}

QImage draw(const QString& name, int pixels, const QColor& color)
{
    QFile file{pathOf(name)};
    if (name.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer{svg};
    QImage image{pixels, pixels, QImage::Format_ARGB32_Premultiplied};
    image.fill(Qt::transparent);
    QPainter painter{&image};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter, QRectF{0, 0, qreal(pixels), qreal(pixels)});
    return image;
}

} // namespace

QImage iconImage(const QString& name, int pixels, const QColor& color)
{
    // Windows may have a render thread each, so what they share is locked.
    static QMutex mutex;
    static QHash<QString, QImage> drawn;
    const QString key =
        name + QLatin1Char('/') + QString::number(pixels) + color.name(QColor::HexArgb);
    const QMutexLocker lock{&mutex};
    auto found = drawn.constFind(key);
    if (found == drawn.constEnd())
        found = drawn.insert(key, draw(name, pixels, color));
    return *found;
}

bool iconExists(const QString& name) { return QFile::exists(pathOf(name)); }

} // namespace fieldbook::client
