import QtQuick
import Fieldbook.Theme

// A field that is chosen, not typed: its box is one button. picking() asks the owner to open what it is chosen from.
FieldFrame {
    id: field

    property string text
    property string placeholder
    property string aside

    signal picking()

    iconName: "chevronDown"
    active: face.activeFocus
    onPressed: face.forceActiveFocus(Qt.MouseFocusReason)

    Pressable {
        id: face

        anchors.fill: parent
        // The icon belongs to the button although it is drawn by the frame.
        anchors.rightMargin: -44
        focus: true
        enabled: !field.locked
        leftPadding: Theme.space12
        rightPadding: 56
        cornerRadius: Theme.radiusControl
        Accessible.role: Accessible.ComboBox
        Accessible.name: field.label
        Accessible.description: field.text === "" ? field.placeholder : field.text
        Keys.onDownPressed: field.picking()
        onClicked: field.picking()

        contentItem: Item {
            AppText {
                id: chosen

                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, parent.width)
                elide: Text.ElideRight
                color: field.text === "" ? Theme.ink3 : Theme.ink
                text: field.text === "" ? field.placeholder : field.text
            }

            AppText {
                anchors.left: chosen.right
                anchors.leftMargin: Theme.space8
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                elide: Text.ElideRight
                kind: Theme.small
                color: Theme.ink3
                text: field.aside
            }
        }
    }
}
