import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fieldbook.Theme

// A tinted strip that says something about the page: a promise, a conflict, a possible duplicate.
T.Control {
    id: notice

    property string status
    property string iconName: "needsYou"
    property string title
    property string text
    property color ink: status === "" ? Theme.accent : Status.ink(status)
    property color tint: status === "" ? Theme.canvas : Status.tint(status)
    default property alias actions: actionRow.data

    implicitWidth: 320
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.space12
    leftPadding: Theme.space12
    Accessible.role: Accessible.StaticText
    Accessible.name: title === "" ? text : title + ". " + text

    background: Rectangle {
        radius: Theme.radiusControl
        color: notice.tint
    }

    contentItem: RowLayout {
        spacing: Theme.space12

        Icon {
            Layout.alignment: Qt.AlignTop
            name: notice.iconName
            size: Theme.iconControl
            color: notice.ink
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space4

            AppText {
                Layout.fillWidth: true
                visible: notice.title !== ""
                kind: Theme.small
                font.weight: Theme.bodyStrong.weight
                wrapMode: Text.Wrap
                text: notice.title
            }

            AppText {
                Layout.fillWidth: true
                visible: notice.text !== ""
                kind: Theme.small
                wrapMode: Text.Wrap
                text: notice.text
            }

            Flow {
                id: actionRow

                Layout.fillWidth: true
                visible: children.length > 0
                spacing: Theme.space16
            }
        }
    }
}
