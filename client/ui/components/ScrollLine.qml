import QtQuick
import Fieldbook.Theme

// Where in a long list one is; seen while it moves. It is not a control: lists are moved by hand, wheel or keys.
Rectangle {
    id: line

    required property Flickable view

    parent: view
    anchors.right: parent.right
    anchors.rightMargin: 2
    y: Math.max(2, view.visibleArea.yPosition * view.height)
    width: 3
    height: Math.max(24, view.visibleArea.heightRatio * view.height)
    radius: 1.5
    z: 10
    color: Theme.lineStrong
    visible: view.visibleArea.heightRatio < 0.999
    opacity: view.moving || hold.running ? 1 : 0

    Behavior on opacity {
        NumberAnimation { duration: Theme.motionFade }
    }

    Timer {
        id: hold

        interval: 700
    }

    Connections {
        target: line.view

        function onContentYChanged() {
            hold.restart();
        }
    }
}
