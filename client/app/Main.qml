pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell
import Fieldbook.Models
import Fieldbook.Today
import Fieldbook.Customers
import Fieldbook.Sync
import Fieldbook.Attention
import Fieldbook.Settings
import Fieldbook.App

// The window: the sign-in page until somebody is signed in, then the sections of the app.
Window {
    id: window

    required property App app

    // Goes to a section by its key, for whoever drives the app from outside.
    function go(section: string) {
        if (section === "sync")
            window.openSync();
        else
            shell.show(section);
    }

    function openCustomer(id: string) {
        const page = shell.show("customers") as CustomersPage;
        if (page !== null)
            page.openCustomer(id);
    }

    function openRecord(type: string, id: string) {
        if (type === "customer")
            openCustomer(id);
    }

    function openSync() {
        shell.open(syncPage, {});
    }

    function sections(): var {
        return ["today", "customers", "sync", "attention", "settings"];
    }

    visible: true
    width: 1280
    height: 800
    title: qsTr("Fieldbook")
    color: Theme.canvas
    onWidthChanged: Theme.windowWidth = width

    Component {
        id: syncPage

        SyncPage {
            app: window.app.context
            sync: window.app.sync
            onSyncAsked: window.app.syncNow()
            onAttentionRequested: shell.show("attention")
            onRecordOpened: (type, recordId) => window.openRecord(type, recordId)
        }
    }

    AppShell {
        id: shell

        anchors.fill: parent
        visible: window.app.sync.signedIn
        userName: window.app.sync.userName
        chip.phase: [SyncChip.AllSent, SyncChip.Waiting, SyncChip.Sending, SyncChip.Offline, SyncChip.SignedOut][window.app.sync.phase]
        chip.waiting: window.app.sync.waiting
        chip.attention: window.app.sync.needYou
        chip.syncedAt: window.app.sync.lastContact === undefined ? "" : Format.shortMoment(window.app.sync.lastContact, new Date())
        onSyncRequested: window.openSync()
        onAttentionRequested: show("attention")
        onUserRequested: show("settings")

        ShellSection {
            key: "today"
            text: qsTr("Today")
            iconName: "today"
            inBottomBar: true
            page: TodayPage {
                app: window.app.context
                onCustomerChosen: customerId => window.openCustomer(customerId)
                onAttentionRequested: shell.show("attention")
            }
        }

        ShellSection {
            key: "customers"
            text: qsTr("Customers")
            iconName: "customers"
            inBottomBar: true
            page: CustomersPage {
                app: window.app.context
                onRecordOpened: (type, recordId) => window.openRecord(type, recordId)
            }
        }

        ShellSection {
            key: "attention"
            text: qsTr("Attention")
            iconName: "attention"
            badge: window.app.sync.needYou
            lower: true
            inBottomBar: true
            page: AttentionPage {
                app: window.app.context
                onRecordOpened: (type, recordId) => window.openRecord(type, recordId)
            }
        }

        ShellSection {
            key: "settings"
            text: qsTr("Settings")
            iconName: "settings"
            lower: true
            page: SettingsPage {
                sync: window.app.sync
                preferences: window.app.preferences
                onSyncRequested: window.openSync()
                onSignOutRequested: window.app.signOut()
            }
        }
    }

    SignInPage {
        anchors.fill: parent
        visible: !window.app.sync.signedIn
        server: window.app.offeredServer
        login: window.app.offeredLogin
        busy: window.app.signingIn
        errorCode: window.app.signInError
        onSignInRequested: (server, login, password) => window.app.signIn(server, login, password)
    }
}
