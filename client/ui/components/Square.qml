import QtQuick
import Fieldbook.Theme

// An organisation: one letter of its name on a square; or an icon in its place.
Rectangle {
    id: square

    property string text
    property string iconName
    property bool accented: false
    property bool selected: false

    implicitWidth: Theme.grown(Theme.sizeSquare, 16)
    implicitHeight: implicitWidth
    radius: width >= Theme.sizeSquareHeader ? Theme.radiusCard : Theme.radiusControl48
    color: accented ? Theme.accentTint : selected ? Theme.surface : Theme.sunken
    Accessible.ignored: true

    AppText {
        anchors.centerIn: parent
        visible: square.iconName === ""
        kind: Theme.bodyStrong
        font.pixelSize: Math.round(square.width * 0.385)
        lineHeight: Math.round(square.width * 0.55)
        color: square.accented ? Theme.accent : Theme.ink2
        text: square.text
    }

    Icon {
        anchors.centerIn: parent
        visible: square.iconName !== ""
        name: square.iconName
        size: Math.round(square.width * 0.45)
        color: square.accented ? Theme.accent : Theme.ink2
    }
}
