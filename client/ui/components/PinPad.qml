pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme

// A PIN of a fixed length, shown as dots. entered(pin) comes with the last digit; call clear() after a wrong one. Where it shows,
// the digits of a keyboard go to it.
FocusScope {
    id: pad

    property int length: 6
    property string pin
    property string fingerprintLabel

    signal entered(string pin)
    signal fingerprintRequested()

    implicitWidth: grid.implicitWidth
    implicitHeight: dots.height + Theme.space24 + grid.implicitHeight

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            press("back");
        else if (/^[0-9]$/.test(event.text))
            press(event.text);
        else
            return;
        event.accepted = true;
    }

    Component.onCompleted: listen()
    onVisibleChanged: listen()
    onEnabledChanged: listen()

    function listen() {
        if (visible && enabled)
            forceActiveFocus();
    }

    function clear() {
        pin = "";
    }

    function press(key: string) {
        if (key === "finger") {
            fingerprintRequested();
        } else if (key === "back") {
            pin = pin.slice(0, -1);
        } else if (pin.length < length) {
            pin += key;
            if (pin.length === length)
                entered(pin);
        }
    }

    Row {
        id: dots

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.space16
        Accessible.role: Accessible.EditableText
        Accessible.passwordEdit: true
        Accessible.name: qsTr("%n of the digits typed", "", pad.pin.length)

        Repeater {
            model: pad.length

            Rectangle {
                required property int index

                width: 14
                height: 14
                radius: 7
                color: index < pad.pin.length ? Theme.accent : "transparent"
                border.width: index < pad.pin.length ? 0 : 1
                border.color: Theme.control
            }
        }
    }

    Grid {
        id: grid

        y: dots.height + Theme.space24
        columns: 3
        spacing: Theme.space12

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "finger", "0", "back"]

            Pressable {
                id: key

                required property string modelData
                readonly property bool digit: modelData.length === 1

                width: Theme.sizePinKeyWidth
                height: Theme.grown(Theme.sizePinKeyHeight, 32)
                // Keeps its place where there is none: 0 stands in the middle.
                opacity: modelData !== "finger" || pad.fingerprintLabel !== "" ? 1 : 0
                enabled: opacity === 1
                cornerRadius: Theme.radiusAction
                text: digit ? modelData : modelData === "back" ? qsTr("Delete the last digit") : pad.fingerprintLabel
                onClicked: pad.press(modelData)

                background: Rectangle {
                    radius: key.cornerRadius
                    color: key.down ? Theme.pressed : key.digit ? Theme.surface : "transparent"
                    border.width: key.digit ? 1 : 0
                    border.color: Theme.line
                }

                contentItem: Item {
                    AppText {
                        anchors.centerIn: parent
                        visible: key.digit
                        kind: Theme.display
                        text: key.modelData
                    }

                    Icon {
                        anchors.centerIn: parent
                        visible: !key.digit
                        name: key.modelData === "back" ? "backspace" : "fingerprint"
                        size: 28
                        color: key.modelData === "back" ? Theme.ink2 : Theme.accent
                    }
                }
            }
        }
    }
}
