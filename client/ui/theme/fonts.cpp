#include "client/ui/theme/fonts.h"

#include <QGuiApplication>

namespace fieldbook::client {

namespace {

QFont fontOf(const QStringList& families, qreal pixelSize, int weight)
{
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(qRound(pixelSize));
    font.setWeight(QFont::Weight(weight));
    return font;
}

QStringList letterFamilies()
{
    return {QStringLiteral("Inter"), QStringLiteral("Noto Sans CJK SC")};
}

} // namespace

void useAppFonts() { QGuiApplication::setFont(fontOf(letterFamilies(), 15, QFont::Normal)); }

QFont Fonts::letters(qreal pixelSize, int weight) const
{
    return fontOf(letterFamilies(), pixelSize, weight);
}

QFont Fonts::figures(qreal pixelSize, int weight) const
{
    return fontOf({QStringLiteral("Noto Sans CJK SC")}, pixelSize, weight);
}

} // namespace fieldbook::client
