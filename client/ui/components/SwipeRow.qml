import QtQuick
import Fieldbook.Theme

// A row that a swipe to the left moves aside by 88, showing one action. The action must also stand in a menu: nothing is
// done by swipe alone.
Item {
    id: swipe

    property string actionIcon
    property string actionText
    property bool open: false
    property bool last: false
    property color actionColor: Theme.accent
    default property alias content: front.data

    signal actionTriggered()

    readonly property real reveal: 88

    implicitWidth: 320
    implicitHeight: front.childrenRect.height
    clip: true

    function settle(x: real) {
        open = x < -reveal / 2;
        front.x = Qt.binding(() => swipe.open ? -swipe.reveal : 0);
    }

    Rectangle {
        anchors.right: parent.right
        width: Math.max(0, -front.x)
        height: parent.height
        radius: swipe.last ? Theme.radiusCard - 1 : 0
        color: swipe.actionColor

        // Of the four corners only the lower right one follows the card.
        Rectangle {
            width: parent.width
            height: parent.height / 2
            color: parent.color
        }

        Rectangle {
            width: parent.width / 2
            height: parent.height
            color: parent.color
        }

        IconButton {
            anchors.centerIn: parent
            enabled: swipe.open
            iconName: swipe.actionIcon
            iconColor: Theme.inkOnAccent
            text: swipe.actionText
            onClicked: {
                swipe.open = false;
                swipe.actionTriggered();
            }
        }
    }

    Rectangle {
        id: front

        x: swipe.open ? -swipe.reveal : 0
        width: swipe.width
        height: swipe.height
        color: Theme.surface

        Behavior on x {
            enabled: !drag.active

            NumberAnimation { duration: Theme.motionMove; easing.type: Easing.BezierSpline; easing.bezierCurve: Theme.easeOut }
        }

        DragHandler {
            id: drag

            xAxis.minimum: -swipe.reveal
            xAxis.maximum: 0
            yAxis.enabled: false
            onActiveChanged: {
                if (!active)
                    swipe.settle(front.x);
            }
        }
    }
}
