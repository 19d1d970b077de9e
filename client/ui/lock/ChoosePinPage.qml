import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models
import Fieldbook.Lock

// Chooses the PIN, twice, or a password instead: after the first sign-in, and after one that stood in for a forgotten PIN.
Rectangle {
    id: page

    required property LockState lock

    property bool byPassword: false
    property string first
    property string problem

    color: Theme.canvas

    function take(pin: string) {
        if (first === "") {
            problem = page.lock.problemOf(pin, true);
            first = problem === "" ? pin : "";
        } else if (pin === first) {
            page.lock.choose(pin, true);
        } else {
            problem = "pin.mismatch";
            first = "";
        }
        pad.clear();
    }

    function takePassword() {
        problem = page.lock.problemOf(password.text, false);
        if (problem === "")
            page.lock.choose(password.text, false);
    }

    Scroller {
        id: scroller

        anchors.fill: parent
        contentHeight: Math.max(height, column.implicitHeight + 2 * Theme.space40)

        ColumnLayout {
            id: column

            anchors.centerIn: parent
            width: Math.min(scroller.width - 2 * Theme.pageMargin, 400)
            spacing: Theme.space12

            Icon {
                Layout.alignment: Qt.AlignHCenter
                name: "lock"
                size: 40
                color: Theme.accent
            }

            AppText {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                kind: Theme.title
                wrapMode: Text.Wrap
                text: page.byPassword ? qsTr("Choose a password for this tablet") : page.first === "" ? qsTr("Choose a PIN for this tablet") : qsTr("Enter it once more")
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }

            AppText {
                Layout.fillWidth: true
                Layout.bottomMargin: Theme.space12
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                color: page.problem === "" && page.lock.errorCode === "" ? Theme.ink2 : Theme.refused
                text: page.problem !== "" ? ErrorText.sentence(page.problem) : page.lock.errorCode !== "" ? ErrorText.sentence(page.lock.errorCode)
                    : qsTr("It opens your records on this tablet, also without a network, and only here. Nobody else knows it.")
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }

            PinPad {
                id: pad

                Layout.alignment: Qt.AlignHCenter
                visible: !page.byPassword
                enabled: !page.lock.busy
                onEntered: pin => page.take(pin)
            }

            InputField {
                id: password

                Layout.fillWidth: true
                visible: page.byPassword
                label: qsTr("Password of this tablet")
                hint: qsTr("At least 8 characters")
                echoMode: TextInput.Password
                onAccepted: page.takePassword()
            }

            ActionButton {
                Layout.fillWidth: true
                visible: page.byPassword
                kind: ActionButton.Primary
                large: true
                text: qsTr("Use this password")
                busy: page.lock.busy
                reason: password.text === "" ? qsTr("Enter it") : ""
                onClicked: page.takePassword()
            }

            LinkButton {
                Layout.alignment: Qt.AlignHCenter
                Layout.topMargin: Theme.space16
                strong: false
                kind: Theme.body
                iconName: "key"
                text: page.byPassword ? qsTr("Use a PIN instead") : qsTr("Use a password instead")
                onClicked: {
                    page.byPassword = !page.byPassword;
                    page.problem = "";
                    page.first = "";
                }
            }
        }
    }
}
