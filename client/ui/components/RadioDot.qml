import QtQuick
import Fieldbook.Theme

// The mark alone, for cards and rows that are themselves the choice.
Rectangle {
    property bool on: false

    implicitWidth: Theme.sizeRadio
    implicitHeight: Theme.sizeRadio
    radius: width / 2
    color: on ? Theme.accent : Theme.surface
    border.width: on ? 0 : 1.5
    border.color: Theme.control

    Rectangle {
        anchors.centerIn: parent
        visible: parent.on
        width: 8
        height: 8
        radius: 4
        color: Theme.inkOnAccent
    }
}
