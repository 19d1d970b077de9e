pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import QtQuick.Templates as T
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Lock
import Fieldbook.Settings
import Fieldbook.App

// The window: the door, and what is behind it. Nothing of the inside is made before somebody was let in.
Window {
    id: window

    required property App app

    readonly property LockState lock: app.lock
    readonly property bool inside: lock.phase === LockState.Open
    readonly property Workspace workspace: host.item as Workspace

    // Goes to a section by its key, for whoever drives the app from outside.
    function go(section: string) {
        workspace?.go(section);
    }

    function sections(): var {
        return workspace === null ? [] : workspace.sections();
    }

    visible: true
    width: 1280
    height: 800
    title: qsTr("Fieldbook")
    color: Theme.canvas
    onWidthChanged: Theme.windowWidth = width

    Component {
        id: workspaceComponent

        Workspace {
            anchors.fill: parent
            app: window.app
        }
    }

    ComponentHost {
        id: host

        anchors.fill: parent
        visible: window.inside && window.app.sync.signedIn
        enabled: visible
        active: window.lock.everOpen
        component: workspaceComponent

        // Sheets and dialogs lie above all pages; they wait, unseen, until the tablet is unlocked.
        function cover() {
            if (T.Overlay.overlay !== null)
                T.Overlay.overlay.visible = window.lock.phase !== LockState.Locked && window.lock.phase !== LockState.ChoosingPin;
        }
    }

    Connections {
        target: window.lock

        function onChanged() {
            host.cover();
        }
    }

    SignInPage {
        id: signIn

        anchors.fill: parent
        visible: !deviceState.visible && (window.lock.phase === LockState.SigningIn || (window.inside && !window.app.sync.signedIn))
        invitation: window.app.offeredInvitation
        invitationAsked: window.app.deviceState === "revoked"
        server: window.lock.server !== "" ? window.lock.server : window.app.offeredServer
        login: window.lock.login !== "" ? window.lock.login : window.app.offeredLogin
        hint: window.lock.reason === LockState.Former ? qsTr("This tablet's records get a PIN now. Sign in once for that; nothing is lost.") : ""
        backText: window.inside ? "" : window.lock.guarded ? qsTr("Back to the PIN") : window.lock.reason === LockState.Former ? qsTr("Later, without a network") : ""
        busy: window.app.signingIn
        errorCode: window.app.signInError
        onSignInRequested: (server, login, password, code, invitation) => window.app.signIn(server, login, password, code, invitation)
        onInvitationTyped: text => signIn.useServer(window.app.serverOf(text))
        onBackRequested: window.lock.goBack()
    }

    LockPage {
        anchors.fill: parent
        visible: window.lock.phase === LockState.Locked
        focus: visible
        lock: window.lock
    }

    // What the system shows of an app that is not in front is this.
    Rectangle {
        anchors.fill: parent
        z: 100
        visible: !window.active && (Qt.platform.os === "android" || Qt.platform.os === "ios")
        color: Theme.canvas

        Icon {
            anchors.centerIn: parent
            name: "appMark"
            size: 48
            color: Theme.accent
        }
    }

    ChoosePinPage {
        anchors.fill: parent
        visible: window.lock.phase === LockState.ChoosingPin
        focus: visible
        lock: window.lock
    }

    DeviceStatePage {
        id: deviceState

        // The person has read that the tablet is no longer admitted and goes on to enrol it anew.
        property bool revokedSeen: false

        anchors.fill: parent
        visible: kind !== "" && (window.inside || kind === "wiped")
        kind: window.app.wiped ? "wiped" : deviceState.revokedSeen && window.app.deviceState === "revoked" ? "" : window.app.deviceState
        deviceCode: window.app.sync.deviceCode
        userName: window.app.sync.userName
        help: window.app.deviceHelp
        waiting: window.app.sync.waiting + window.app.sync.filesWaiting
        wipedAt: window.app.wipedAt
        receiptTaken: window.app.receiptTaken
        onSyncRequested: window.app.syncNow()
        onSignOutRequested: window.app.signOut()
        onBeginRequested: {
            if (window.app.wiped)
                window.app.beginAnew();
            else
                deviceState.revokedSeen = true;
        }
    }
}
