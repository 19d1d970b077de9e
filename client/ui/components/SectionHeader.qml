import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme

// Divides a list: a dot in the state's colour, the name, the count. first rounds the upper corners inside a card.
Item {
    id: section

    property string status
    property string title
    property string count
    property bool first: false
    property real tall: Theme.sizeSectionHeader

    Layout.fillWidth: true
    implicitWidth: row.implicitWidth + 2 * Theme.space16
    implicitHeight: Theme.grown(tall, 20)
    Accessible.role: Accessible.Heading
    Accessible.name: title

    Rectangle {
        anchors.fill: parent
        radius: section.first ? Theme.radiusCard - 1 : 0
        color: Theme.canvas
    }

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: section.first
        height: parent.height / 2
        color: Theme.canvas
    }

    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }

    Row {
        id: row

        x: Theme.space16
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space8

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            visible: section.status !== ""
            width: 8
            height: 8
            radius: 4
            color: Status.ink(section.status)
        }

        AppText {
            kind: Theme.small
            font.weight: Theme.bodyStrong.weight
            color: section.status === "overdue" ? Theme.overdue : Theme.ink
            text: section.title
        }

        AppText {
            kind: Theme.small
            color: Theme.ink3
            text: section.count
        }
    }
}
