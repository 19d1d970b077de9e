import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models
import Fieldbook.Lock

// The closed door: who works here, what waits, until when it opens without a network; and the PIN. Shows no customer.
Rectangle {
    id: page

    required property LockState lock

    readonly property bool signInOnly: lock.reason !== LockState.None
    readonly property bool wide: width >= 840
    property date now: new Date()

    color: Theme.canvas

    function explain(): string {
        if (page.lock.waitSeconds > 0)
            return qsTr("Wait %1 before the next try").arg(page.waitText(page.lock.waitSeconds));
        if (page.lock.errorCode === "vault.secret_wrong")
            return page.lock.triesLeft <= 5 ? qsTr("That is not right. %n tries are left.", "", page.lock.triesLeft) : qsTr("That is not right. Try again.");
        if (page.lock.errorCode !== "")
            return ErrorText.sentence(page.lock.errorCode);
        return page.lock.pinDigits > 0 ? qsTr("Enter your PIN") : qsTr("Enter your password for this tablet");
    }

    function waitText(seconds: int): string {
        const minutes = Math.floor(seconds / 60);
        return minutes + ":" + String(seconds % 60).padStart(2, "0");
    }

    function reasonText(): string {
        return page.lock.reason === LockState.LeaseEnded ? qsTr("The time without contact is over. Connect and sign in; your records are safe here.")
            : qsTr("Too many wrong tries. Connect and sign in with your password; your records are safe here.");
    }

    onVisibleChanged: if (visible)
        pad.clear()

    Timer {
        interval: 1000
        running: page.visible
        repeat: true
        onTriggered: page.now = new Date()
    }

    Connections {
        target: page.lock

        function onRefused() {
            pad.clear();
            secret.text = "";
        }
    }

    Rectangle {
        id: side

        width: page.wide ? Math.round(page.width * 0.406) : page.width
        height: page.wide ? page.height : upper.height + 2 * Theme.space24
        color: Theme.sunken

        Item {
            id: upper

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: page.wide ? Theme.space48 : Theme.space24
            height: mark.height

            Rectangle {
                id: mark

                width: 44
                height: 44
                radius: Theme.radiusAction
                color: Theme.accent

                Icon {
                    anchors.centerIn: parent
                    name: "appMark"
                    size: 24
                    color: Theme.inkOnAccent
                }
            }

            Column {
                anchors.left: mark.right
                anchors.leftMargin: Theme.space12
                anchors.right: parent.right
                anchors.verticalCenter: mark.verticalCenter

                AppText {
                    kind: Theme.bodyStrong
                    text: qsTr("Fieldbook")
                }

                AppText {
                    width: parent.width
                    kind: Theme.small
                    color: Theme.ink3
                    elide: Text.ElideRight
                    text: page.lock.server
                }
            }
        }

        Column {
            visible: page.wide
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: Theme.space48
            spacing: Theme.space32

            Column {
                width: parent.width

                AppText {
                    kind: Theme.clock
                    text: Format.time(page.now)
                }

                AppText {
                    kind: Theme.heading
                    color: Theme.ink2
                    text: Format.fullDay(page.now)
                }
            }

            LockFacts {
                width: parent.width
                lock: page.lock
                now: page.now
            }
        }

        Rectangle {
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            width: page.wide ? 1 : parent.width
            height: page.wide ? parent.height : 1
            color: Theme.line
        }
    }

    Scroller {
        id: scroller

        x: page.wide ? side.width : 0
        y: page.wide ? 0 : side.height
        width: page.width - x
        height: page.height - y
        contentHeight: Math.max(height, column.implicitHeight + 2 * Theme.space24)

        ColumnLayout {
            id: column

            anchors.centerIn: parent
            width: Math.min(scroller.width - 2 * Theme.pageMargin, 360)
            spacing: Theme.space12

            Avatar {
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredWidth: 72
                Layout.preferredHeight: 72
                name: page.lock.userName
            }

            AppText {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                kind: Theme.title
                elide: Text.ElideRight
                text: page.lock.userName
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }

            AppText {
                Layout.fillWidth: true
                Layout.bottomMargin: Theme.space12
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                color: page.signInOnly || page.lock.errorCode === "" ? Theme.ink2 : Theme.refused
                text: page.signInOnly ? page.reasonText() : page.explain()
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }

            PinPad {
                id: pad

                Layout.alignment: Qt.AlignHCenter
                visible: !page.signInOnly && page.lock.pinDigits > 0
                enabled: !page.lock.busy && page.lock.waitSeconds === 0
                opacity: enabled || page.lock.busy ? 1 : 0.5
                length: page.lock.pinDigits
                onEntered: pin => page.lock.unlock(pin)
            }

            InputField {
                id: secret

                Layout.fillWidth: true
                visible: !page.signInOnly && page.lock.pinDigits === 0
                label: qsTr("Password of this tablet")
                echoMode: TextInput.Password
                onAccepted: page.lock.unlock(secret.text)
            }

            ActionButton {
                Layout.fillWidth: true
                visible: secret.visible
                kind: ActionButton.Primary
                large: true
                iconName: "lock"
                text: qsTr("Unlock")
                busy: page.lock.busy
                reason: page.lock.waitSeconds > 0 ? qsTr("Wait") : ""
                onClicked: page.lock.unlock(secret.text)
            }

            InputField {
                id: password

                Layout.fillWidth: true
                visible: page.signInOnly || page.byPassword
                label: qsTr("Password of %1").arg(page.lock.login)
                echoMode: TextInput.Password
                error: visible && page.lock.errorCode !== "" && page.signInOnly ? ErrorText.sentence(page.lock.errorCode) : ""
                onAccepted: page.lock.signIn(page.lock.server, page.lock.login, password.text)
            }

            ActionButton {
                Layout.fillWidth: true
                visible: password.visible
                kind: ActionButton.Primary
                large: true
                iconName: "signIn"
                text: qsTr("Sign in")
                busy: page.lock.busy
                reason: password.text === "" ? qsTr("Enter it") : ""
                onClicked: page.lock.signIn(page.lock.server, page.lock.login, password.text)
            }

            RowLayout {
                Layout.alignment: Qt.AlignHCenter
                Layout.topMargin: Theme.space16
                spacing: Theme.space48

                LinkButton {
                    visible: !page.signInOnly
                    strong: false
                    kind: Theme.body
                    iconName: "key"
                    text: page.byPassword ? qsTr("Use the PIN") : qsTr("Sign in with password")
                    onClicked: page.byPassword = !page.byPassword
                }

                LinkButton {
                    strong: false
                    kind: Theme.body
                    iconName: "switchUser"
                    text: qsTr("Switch user")
                    onClicked: page.lock.goToSignIn()
                }
            }

            LockFacts {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space16
                visible: !page.wide
                lock: page.lock
                now: page.now
            }
        }
    }

    property bool byPassword: false
}
