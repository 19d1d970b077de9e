import QtQuick
import Fieldbook.Theme

// One of several, with its words beside it or none.
Pressable {
    id: radio

    checkable: true
    autoExclusive: true
    implicitHeight: Math.max(Theme.sizeRadio, implicitContentHeight)
    cornerRadius: Theme.radiusTag
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.checked: checked

    contentItem: Row {
        spacing: Theme.space12

        RadioDot {
            anchors.verticalCenter: parent.verticalCenter
            on: radio.checked
        }

        AppText {
            anchors.verticalCenter: parent.verticalCenter
            visible: text !== ""
            text: radio.text
        }
    }
}
