import QtQuick
import Fieldbook.Theme

// The short word at the bottom after something was done, with Undo for five seconds. One at a time: a new one replaces the
// old, whose undo is then over. undone() and expired() say how it ended; undo is a function, or nothing.
Item {
    id: host

    property string text
    property string undoText: qsTr("Undo")
    property string iconName: "check"
    readonly property bool shown: on
    property bool on: false
    property var undoAction

    signal undone()
    signal expired()

    implicitWidth: Math.min(row.implicitWidth + 2 * Theme.space20, parent ? parent.width - 2 * Theme.space16 : 420)
    implicitHeight: Theme.grown(Theme.sizeToast, 22)

    function show(text: string, undo = undefined) {
        if (on)
            expired();
        host.text = text;
        undoAction = undo ?? undefined;
        on = true;
        timer.restart();
    }

    function undo() {
        if (!on || undoAction === undefined)
            return;
        const action = undoAction;
        dismiss();
        action();
        undone();
    }

    function dismiss() {
        timer.stop();
        on = false;
        undoAction = undefined;
    }

    Timer {
        id: timer

        interval: Theme.toastVisible
        onTriggered: {
            host.dismiss();
            host.expired();
        }
    }

    Rectangle {
        id: toast

        anchors.fill: parent
        visible: host.on
        radius: Theme.radiusControl48
        color: Theme.ink
        Accessible.role: Accessible.AlertMessage
        Accessible.name: host.text

        // While a finger or the keyboard rests on it, it stays.
        HoverHandler {
            onHoveredChanged: hovered ? timer.stop() : timer.restart()
        }

        Row {
            id: row

            x: Theme.space16
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space12

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: host.iconName
                size: Theme.iconControl
                color: Theme.surface
            }

            AppText {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.surface
                text: host.text
            }

            Item {
                visible: undoButton.visible
                width: undoButton.width
                height: 1
            }
        }

        Pressable {
            id: undoButton

            anchors.right: parent.right
            anchors.rightMargin: Theme.space20
            anchors.verticalCenter: parent.verticalCenter
            visible: host.undoAction !== undefined
            ringColor: Theme.surface
            text: host.undoText
            onClicked: host.undo()

            contentItem: AppText {
                kind: Theme.bodyStrong
                color: Theme.toastAction
                text: undoButton.text
            }
        }
    }
}
