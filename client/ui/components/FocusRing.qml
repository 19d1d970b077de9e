import QtQuick
import Fieldbook.Theme

// Two dp wide and two dp away from what has the keyboard.
Rectangle {
    property real targetRadius: Theme.radiusControl
    property real offset: 2

    anchors.fill: parent
    anchors.margins: -offset - border.width
    radius: targetRadius > 0 ? targetRadius + offset + border.width : 0
    color: "transparent"
    border.width: 2
    border.color: Theme.focus
    z: 1
}
