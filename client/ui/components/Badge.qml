import QtQuick
import Fieldbook.Theme

// A small pill on a record. Give status for one of the known states, or text, iconName, ink and tint.
Rectangle {
    id: badge

    property string status
    property string text: Status.word(status)
    property string iconName: status === "" ? "" : Status.icon(status)
    property color ink: Status.ink(status)
    property color tint: Status.tint(status)
    property bool outlined: false

    implicitHeight: Theme.grown(Theme.sizeBadge, 16)
    implicitWidth: row.implicitWidth + Math.max(16, Math.round(height * 0.6))
    radius: height / 2
    color: outlined ? Theme.surface : tint
    border.width: outlined ? 1 : 0
    border.color: Theme.lineStrong
    Accessible.role: Accessible.StaticText
    Accessible.name: status === "" ? text : Status.spoken(status)

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.space4

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: name !== ""
            name: badge.iconName
            size: Theme.iconSmall
            color: badge.ink
        }

        AppText {
            anchors.verticalCenter: parent.verticalCenter
            kind: Theme.micro
            color: badge.ink
            text: badge.text
        }
    }
}
