pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// The way of a record: this tablet, waiting, the server.
Card {
    id: card

    required property SyncState sync

    signal syncAsked()

    readonly property var stops: [
        { "icon": "tablet", "title": qsTr("This tablet"), "line": qsTr("%1 records").arg(Format.count(card.sync.records)), "note": qsTr("%1 customers").arg(Format.count(card.sync.customers)), "tone": "today" },
        { "icon": "waiting", "title": qsTr("Waiting"), "line": card.sync.waiting === 0 ? qsTr("nothing") : qsTr("%n change(s)", "", card.sync.waiting), "note": card.sync.oldestWaiting === undefined ? "" : qsTr("oldest %1").arg(Format.shortMoment(card.sync.oldestWaiting, new Date())), "tone": card.sync.waiting > 0 ? "waiting" : "later" },
        { "icon": "server", "title": qsTr("Server"), "line": card.contact === "" ? qsTr("not reached yet") : qsTr("Last contact %1").arg(card.contact), "note": qsTr("%1 received today").arg(Format.count(card.sync.receivedToday)), "tone": card.offline || !card.sync.signedIn ? "later" : "today" }
    ]
    readonly property bool offline: sync.phase === SyncState.Offline
    readonly property bool sending: sync.phase === SyncState.Sending
    readonly property string contact: sync.lastContact === undefined ? "" : Format.shortMoment(sync.lastContact, new Date())

    padding: Theme.space24
    gap: Theme.space20

    function sentence(): string {
        if (!sync.signedIn)
            return qsTr("Nobody is signed in. What is recorded stays here until you sign in again.");
        if (offline)
            return sync.waiting === 0 ? qsTr("No connection; everything is sent.")
                : qsTr("No connection. %n change(s) will go by themselves.", "", sync.waiting);
        if (sync.waiting === 0)
            return qsTr("Everything is sent.");
        return qsTr("%n change(s) on the way.", "", sync.waiting);
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space16

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space4

            AppText {
                Layout.fillWidth: true
                kind: Theme.title
                wrapMode: Text.Wrap
                text: qsTr("Everything is saved on this tablet")
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }

            AppText {
                Layout.fillWidth: true
                color: Theme.ink2
                wrapMode: Text.Wrap
                text: card.sentence()
            }
        }

        ActionButton {
            kind: ActionButton.Primary
            large: true
            iconName: "sending"
            text: qsTr("Sync now")
            busy: card.sending
            onClicked: card.syncAsked()
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space8

        Repeater {
            // By number: their words change often, and the layout is to keep its items.
            model: card.stops.length

            ColumnLayout {
                id: stop

                required property int index
                readonly property var modelData: card.stops[index]

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: Theme.space4

                Rectangle {
                    id: mark

                    Layout.alignment: Qt.AlignHCenter
                    implicitWidth: 56
                    implicitHeight: 56
                    radius: 28
                    color: Status.tint(stop.modelData.tone)

                    Icon {
                        anchors.centerIn: parent
                        name: stop.modelData.icon
                        size: Theme.iconBar
                        color: Status.ink(stop.modelData.tone)
                    }

                    // The way to the next stop, as wide as the space between the two.
                    Row {
                        anchors.left: parent.right
                        anchors.leftMargin: Theme.space24
                        anchors.verticalCenter: parent.verticalCenter
                        visible: stop.index < 2
                        spacing: 6

                        Repeater {
                            model: Math.max(0, Math.floor((stop.width + Theme.space8 - mark.width - 2 * Theme.space24) / 14))

                            Rectangle {
                                width: 8
                                height: 2
                                radius: 1
                                color: stop.index === 0 && card.sync.waiting > 0 ? Status.ink("waiting") : Theme.lineStrong
                            }
                        }
                    }
                }

                AppText {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.space4
                    horizontalAlignment: Text.AlignHCenter
                    kind: Theme.bodyStrong
                    text: stop.modelData.title
                }

                AppText {
                    Layout.fillWidth: true
                    horizontalAlignment: Text.AlignHCenter
                    // A wrapped text keeps room for the lines that it had while the layout was narrower.
                    wrapMode: Theme.phone ? Text.Wrap : Text.NoWrap
                    elide: Text.ElideRight
                    kind: Theme.small
                    color: Theme.ink2
                    text: stop.modelData.line
                }

                AppText {
                    Layout.fillWidth: true
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Theme.phone ? Text.Wrap : Text.NoWrap
                    elide: Text.ElideRight
                    kind: Theme.micro
                    color: Theme.ink3
                    text: stop.modelData.note
                }
            }
        }
    }
}
