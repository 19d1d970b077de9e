import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models
import Fieldbook.Lock

// The card of the settings about the lock: lock now, after how long by itself, and another PIN.
Card {
    id: card

    required property LockState lock
    required property Preferences preferences

    readonly property var minutes: [1, 2, 5, 10, 15]
    property string problem
    property bool changing: false // An answer to a change is awaited.

    signal changed()

    padding: Theme.space16
    gap: Theme.space16

    function change() {
        problem = again.text === next.text ? card.lock.problemOf(next.text, /^[0-9]*$/.test(next.text)) : "pin.mismatch";
        changing = problem === "";
        if (changing)
            card.lock.change(former.text, next.text, /^[0-9]+$/.test(next.text));
        else
            ask.open();
    }

    CardHeader {
        title: qsTr("Lock")
    }

    GridLayout {
        Layout.fillWidth: true
        columns: Theme.phone ? 1 : 2
        columnSpacing: Theme.space16
        rowSpacing: Theme.space12

        IconText {
            Layout.fillWidth: true
            iconSize: Theme.iconControl
            gap: Theme.space12
            iconName: "lock"
            text: qsTr("Lock by itself after minutes")
        }

        Segmented {
            Layout.alignment: Theme.phone ? Qt.AlignLeft : Qt.AlignRight
            segments: card.minutes.map(each => ({ "text": String(each) }))
            currentIndex: card.minutes.indexOf(card.preferences.lockMinutes)
            onSelected: index => card.preferences.lockMinutes = card.minutes[index]
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space12

        ActionButton {
            iconName: "lock"
            text: qsTr("Lock now")
            reason: card.lock.guarded ? "" : qsTr("Sign in once to set a PIN")
            onClicked: card.lock.lockNow()
        }

        Item {
            Layout.fillWidth: true
        }

        ActionButton {
            iconName: "key"
            text: qsTr("Change the PIN…")
            enabled: card.lock.guarded
            onClicked: {
                card.problem = "";
                former.text = next.text = again.text = "";
                ask.open();
            }
        }
    }

    Connections {
        target: card.lock

        // Wrong tries on the lock page are none of this dialog.
        function onRefused() {
            if (card.changing && card.lock.phase === LockState.Open)
                ask.open();
            card.changing = false;
        }

        function onSecretChanged() {
            card.changing = false;
            card.changed();
        }
    }

    AskDialog {
        id: ask

        title: qsTr("Change the PIN")
        text: card.problem !== "" ? ErrorText.sentence(card.problem) : card.lock.errorCode !== "" ? ErrorText.sentence(card.lock.errorCode) : qsTr("6 to 12 digits, or a password of at least 8 characters.")
        acceptText: qsTr("Change")
        rejectText: qsTr("Cancel")
        acceptable: former.text !== "" && next.text !== "" && again.text !== "" && !card.lock.busy
        onAccepted: card.change()

        InputField {
            id: former

            Layout.fillWidth: true
            label: qsTr("PIN or password until now")
            echoMode: TextInput.Password
        }

        InputField {
            id: next

            Layout.fillWidth: true
            label: qsTr("New one")
            echoMode: TextInput.Password
        }

        InputField {
            id: again

            Layout.fillWidth: true
            label: qsTr("New one, once more")
            echoMode: TextInput.Password
        }
    }
}
