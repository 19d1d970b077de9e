import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// The way in: the company's server, a sign-in name, a password, and the code of an authenticator app where there is one.
Rectangle {
    id: page

    property string server
    property string login
    property bool busy: false
    property string errorCode
    property string hint // In place of the usual words.
    property string backText // Of a way back, if there is one.

    signal backRequested()
    // The server has found the password right and asks for more.
    readonly property bool asksCode: errorCode === "session.code_needed" || errorCode === "session.wrong_code" || codeField.text !== ""

    // A one-time code that was scanned.
    property string invitation
    property bool invitationAsked: false
    property bool invitationOpened: false
    readonly property bool invitationShown: invitationAsked || invitationOpened || invitation !== "" || errorCode.startsWith("device.code")

    signal signInRequested(string server, string login, string password, string code, string invitation)
    // Who reads it calls useServer().
    signal invitationTyped(string text)

    color: Theme.canvas

    function submit() {
        if (serverField.text !== "" && loginField.text !== "" && passwordField.text !== "")
            signInRequested(serverField.text, loginField.text, passwordField.text, codeField.text, invitationShown ? invitationField.text : "");
    }

    // A one-time code may say where the server is.
    function useServer(server: string) {
        if (server !== "")
            serverField.text = server;
    }

    onErrorCodeChanged: {
        if (errorCode === "session.code_needed")
            codeField.forceActiveFocus();
    }

    Scroller {
        id: scroller

        anchors.fill: parent
        contentHeight: Math.max(height, card.implicitHeight + 2 * Theme.space40)

        Card {
            id: card

            anchors.centerIn: parent
            width: Math.min(scroller.width - 2 * Theme.pageMargin, 440)
            padding: Theme.space32
            gap: Theme.space16

            Icon {
                name: "appMark"
                size: 40
                color: Theme.accent
            }

            AppText {
                Layout.fillWidth: true
                kind: Theme.display
                text: qsTr("Fieldbook")
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }

            AppText {
                Layout.fillWidth: true
                color: Theme.ink2
                wrapMode: Text.Wrap
                text: page.hint !== "" ? page.hint : qsTr("Sign in once with a connection; after that everything works without one.")
            }

            InputField {
                id: invitationField

                Layout.fillWidth: true
                visible: page.invitationShown
                label: qsTr("One-time code")
                text: page.invitation
                placeholder: "K7QM-4TRD-9XWF@fieldbook.example"
                inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
                onTextChanged: page.invitationTyped(text)
            }

            InputField {
                id: serverField

                Layout.fillWidth: true
                label: qsTr("Server")
                text: page.server
                placeholder: "https://fieldbook.example"
                inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
            }

            InputField {
                id: loginField

                Layout.fillWidth: true
                label: qsTr("Sign-in name")
                text: page.login
                inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            }

            InputField {
                id: passwordField

                Layout.fillWidth: true
                label: qsTr("Password")
                echoMode: TextInput.Password
                error: page.errorCode === "" || page.asksCode ? "" : ErrorText.sentence(page.errorCode)
                onAccepted: page.submit()
            }

            InputField {
                id: codeField

                Layout.fillWidth: true
                visible: page.asksCode
                label: qsTr("Code of your authenticator app")
                error: page.asksCode && page.errorCode !== "" && page.errorCode !== "session.code_needed" ? ErrorText.sentence(page.errorCode) : ""
                inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
                onAccepted: page.submit()
            }

            ActionButton {
                Layout.fillWidth: true
                kind: ActionButton.Primary
                large: true
                iconName: "signIn"
                text: qsTr("Sign in")
                busy: page.busy
                reason: serverField.text === "" || loginField.text === "" || passwordField.text === "" ? qsTr("Fill in all three") : ""
                onClicked: page.submit()
            }

            LinkButton {
                Layout.alignment: Qt.AlignHCenter
                visible: !page.invitationShown
                iconName: "key"
                text: qsTr("I have a code for a new tablet")
                onClicked: page.invitationOpened = true
            }

            LinkButton {
                Layout.alignment: Qt.AlignHCenter
                visible: page.backText !== ""
                strong: false
                kind: Theme.body
                text: page.backText
                onClicked: page.backRequested()
            }
        }
    }
}
