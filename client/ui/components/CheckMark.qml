import QtQuick
import Fieldbook.Theme

// Round for tasks, square (18) in tables. text is its name for the screen reader.
Pressable {
    id: box

    property bool square: false
    property bool partly: false

    checkable: true
    implicitWidth: square ? 18 : Theme.sizeCheckbox
    implicitHeight: implicitWidth
    cornerRadius: square ? Theme.radiusTag : width / 2
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checked: checked

    background: Rectangle {
        radius: box.cornerRadius
        color: box.checked || box.partly ? Theme.accent : box.down ? Theme.pressed : Theme.surface
        border.width: box.checked || box.partly ? 0 : 1.5
        border.color: Theme.control
    }

    Icon {
        anchors.centerIn: parent
        visible: box.checked || box.partly
        name: box.checked ? "check" : "minus"
        size: Theme.iconSmall
        color: Theme.inkOnAccent
    }
}
