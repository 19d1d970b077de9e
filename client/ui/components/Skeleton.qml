pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme

// Where rows will stand. It does not move, and it does not show for the first 150 ms: most lists are there by then.
Item {
    id: skeleton

    property int rows: 6
    property bool active: true

    objectName: "skeleton"
    implicitWidth: 240
    implicitHeight: rows * Theme.sizeRow
    opacity: 0
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Loading")

    Timer {
        running: skeleton.active && skeleton.visible
        interval: 150
        onTriggered: skeleton.opacity = 1
    }

    onActiveChanged: {
        if (!active)
            opacity = 0;
    }

    Column {
        Repeater {
            model: skeleton.rows

            Item {
                id: row

                required property int index

                width: skeleton.width
                height: Theme.sizeRow

                Rectangle {
                    x: Theme.space16
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.sizeSquare
                    height: width
                    radius: Theme.radiusControl
                    color: Theme.pressed
                }

                Rectangle {
                    x: Theme.space16 + Theme.sizeSquare + Theme.space12
                    y: 17
                    width: (parent.width - x - Theme.space16) * [0.62, 0.5, 0.7, 0.44][row.index % 4]
                    height: 12
                    radius: 6
                    color: Theme.pressed
                }

                Rectangle {
                    x: Theme.space16 + Theme.sizeSquare + Theme.space12
                    y: 37
                    width: (parent.width - x - Theme.space16) * [0.36, 0.42, 0.3, 0.5][row.index % 4]
                    height: 8
                    radius: 4
                    color: Theme.pressed
                }
            }
        }
    }
}
