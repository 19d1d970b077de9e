import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme

// The heading of a card: icon, title, count in ink3, and one action at the right. divided draws the hairline under it.
Item {
    id: header

    property string iconName
    property color iconColor: Theme.ink2
    property string title
    property string count
    property string actionText
    property bool divided: false
    default property alias trailing: slot.data

    signal actionTriggered()

    Layout.fillWidth: true
    implicitWidth: row.implicitWidth
    implicitHeight: divided ? Theme.grown(49, 24) : Math.max(row.implicitHeight, Theme.heading.line)

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: header.divided ? Theme.space16 : 0
        anchors.rightMargin: anchors.leftMargin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space8

        Icon {
            visible: name !== ""
            name: header.iconName
            size: Theme.iconControl
            color: header.iconColor
        }

        AppText {
            kind: Theme.heading
            elide: Text.ElideRight
            Layout.fillWidth: count.text === ""
            text: header.title
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        AppText {
            id: count

            Layout.fillWidth: true
            visible: text !== ""
            kind: Theme.small
            color: Theme.ink3
            text: header.count
        }

        Row {
            id: slot

            visible: children.length > 0
            spacing: Theme.space8
        }

        LinkButton {
            visible: header.actionText !== ""
            text: header.actionText
            onClicked: header.actionTriggered()
        }
    }

    Divider {
        visible: header.divided
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
