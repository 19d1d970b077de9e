#pragma once

#include <QColor>
#include <QImage>
#include <QString>

namespace fieldbook::client {

// The picture of a named icon in a colour, pixels wide and high; null when there is no icon of that
// name. Pictures are kept for the life of the program: names, sizes and colours are few. Any
// thread.
[[nodiscard]] QImage iconImage(const QString& name, int pixels, const QColor& color);

// Whether an icon of this name is built into the program.
[[nodiscard]] bool iconExists(const QString& name);

} // namespace fieldbook::client
