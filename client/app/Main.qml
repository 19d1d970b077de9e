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
        anchors.fill: parent
        visible: window.lock.phase === LockState.SigningIn || (window.inside && !window.app.sync.signedIn)
        server: window.lock.server !== "" ? window.lock.server : window.app.offeredServer
        login: window.lock.login !== "" ? window.lock.login : window.app.offeredLogin
        hint: window.lock.reason === LockState.Former ? qsTr("This tablet's records get a PIN now. Sign in once for that; nothing is lost.") : ""
        backText: window.inside ? "" : window.lock.guarded ? qsTr("Back to the PIN") : window.lock.reason === LockState.Former ? qsTr("Later, without a network") : ""
        busy: window.app.signingIn
        errorCode: window.app.signInError
        onSignInRequested: (server, login, password, code) => window.app.signIn(server, login, password, code)
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
}
