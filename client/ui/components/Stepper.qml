import QtQuick
import Fieldbook.Theme

// A quantity. Minus and plus move by step; the number opens a keypad. collapsible shows only plus while the value is 0.
FocusScope {
    id: stepper

    property real value: 0
    property real from: 0
    property real to: 999999
    property real step: 1
    property int decimals: 0
    property string label
    property bool collapsible: false
    readonly property bool collapsed: collapsible && value === 0

    signal edited(real value)

    implicitWidth: collapsed ? Theme.sizeTouch : Theme.sizeStepperWidth * (0.6 + 0.4 * Theme.textScale)
    implicitHeight: Theme.grown(Theme.sizeStepperHeight, 22)
    Accessible.role: Accessible.SpinBox
    Accessible.name: label
    Accessible.description: shown
    readonly property string shown: Number(value.toFixed(decimals)).toString()

    Keys.onUpPressed: add(step)
    Keys.onDownPressed: add(-step)
    Keys.onPressed: event => {
        if (event.text >= "0" && event.text <= "9") {
            openKeypad(event.text);
            event.accepted = true;
        } else if (event.key === Qt.Key_Plus || event.key === Qt.Key_Minus) {
            add(event.key === Qt.Key_Plus ? step : -step);
            event.accepted = true;
        }
    }

    function set(value: real) {
        const bounded = Math.min(to, Math.max(from, Number(value.toFixed(decimals))));
        if (bounded === stepper.value)
            return;
        stepper.value = bounded;
        edited(bounded);
    }

    function add(amount: real) {
        set(value + amount);
    }

    function openKeypad(text: string) {
        keypad.text = text;
        popup.open();
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: Theme.surface
        border.width: 1
        border.color: Theme.lineStrong
    }

    Item {
        anchors.fill: parent

        IconButton {
            id: minus

            width: 40
            height: parent.height
            visible: !stepper.collapsed
            autoRepeat: true
            enabled: stepper.value > stepper.from
            iconName: "minus"
            iconColor: Theme.accent
            iconSize: Theme.iconControl
            ringInset: 2
            text: qsTr("Less")
            onClicked: stepper.add(-stepper.step)
        }

        Pressable {
            id: number

            anchors.left: minus.right
            anchors.right: plus.left
            height: parent.height
            visible: !stepper.collapsed
            ringInset: 2
            text: stepper.shown
            Accessible.name: qsTr("%1, type a number").arg(stepper.shown)
            onClicked: stepper.openKeypad("")

            contentItem: FigureText {
                kind: Theme.bodyStrong
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 10
                text: stepper.shown
            }
        }

        IconButton {
            id: plus

            anchors.right: parent.right
            width: stepper.collapsed ? parent.width : 40
            height: parent.height
            focus: true
            autoRepeat: true
            enabled: stepper.value < stepper.to
            iconName: "add"
            iconColor: Theme.accent
            iconSize: Theme.iconControl
            ringInset: 2
            text: stepper.collapsed ? qsTr("Add %1").arg(stepper.label) : qsTr("More")
            onClicked: stepper.add(stepper.step)
        }
    }

    PopupCard {
        id: popup

        title: stepper.label
        onOpened: keypad.forceActiveFocus()

        Keypad {
            id: keypad

            decimals: stepper.decimals
            placeholder: stepper.shown
            onAccepted: {
                popup.close();
                if (text !== "")
                    stepper.set(Number(text));
            }
        }

        ActionButton {
            kind: ActionButton.Primary
            text: qsTr("Set")
            onClicked: keypad.accepted()
        }
    }
}
