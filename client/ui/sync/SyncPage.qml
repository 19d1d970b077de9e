import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell
import Fieldbook.Models

// What is saved here, what waits, what the server answered.
ShellPage {
    id: page

    required property AppContext app
    required property SyncState sync

    signal syncAsked()
    signal attentionRequested()
    signal recordOpened(string type, string recordId)

    title: qsTr("Sync")

    Scroller {
        id: scroller

        anchors.fill: parent
        contentHeight: layout.implicitHeight + Theme.space24

        GridLayout {
            id: layout

            x: Theme.pageMargin
            width: scroller.width - 2 * Theme.pageMargin
            columns: Theme.landscape ? 2 : 1
            columnSpacing: Theme.space24
            rowSpacing: Theme.space16

            ColumnLayout {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                spacing: Theme.space16

                SyncJourney {
                    Layout.fillWidth: true
                    sync: page.sync
                    onSyncAsked: page.syncAsked()
                }

                Card {
                    Layout.fillWidth: true

                    TabStrip {
                        id: tabs

                        Layout.fillWidth: true
                        Layout.leftMargin: Theme.space16
                        tabs: [
                            { "text": qsTr("Waiting"), "count": page.sync.waiting },
                            { "text": qsTr("Receipts") }
                        ]
                    }

                    WaitingList {
                        Layout.fillWidth: true
                        visible: tabs.currentIndex === 0
                        app: page.app
                        onRecordOpened: (type, recordId) => page.recordOpened(type, recordId)
                    }

                    ReceiptList {
                        Layout.fillWidth: true
                        visible: tabs.currentIndex === 1
                        app: page.app
                        onRecordOpened: (type, recordId) => page.recordOpened(type, recordId)
                    }
                }
            }

            ColumnLayout {
                Layout.preferredWidth: Theme.landscape ? 348 : -1
                Layout.maximumWidth: Theme.landscape ? 348 : scroller.width
                Layout.fillWidth: !Theme.landscape
                Layout.alignment: Qt.AlignTop
                spacing: Theme.space16

                Notice {
                    Layout.fillWidth: true
                    visible: page.sync.needYou > 0
                    status: "refused"
                    title: qsTr("%n need you", "", page.sync.needYou)
                    text: qsTr("Nothing is lost; look at each when you have a moment.")

                    ActionButton {
                        kind: ActionButton.Secondary
                        text: qsTr("Look")
                        onClicked: page.attentionRequested()
                    }
                }

                UnsentCard {
                    Layout.fillWidth: true
                    visible: page.sync.unsent.length > 0
                    unsent: page.sync.unsent
                }

                TabletCard {
                    Layout.fillWidth: true
                    sync: page.sync
                }

                Notice {
                    Layout.fillWidth: true
                    status: "later"
                    iconName: "lock"
                    text: qsTr("Signing out keeps unsent work on this tablet, encrypted, until you sign in again.")
                }
            }
        }
    }
}
