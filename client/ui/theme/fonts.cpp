#include "client/ui/theme/fonts.h"

#include <QFont>
#include <QGuiApplication>

namespace fieldbook::client {

void useAppFonts()
{
    QFont font;
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans CJK SC")});
    font.setPixelSize(15);
    QGuiApplication::setFont(font);
}

} // namespace fieldbook::client
