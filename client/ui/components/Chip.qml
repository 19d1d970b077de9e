import QtQuick
import Fieldbook.Theme

// A choice among several, on or off: filters, people met, phrases to insert.
Pressable {
    id: chip

    property string iconName
    property bool tick: false

    checkable: true
    cornerRadius: height / 2
    leftPadding: Theme.space12
    rightPadding: Theme.space12
    implicitHeight: Theme.grown(Theme.sizeChip, 20)
    Accessible.role: checkable ? Accessible.CheckBox : Accessible.Button
    Accessible.checked: checked

    background: Rectangle {
        radius: chip.cornerRadius
        color: chip.down ? Theme.pressed : chip.checked ? Theme.accentTint : chip.hovered ? Theme.hover : Theme.surface
        border.width: 1
        border.color: chip.checked ? Theme.accent : Theme.lineStrong
    }

    contentItem: Row {
        spacing: Theme.space8

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: name !== ""
            name: chip.tick && chip.checked ? "check" : chip.iconName
            size: Theme.iconInline
            color: chip.checked ? Theme.accent : Theme.ink2
        }

        AppText {
            anchors.verticalCenter: parent.verticalCenter
            kind: Theme.small
            font.weight: chip.checked ? Theme.bodyStrong.weight : Theme.small.weight
            color: chip.checked ? Theme.accent : Theme.ink2
            text: chip.text
        }
    }
}
