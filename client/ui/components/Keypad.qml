pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme

// A number typed with large keys or the keyboard; text is what has been typed. accepted() comes with Enter.
FocusScope {
    id: keypad

    property string text
    property string placeholder
    property int decimals: 2
    property int maximumLength: 9

    signal accepted()

    implicitWidth: 3 * 61 + 12
    implicitHeight: display.height + 8 + grid.implicitHeight

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            press("back");
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            accepted();
        else if (/^[0-9.]$/.test(event.text))
            press(event.text);
        else
            return;
        event.accepted = true;
    }

    function press(key: string) {
        if (key === "back") {
            text = text.slice(0, -1);
        } else if (key === ".") {
            if (decimals > 0 && !text.includes("."))
                text = text === "" ? "0." : text + ".";
        } else if (text.length < maximumLength) {
            const point = text.indexOf(".");
            if (point < 0 || text.length - point - 1 < decimals)
                text = text === "0" ? key : text + key;
        }
    }

    Rectangle {
        id: display

        width: parent.width
        height: Theme.grown(Theme.sizeField, 28)
        radius: Theme.radiusControl
        color: Theme.surface
        border.width: keypad.activeFocus ? 2 : 1
        border.color: keypad.activeFocus ? Theme.focus : Theme.control
        Accessible.role: Accessible.EditableText
        Accessible.name: keypad.text
        Accessible.readOnly: true

        FigureText {
            anchors.fill: parent
            anchors.margins: Theme.space12
            horizontalAlignment: Text.AlignRight
            verticalAlignment: Text.AlignVCenter
            kind: Theme.figure
            color: keypad.text === "" ? Theme.ink3 : Theme.ink
            text: keypad.text === "" ? keypad.placeholder : keypad.text
        }
    }

    Grid {
        id: grid

        readonly property real cell: (keypad.width - 2 * spacing) / 3

        y: display.height + Theme.space8
        columns: 3
        spacing: 6

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "0", "back"]

            Pressable {
                id: key

                required property string modelData

                width: grid.cell
                height: Theme.grown(Theme.sizeKeypadKey, 28)
                focusPolicy: Qt.TabFocus
                enabled: modelData !== "." || keypad.decimals > 0
                autoRepeat: modelData === "back"
                text: modelData === "back" ? qsTr("Delete the last digit") : modelData
                onClicked: keypad.press(modelData)

                background: Rectangle {
                    radius: Theme.radiusControl
                    color: key.down ? Theme.pressed : key.hovered ? Theme.hover : Theme.surface
                    border.width: 1
                    border.color: Theme.line
                }

                contentItem: Item {
                    AppText {
                        anchors.centerIn: parent
                        visible: key.modelData !== "back"
                        kind: Theme.title
                        color: key.enabled ? Theme.ink : Theme.inkDisabled
                        text: key.modelData
                    }

                    Icon {
                        anchors.centerIn: parent
                        visible: key.modelData === "back"
                        name: "backspace"
                        size: Theme.iconButton
                        color: Theme.ink2
                    }
                }
            }
        }
    }
}
