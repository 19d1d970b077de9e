import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell
import Fieldbook.Models

// A new password in place of one's own. Needs a connection: the company keeps it, not this tablet.
ShellPage {
    id: page

    property bool busy: false
    property string errorCode
    readonly property bool complete: currentField.text !== "" && newField.text !== "" && againField.text !== ""
    readonly property bool differs: againField.text !== "" && newField.text !== againField.text
    readonly property bool currentIsWrong: errorCode === "password.wrong_current"

    signal changeRequested(string current, string password)

    title: qsTr("Change password")

    function submit() {
        if (complete && !differs && !busy)
            changeRequested(currentField.text, newField.text);
    }

    Scroller {
        id: scroller

        anchors.fill: parent
        contentHeight: card.implicitHeight + 2 * Theme.space24

        Card {
            id: card

            x: Theme.pageMargin
            width: Math.min(scroller.width - 2 * Theme.pageMargin, 560)
            padding: Theme.space24
            gap: Theme.space16

            AppText {
                Layout.fillWidth: true
                color: Theme.ink2
                wrapMode: Text.Wrap
                text: qsTr("At least 15 characters. A few words that do not belong together are easy to remember and hard to guess; digits and signs are not needed.")
            }

            InputField {
                id: currentField

                Layout.fillWidth: true
                label: qsTr("Present password")
                echoMode: TextInput.Password
                error: page.currentIsWrong ? ErrorText.sentence(page.errorCode) : ""
            }

            InputField {
                id: newField

                Layout.fillWidth: true
                label: qsTr("New password")
                echoMode: TextInput.Password
                error: page.errorCode === "" || page.currentIsWrong ? "" : ErrorText.sentence(page.errorCode)
            }

            InputField {
                id: againField

                Layout.fillWidth: true
                label: qsTr("New password again")
                echoMode: TextInput.Password
                error: page.differs && !activeFocus ? ErrorText.sentence("password.differs") : ""
                onAccepted: page.submit()
            }

            AppText {
                Layout.fillWidth: true
                color: Theme.ink2
                wrapMode: Text.Wrap
                text: qsTr("Your other tablets are signed out; this one stays signed in.")
            }

            ActionButton {
                Layout.fillWidth: true
                kind: ActionButton.Primary
                large: true
                text: qsTr("Change password")
                busy: page.busy
                reason: !page.complete ? qsTr("Fill in all three") : page.differs ? ErrorText.sentence("password.differs") : ""
                onClicked: page.submit()
            }
        }
    }
}
