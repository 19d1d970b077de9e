import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme

// The label above, the box, and below it the error in words, or who keeps a locked field, or a hint. What is edited goes
// inside the box; a press on the box asks for focus.
FocusScope {
    id: frame

    property string label
    property bool required: false
    property string error
    property string hint
    property string lockedBy
    property string iconName
    property bool active: false
    property real boxHeight: Theme.grown(Theme.sizeField, 22)
    readonly property bool locked: lockedBy !== ""
    readonly property string note: error !== "" ? error : locked ? lockedBy : hint
    default property alias content: inside.data

    signal pressed()

    implicitWidth: 280
    implicitHeight: column.implicitHeight
    Accessible.description: error

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space4

        Row {
            visible: frame.label !== ""
            spacing: Theme.space4

            AppText {
                kind: Theme.small
                color: Theme.ink2
                text: frame.label
            }

            AppText {
                visible: frame.required
                kind: Theme.small
                color: Theme.refused
                text: qsTr("required")
            }
        }

        Rectangle {
            id: box

            Layout.fillWidth: true
            Layout.preferredHeight: frame.boxHeight
            radius: Theme.radiusControl
            color: frame.locked ? Theme.sunken : Theme.surface
            border.width: frame.active ? 2 : 1
            border.color: frame.error !== "" ? Theme.refused : frame.active ? Theme.focus
                : frame.locked ? Theme.line : Theme.control

            TapHandler {
                enabled: !frame.locked
                onTapped: frame.pressed()
            }

            Item {
                id: inside

                anchors.fill: parent
                anchors.rightMargin: frame.iconName !== "" || frame.locked ? 44 : 0
            }

            Icon {
                anchors.right: parent.right
                anchors.rightMargin: Theme.space12
                anchors.verticalCenter: parent.verticalCenter
                visible: name !== ""
                name: frame.locked ? "lock" : frame.iconName
                size: Theme.iconControl
                color: Theme.ink3
            }
        }

        RowLayout {
            Layout.fillWidth: true
            visible: frame.note !== ""
            spacing: Theme.space4

            Icon {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 1
                visible: frame.error !== ""
                name: "needsYou"
                size: Theme.iconSmall
                color: Theme.refused
            }

            AppText {
                Layout.fillWidth: true
                wrapMode: Text.Wrap
                kind: Theme.micro
                color: frame.error !== "" ? Theme.refused : Theme.ink3
                text: frame.note
            }
        }
    }
}
