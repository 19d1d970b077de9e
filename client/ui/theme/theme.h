#pragma once

class QObject;
class QQmlEngine;

namespace fieldbook::client {

// The Theme singleton of an engine, for the composition root: it sets dark, textScale, windowWidth,
// reduceMotion and leftHanded. The first values are set before the first window is made: Qt 6.4
// crashes when a Repeater inside a layout gets another model (a list of colours, say) while the
// window is still being put together.
[[nodiscard]] QObject& themeOf(QQmlEngine& engine);

} // namespace fieldbook::client
