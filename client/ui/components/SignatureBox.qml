import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components

// The customer signs here; name and time stand under the line. strokes is what was drawn, as path text that can be stored.
ColumnLayout {
    id: box

    property string caption
    property alias strokes: pad.strokes
    property bool readOnly: false
    readonly property alias empty: pad.empty
    readonly property alias pad: pad

    signal accepted(string strokes)
    signal cleared()

    spacing: Theme.space8

    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.sizeSignatureHeight
        radius: Theme.radiusControl48
        color: Theme.surface
        border.width: 1
        border.color: pad.activeFocus ? Theme.focus : Theme.line

        SignaturePad {
            id: pad

            anchors.fill: parent
            anchors.margins: Theme.space4
            enabled: !box.readOnly
            ink: Theme.ink
            Accessible.role: Accessible.Canvas
            Accessible.name: box.empty ? qsTr("Signature, empty") : qsTr("Signature, signed")
        }

        Divider {
            x: Theme.space20
            y: parent.height - 42
            width: parent.width - 2 * Theme.space20
            color: Theme.lineStrong
        }

        AppText {
            x: Theme.space20
            y: parent.height - 34
            width: parent.width - 2 * Theme.space20
            elide: Text.ElideRight
            kind: Theme.micro
            color: Theme.ink3
            text: box.caption
        }
    }

    RowLayout {
        Layout.fillWidth: true
        visible: !box.readOnly
        spacing: Theme.space8

        ActionButton {
            Layout.fillWidth: true
            iconName: "undo"
            text: qsTr("Clear")
            onClicked: {
                pad.clear();
                box.cleared();
            }
        }

        ActionButton {
            Layout.fillWidth: true
            kind: ActionButton.Primary
            enabled: !box.empty
            text: qsTr("Accept")
            onClicked: box.accepted(pad.strokes)
        }
    }
}
