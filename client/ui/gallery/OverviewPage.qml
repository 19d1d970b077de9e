pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components

// The page the design's picture of all components shows, drawn by the real ones.
Item {
    id: page

    implicitHeight: Math.max(left.implicitHeight, right.implicitHeight) + 2 * 32
    readonly property real columnWidth: (width - 64 - 24) / 2

    ColumnLayout {
        id: left

        x: 32
        y: 24
        width: page.columnWidth
        spacing: Theme.space12

        AppText {
            kind: Theme.title
            text: qsTr("Fieldbook · components and states")
        }

        Heading {
            text: qsTr("Colour: surfaces and ink")
        }

        GridLayout {
            columns: 4
            columnSpacing: Theme.space8
            rowSpacing: Theme.space8

            Repeater {
                model: [
                    { "name": "canvas", "value": Theme.canvas }, { "name": "surface", "value": Theme.surface },
                    { "name": "sunken", "value": Theme.sunken }, { "name": "line", "value": Theme.line },
                    { "name": "control", "value": Theme.control }, { "name": "ink", "value": Theme.ink },
                    { "name": "ink2", "value": Theme.ink2 }, { "name": "ink3", "value": Theme.ink3 },
                    { "name": "accent", "value": Theme.accent }, { "name": "accentTint", "value": Theme.accentTint },
                    { "name": "spine", "value": Theme.spine }, { "name": "selected", "value": Theme.selected }
                ]

                ColumnLayout {
                    id: swatch

                    required property var modelData

                    spacing: 0

                    Rectangle {
                        Layout.preferredWidth: 92
                        Layout.preferredHeight: 36
                        radius: Theme.radiusControl
                        color: swatch.modelData.value
                        border.width: 1
                        border.color: Theme.line
                    }

                    AppText {
                        Layout.topMargin: Theme.space4
                        kind: Theme.micro
                        text: swatch.modelData.name
                    }

                    FigureText {
                        kind: Theme.micro
                        color: Theme.ink3
                        text: String(swatch.modelData.value).toUpperCase()
                    }
                }
            }
        }

        Heading {
            text: qsTr("States, always with icon and word")
        }

        Grid {
            columns: 3
            spacing: Theme.space8

            Repeater {
                model: ["waiting", "sending", "sent", "refused", "conflict", "overdue", "today", "later", "won", "lost"]

                Rectangle {
                    id: state

                    required property string modelData

                    width: 126
                    height: 40
                    radius: Theme.radiusControl
                    color: Status.tint(modelData)

                    IconText {
                        x: 10
                        anchors.verticalCenter: parent.verticalCenter
                        iconName: Status.icon(state.modelData)
                        color: Status.ink(state.modelData)
                        text: Status.word(state.modelData)
                    }
                }
            }
        }

        RowLayout {
            spacing: Theme.space8

            Repeater {
                model: ["vip", "major", "regular", "small"]

                TierTag {
                    required property string modelData

                    tier: modelData
                }
            }

            Item {
                Layout.fillWidth: true
            }

            Repeater {
                model: [Theme.chart1, Theme.chart2, Theme.chart3, Theme.chart4, Theme.chart5]

                Rectangle {
                    required property color modelData

                    implicitWidth: 28
                    implicitHeight: 20
                    radius: Theme.radiusTag
                    color: modelData
                }
            }
        }

        Heading {
            text: qsTr("Type")
        }

        ColumnLayout {
            spacing: 2

            AppText {
                kind: Theme.display
                text: qsTr("Kept, even offline")
            }

            AppText {
                kind: Theme.title
                text: qsTr("Hengtong Auto Sales")
            }

            AppText {
                kind: Theme.heading
                text: qsTr("Needs you")
            }

            AppText {
                text: qsTr("The samples are on the car")
            }

            AppText {
                kind: Theme.small
                color: Theme.ink2
                text: qsTr("Head of purchasing · Xiaoshan")
            }

            AppText {
                kind: Theme.micro
                color: Theme.ink3
                text: qsTr("Updated 08:40")
            }

            FigureText {
                kind: Theme.figureLarge
                text: Format.money(2769944, "CNY", true)
            }
        }

        Heading {
            text: qsTr("Sync chip, every state")
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space8

            SyncChip {
                syncedAt: "09:12"
            }

            SyncChip {
                phase: SyncChip.Waiting
                waiting: 3
                syncedAt: "09:12"
            }

            SyncChip {
                phase: SyncChip.Sending
                done: 2
                total: 5
            }

            SyncChip {
                phase: SyncChip.Offline
                waiting: 3
            }

            SyncChip {
                phase: SyncChip.Waiting
                waiting: 3
                attention: 2
            }

            SyncChip {
                phase: SyncChip.PhotosWaiting
                photos: 2
            }

            SyncChip {
                phase: SyncChip.LeaseEnding
                daysLeft: 2
            }

            SyncChip {
                phase: SyncChip.SignedOut
            }
        }

        Heading {
            text: qsTr("Record badges")
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space8

            Repeater {
                model: ["waiting", "sending", "refused", "conflict", "newer", "won", "lost"]

                Badge {
                    required property string modelData

                    status: modelData
                }
            }
        }

        Row {
            spacing: Theme.space16

            Repeater {
                model: ["overdue", "today", "later"]

                DotLabel {
                    required property string modelData

                    status: modelData
                    text: Status.word(modelData)
                }
            }
        }

        Heading {
            text: qsTr("Buttons: rest, focus, busy, off with reason")
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space8

            ActionButton {
                kind: ActionButton.Primary
                text: qsTr("Check in")
            }

            ActionButton {
                kind: ActionButton.Primary
                down: true
                text: qsTr("Pressed")
            }

            ActionButton {
                id: focused

                kind: ActionButton.Primary
                text: qsTr("Focus")

                FocusRing {
                    targetRadius: focused.cornerRadius
                }
            }

            ActionButton {
                kind: ActionButton.Primary
                busy: true
                text: qsTr("Saving")
            }

            ActionButton {
                text: qsTr("Secondary")
            }

            ActionButton {
                kind: ActionButton.Tint
                text: qsTr("Tint")
            }

            ActionButton {
                kind: ActionButton.Plain
                text: qsTr("Text")
            }

            ActionButton {
                kind: ActionButton.Danger
                iconName: "delete"
                text: qsTr("Delete…")
            }

            ActionButton {
                kind: ActionButton.Primary
                reason: qsTr("Customer's signature is missing")
                text: qsTr("Submit order")
            }
        }

        Heading {
            text: qsTr("Choice")
        }

        Row {
            spacing: Theme.space12

            Segmented {
                segments: [{ "text": qsTr("Board") }, { "text": qsTr("List") }]
            }

            Chip {
                anchors.verticalCenter: parent.verticalCenter
                tick: true
                checked: true
                text: qsTr("Mine")
            }

            Chip {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Nearby")
            }
        }

        Row {
            spacing: Theme.space16

            Toggle {
                anchors.verticalCenter: parent.verticalCenter
                checked: true
            }

            Toggle {
                anchors.verticalCenter: parent.verticalCenter
            }

            CheckMark {
                anchors.verticalCenter: parent.verticalCenter
                checked: true
            }

            CheckMark {
                anchors.verticalCenter: parent.verticalCenter
            }

            RadioMark {
                anchors.verticalCenter: parent.verticalCenter
                checked: true
            }

            RadioMark {
                anchors.verticalCenter: parent.verticalCenter
            }

            Stepper {
                value: 24
            }
        }

        TabStrip {
            Layout.fillWidth: true
            tabs: [
                { "text": qsTr("Timeline") }, { "text": qsTr("Contacts"), "count": 4 }, { "text": qsTr("Orders"), "count": 38 }
            ]
        }

        Heading {
            text: qsTr("Form fields")
        }

        GridLayout {
            Layout.fillWidth: true
            columns: 2
            columnSpacing: Theme.space12
            rowSpacing: Theme.space12

            InputField {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                label: qsTr("Name")
                text: "陈国栋"
            }

            InputField {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                label: qsTr("Phone")
                required: true
                focus: true
                text: "138 05"
            }

            DateField {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                label: qsTr("Expected close")
                now: new Date(2026, 4, 14)
                value: new Date(2026, 4, 1)
                error: qsTr("In the past; pick 14 May or later")
            }

            MoneyField {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                label: qsTr("Credit limit")
                minor: 20000000
                lockedBy: qsTr("Kept by finance")
            }
        }
    }

    OverviewRight {
        id: right

        x: 32 + page.columnWidth + 24
        y: 24
        width: page.columnWidth
    }
}
