import QtQuick
import Fieldbook.Theme

// Drawn over what scrolls in a card on the canvas: its rounded corners, which a clip cannot give, and its hairline. The ring
// around it is as wide as a corner is deep.
Item {
    Rectangle {
        anchors.fill: parent
        anchors.margins: -border.width
        radius: Theme.radiusCard + border.width
        color: "transparent"
        border.width: 6
        border.color: Theme.canvas
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: "transparent"
        border.width: 1
        border.color: Theme.line
    }
}
