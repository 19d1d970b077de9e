import QtQuick
import Fieldbook.Theme

// A button with a picture only; text is its name for the screen reader and must be given.
Pressable {
    id: button

    property string iconName
    property color iconColor: Theme.ink2
    property real iconSize: Theme.iconButton
    property bool outlined: false
    property bool large: false
    property int badge: 0

    implicitWidth: Theme.grown(large ? Theme.sizeButtonLarge : Theme.sizeIconButton, 16)
    implicitHeight: implicitWidth
    cornerRadius: large ? Theme.radiusControl48 : Theme.radiusControl

    background: Rectangle {
        radius: button.cornerRadius
        color: button.down ? Theme.pressed : button.hovered ? Theme.hover : button.outlined ? Theme.surface : "transparent"
        border.width: button.outlined ? 1 : 0
        border.color: Theme.lineStrong
    }

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: button.iconName
            size: button.iconSize
            color: button.enabled ? button.outlined && button.iconColor === Theme.ink2 ? Theme.ink : button.iconColor : Theme.inkDisabled
        }
    }

    CountBadge {
        anchors.horizontalCenter: parent.right
        anchors.verticalCenter: parent.top
        anchors.horizontalCenterOffset: -8
        anchors.verticalCenterOffset: 8
        count: button.badge
    }
}
