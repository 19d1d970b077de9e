import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell
import Fieldbook.Models
import Fieldbook.Lock

// Language, look and size of text, and who is signed in.
ShellPage {
    id: page

    required property SyncState sync
    required property Preferences preferences
    required property LockState lock
    required property OwnSessions sessions

    signal syncRequested()
    signal passwordRequested()
    signal tripRequested()
    signal signOutRequested()

    title: qsTr("Settings")

    readonly property var languages: ["zh_CN", "en"]
    readonly property var looks: ["light", "dark"]
    readonly property var sizes: [100, 115, 130, 200]

    Scroller {
        id: scroller

        anchors.fill: parent
        contentHeight: column.implicitHeight + Theme.space24

        ColumnLayout {
            id: column

            x: Theme.pageMargin
            width: Math.min(scroller.width - 2 * Theme.pageMargin, 840)
            spacing: Theme.space16

            Card {
                Layout.fillWidth: true
                padding: Theme.space16
                gap: Theme.space16

                CardHeader {
                    title: qsTr("Look and language")
                }

                GridLayout {
                    Layout.fillWidth: true
                    columns: Theme.phone ? 1 : 2
                    columnSpacing: Theme.space16
                    rowSpacing: Theme.space12

                    IconText {
                        Layout.fillWidth: true
                        iconSize: Theme.iconControl
                        gap: Theme.space12
                        iconName: "language"
                        text: qsTr("Language")
                    }

                    Segmented {
                        Layout.alignment: Theme.phone ? Qt.AlignLeft : Qt.AlignRight
                        segments: [{ "text": "中文" }, { "text": "English" }]
                        currentIndex: page.languages.indexOf(page.preferences.language)
                        onSelected: index => page.preferences.language = page.languages[index]
                    }

                    IconText {
                        Layout.fillWidth: true
                        iconSize: Theme.iconControl
                        gap: Theme.space12
                        iconName: page.preferences.look === "dark" ? "moon" : "sun"
                        text: qsTr("Colours")
                    }

                    Segmented {
                        Layout.alignment: Theme.phone ? Qt.AlignLeft : Qt.AlignRight
                        segments: [{ "text": qsTr("Light") }, { "text": qsTr("Dark") }]
                        currentIndex: page.looks.indexOf(page.preferences.look)
                        onSelected: index => page.preferences.look = page.looks[index]
                    }

                    IconText {
                        Layout.fillWidth: true
                        iconSize: Theme.iconControl
                        gap: Theme.space12
                        iconName: "textSize"
                        text: qsTr("Size of text")
                    }

                    Segmented {
                        Layout.alignment: Theme.phone ? Qt.AlignLeft : Qt.AlignRight
                        segments: page.sizes.map(size => ({ "text": size + "%" }))
                        currentIndex: page.sizes.indexOf(page.preferences.textPercent)
                        onSelected: index => page.preferences.textPercent = page.sizes[index]
                    }

                    IconText {
                        Layout.fillWidth: true
                        iconSize: Theme.iconControl
                        gap: Theme.space12
                        Layout.minimumHeight: Theme.sizeButton
                        iconName: "hand"
                        text: qsTr("Left-handed")
                    }

                    Toggle {
                        Layout.alignment: Theme.phone ? Qt.AlignLeft : Qt.AlignRight
                        text: qsTr("Left-handed")
                        checked: page.preferences.leftHanded
                        onToggled: page.preferences.leftHanded = checked
                    }

                    IconText {
                        Layout.fillWidth: true
                        iconSize: Theme.iconControl
                        gap: Theme.space12
                        Layout.minimumHeight: Theme.sizeButton
                        iconName: "motion"
                        text: qsTr("Reduce motion")
                    }

                    Toggle {
                        Layout.alignment: Theme.phone ? Qt.AlignLeft : Qt.AlignRight
                        text: qsTr("Reduce motion")
                        checked: page.preferences.reduceMotion
                        onToggled: page.preferences.reduceMotion = checked
                    }
                }
            }

            LockSettings {
                Layout.fillWidth: true
                lock: page.lock
                preferences: page.preferences
            }

            Card {
                Layout.fillWidth: true
                padding: Theme.space16
                gap: Theme.space4

                CardHeader {
                    title: qsTr("Account")
                }

                FactRow {
                    iconName: "person"
                    label: qsTr("Signed in as")
                    value: page.sync.userName
                }

                FactRow {
                    iconName: "server"
                    label: qsTr("Server")
                    value: page.sync.server
                }

                FactRow {
                    iconName: "tablet"
                    label: qsTr("This tablet")
                    value: page.sync.deviceCode
                }

                FactRow {
                    iconName: "sending"
                    label: qsTr("Last contact")
                    value: page.sync.lastContact === undefined ? qsTr("None yet") : Format.shortMoment(page.sync.lastContact, new Date())
                }

                Flow {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.space8
                    spacing: Theme.space12

                    ActionButton {
                        iconName: "key"
                        text: qsTr("Change password…")
                        onClicked: page.passwordRequested()
                    }

                    ActionButton {
                        iconName: "trip"
                        text: qsTr("Business trip…")
                        onClicked: page.tripRequested()
                    }
                }

                RowLayout {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.space8
                    spacing: Theme.space12

                    ActionButton {
                        iconName: "sending"
                        text: qsTr("Sync and this tablet")
                        onClicked: page.syncRequested()
                    }

                    Item {
                        Layout.fillWidth: true
                    }

                    ActionButton {
                        kind: ActionButton.Danger
                        iconName: "signOut"
                        text: qsTr("Sign out…")
                        onClicked: ask.open()
                    }
                }
            }

            SessionsCard {
                Layout.fillWidth: true
                sessions: page.sessions
            }
        }
    }

    AskDialog {
        id: ask

        title: qsTr("Sign out?")
        text: page.sync.waiting === 0 ? qsTr("Everything is sent. Your records stay on this tablet, encrypted.")
            : qsTr("%n change(s) are not sent. They stay on this tablet, encrypted, until you sign in again.", "", page.sync.waiting)
        acceptText: page.sync.waiting === 0 ? qsTr("Sign out") : qsTr("Sign out, keep them")
        rejectText: qsTr("Cancel")
        onAccepted: page.signOutRequested()
    }
}
