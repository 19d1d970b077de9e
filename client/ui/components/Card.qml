import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fieldbook.Theme

// A white sheet on the canvas with a hairline around it. Children stand in a column and use Layout properties. The line is
// drawn last, so rows inside may reach the edge.
T.Control {
    id: card

    property real gap: 0
    property color edge: Theme.line
    property real radius: Theme.radiusCard
    default property alias content: column.data

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding

    background: Rectangle {
        radius: card.radius
        color: Theme.surface
    }

    contentItem: ColumnLayout {
        id: column

        spacing: card.gap
    }

    Rectangle {
        anchors.fill: parent
        z: 2
        radius: card.radius
        color: "transparent"
        border.width: 1
        border.color: card.edge
    }
}
