import QtQuick
import Fieldbook.Theme

// How much of something: a thin bar on its track. value from 0 to 1.
Rectangle {
    id: meter

    property real value: 0
    property color ink: Theme.accent
    property string description

    implicitWidth: 160
    implicitHeight: 8
    radius: height / 2
    color: Theme.sunken
    Accessible.role: Accessible.ProgressBar
    Accessible.name: description
    Accessible.description: Math.round(value * 100) + "%"

    Rectangle {
        visible: meter.value > 0
        width: Math.max(parent.height, parent.width * Math.min(1, meter.value))
        height: parent.height
        radius: parent.radius
        color: meter.ink
    }
}
