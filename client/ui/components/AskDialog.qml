import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fieldbook.Theme

// One question with two answers. The safe answer is the one the keyboard starts on when the other destroys something.
T.Popup {
    id: dialog

    property string title
    property string text
    property string acceptText
    property string rejectText: qsTr("Cancel")
    property bool danger: false
    property bool acceptable: true
    default property alias content: extra.data

    signal accepted()
    signal rejected()

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(Theme.sizeDialogMax, (parent ? parent.width : Theme.sizeDialogMax) - 2 * Theme.space16)
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.space20
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    onOpened: (danger ? rejectButton : acceptButton).forceActiveFocus(Qt.TabFocusReason)

    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.motionFade }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.motionFade }
    }

    background: Rectangle {
        radius: Theme.radiusSheet
        color: Theme.surface
        border.width: 1
        border.color: Theme.line
        Accessible.role: Accessible.Dialog
        Accessible.name: dialog.title
        Accessible.description: dialog.text
    }

    contentItem: ColumnLayout {
        spacing: Theme.space12

        AppText {
            Layout.fillWidth: true
            kind: Theme.title
            wrapMode: Text.Wrap
            text: dialog.title
        }

        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            wrapMode: Text.Wrap
            color: Theme.ink2
            text: dialog.text
        }

        ColumnLayout {
            id: extra

            Layout.fillWidth: true
            visible: children.length > 0
            spacing: Theme.space12
        }

        Flow {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space4
            layoutDirection: Theme.leftHanded ? Qt.LeftToRight : Qt.RightToLeft
            spacing: Theme.space8

            ActionButton {
                id: acceptButton

                objectName: "accept"

                kind: dialog.danger ? ActionButton.Danger : ActionButton.Primary
                enabled: dialog.acceptable
                text: dialog.acceptText
                onClicked: {
                    dialog.close();
                    dialog.accepted();
                }
            }

            ActionButton {
                id: rejectButton

                visible: text !== ""
                text: dialog.rejectText
                onClicked: {
                    dialog.close();
                    dialog.rejected();
                }
            }
        }
    }
}
