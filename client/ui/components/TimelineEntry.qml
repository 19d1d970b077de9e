import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme

// One event in a record's history. kindName: call, visit, order, service, quote, payment, mail, message, contact, note, lead,
// deal, reminder. What belongs to it (photos) goes inside.
Item {
    id: entry

    property string kindName: "note"
    property string title
    property string timeText
    property string body
    property string meta
    property string status
    property bool last: false
    property bool openable: false
    default property alias extras: extra.data

    signal opened()

    readonly property string colour: {
        switch (kindName) {
        case "call":
        case "mail":
        case "message":
            return "sending";
        case "order":
        case "payment":
        case "won":
            return "won";
        case "visit":
            return "today";
        case "service":
            return "conflict";
        default:
            return "later";
        }
    }

    implicitWidth: 320
    implicitHeight: column.implicitHeight + Theme.space16
    Accessible.role: Accessible.ListItem
    Accessible.name: title + ", " + timeText
    Accessible.description: body

    Pressable {
        id: face

        anchors.fill: parent
        anchors.leftMargin: 36
        anchors.bottomMargin: Theme.space8
        visible: entry.openable
        text: entry.title
        onClicked: entry.opened()

        background: Rectangle {
            radius: Theme.radiusControl
            color: face.down ? Theme.pressed : face.hovered ? Theme.hover : "transparent"
        }
    }

    Divider {
        x: 16
        y: 36
        visible: !entry.last
        width: 1
        height: parent.height - 36
    }

    Rectangle {
        width: 32
        height: 32
        radius: 16
        color: Status.tint(entry.colour)

        Icon {
            anchors.centerIn: parent
            name: entry.kindName === "service" ? "message" : entry.kindName === "order" ? "orders" : entry.kindName
            size: Theme.iconInline
            color: Status.ink(entry.colour)
        }
    }

    ColumnLayout {
        id: column

        x: 44
        y: 4
        width: parent.width - x
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space8

            AppText {
                Layout.fillWidth: true
                elide: Text.ElideRight
                kind: Theme.bodyStrong
                text: entry.title
            }

            Badge {
                visible: entry.status !== ""
                status: entry.status
            }

            AppText {
                kind: Theme.small
                color: Theme.ink3
                text: entry.timeText
            }
        }

        AppText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space4
            visible: text !== ""
            wrapMode: Text.Wrap
            color: Theme.ink2
            text: entry.body
        }

        Flow {
            id: extra

            Layout.fillWidth: true
            Layout.topMargin: Theme.space8
            visible: children.length > 0
            spacing: Theme.space8
        }

        AppText {
            Layout.fillWidth: true
            Layout.topMargin: 2
            visible: text !== ""
            elide: Text.ElideRight
            kind: Theme.micro
            color: Theme.ink3
            text: entry.meta
        }
    }
}
