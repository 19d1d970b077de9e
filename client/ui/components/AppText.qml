import QtQuick
import Fieldbook.Theme

// Text in one of the theme's kinds, on a line of fixed height. Qt sets a line at the top of that height and Inter is lower
// than Noto, so text without Chinese is moved down by half the difference: both then stand in the middle of a row.
Text {
    property TypeStyle kind: Theme.body
    property bool tall: /[\u2e80-\uffef]/.test(text)

    color: Theme.ink
    font.pixelSize: kind.size
    font.weight: kind.weight
    lineHeight: kind.line
    lineHeightMode: Text.FixedHeight
    topPadding: tall ? 0 : Math.round((lineHeight - 1.21 * font.pixelSize) / 2)
    bottomPadding: -topPadding
    textFormat: Text.PlainText
    linkColor: Theme.accent
}
