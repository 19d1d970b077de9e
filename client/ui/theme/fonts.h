#pragma once

namespace fieldbook::client {

// Sets the letters of the whole app: Inter, then Noto Sans CJK SC. Called once, after the
// QGuiApplication is made and before the first window; QML has no property for a list of families.
void useAppFonts();

} // namespace fieldbook::client
