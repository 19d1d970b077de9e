import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components

// In place of everything else while the tablet waits for an administrator, is locked or no longer admitted, or was wiped:
// what is so, where the work is, and what to do.
Rectangle {
    id: page

    // "pending", "locked", "revoked", "wipe" or "wiped"; empty: nothing to say.
    property string kind
    property string deviceCode
    property string userName
    // Whom to call, as the company says; empty where it does not.
    property string help
    property int waiting: 0
    property date wipedAt
    property bool receiptTaken: false

    signal syncRequested()
    signal signOutRequested()
    signal beginRequested()

    readonly property var looks: ({
            "pending": { "icon": "lease", "title": qsTr("Waiting for approval"), "text": qsTr("An administrator has to admit this tablet. Tell them the device and your name; this page goes by itself.") },
            "locked": { "icon": "lock", "title": qsTr("Locked by an administrator"), "text": qsTr("Nothing on this tablet can be opened. Call IT and tell them the device; after unlocking, sign in again.") },
            "revoked": { "icon": "cannotFinish", "title": qsTr("This tablet is no longer admitted"), "text": qsTr("Its sessions are over. To use it again, ask IT for a new code.") },
            "wipe": { "icon": "wipe", "title": qsTr("This tablet is being wiped"), "text": qsTr("The company has ordered it. What was unsent goes to the company first; then everything here is destroyed.") },
            "wiped": { "icon": "wipe", "title": qsTr("This tablet was wiped"), "text": qsTr("Nothing of what it held is here any more. What was unsent went to the company before.") }
        })
    readonly property var look: looks[kind] ?? { "icon": "info", "title": "", "text": "" }

    color: Theme.canvas

    // What the notice below says; empty: there is none.
    function notice(): string {
        if (kind === "wiped")
            return receiptTaken ? "" : qsTr("The receipt goes to the company as soon as there is a connection.");
        if (kind === "wipe" || kind === "locked" || kind === "revoked")
            return waiting === 0 ? "" : qsTr("%n item(s) are on the way to the company.", "", waiting);
        return waiting === 0 ? "" : qsTr("%n unsent item(s) stay on this tablet and go once it is admitted.", "", waiting);
    }

    MouseArea {
        anchors.fill: parent
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
                name: page.look.icon
                size: 40
                color: page.kind === "pending" ? Theme.accent : Theme.refused
            }

            AppText {
                Layout.fillWidth: true
                kind: Theme.title
                wrapMode: Text.Wrap
                text: page.look.title
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }

            AppText {
                Layout.fillWidth: true
                color: Theme.ink2
                wrapMode: Text.Wrap
                text: page.look.text
            }

            ColumnLayout {
                Layout.fillWidth: true
                visible: page.kind !== "wiped"
                spacing: Theme.space4

                FactRow {
                    iconName: "tablet"
                    label: qsTr("Device")
                    value: page.deviceCode
                    strong: true
                }

                FactRow {
                    iconName: "person"
                    label: qsTr("User")
                    value: page.userName
                    strong: true
                }

                FactRow {
                    visible: page.help !== ""
                    iconName: "call"
                    label: qsTr("Call")
                    value: page.help
                    strong: true
                }
            }

            ColumnLayout {
                Layout.fillWidth: true
                visible: page.kind === "wiped"
                spacing: Theme.space4

                FactRow {
                    iconName: "time"
                    label: qsTr("Wiped at")
                    value: page.kind === "wiped" ? Format.shortMoment(page.wipedAt, new Date()) : ""
                }

                FactRow {
                    iconName: "approved"
                    label: qsTr("Receipt")
                    value: page.receiptTaken ? qsTr("With the company") : qsTr("On its way")
                }
            }

            Notice {
                Layout.fillWidth: true
                visible: text !== ""
                status: "waiting"
                text: page.notice()
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space12
                visible: page.kind === "pending"

                ActionButton {
                    kind: ActionButton.Plain
                    text: qsTr("Sign out")
                    onClicked: page.signOutRequested()
                }

                Item {
                    Layout.fillWidth: true
                }

                ActionButton {
                    kind: ActionButton.Primary
                    iconName: "retry"
                    text: qsTr("Ask now")
                    onClicked: page.syncRequested()
                }
            }

            ActionButton {
                Layout.fillWidth: true
                visible: page.kind === "wiped" || page.kind === "revoked"
                kind: ActionButton.Primary
                large: true
                iconName: "signIn"
                text: page.kind === "wiped" ? qsTr("Begin anew") : qsTr("Enrol with a code")
                onClicked: page.beginRequested()
            }
        }
    }
}
