pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components

// The right half of the overview: rows, states, dialogs, cards, keypad, charts, steps.
ColumnLayout {
    id: column

    spacing: Theme.space12

    AppText {
        Layout.alignment: Qt.AlignRight
        kind: Theme.small
        lineHeight: Theme.title.line
        color: Theme.ink3
        text: Theme.dark ? qsTr("dark") : qsTr("light")
    }

    Heading {
        text: qsTr("List row 64")
    }

    Card {
        Layout.fillWidth: true

        ListRow {
            Layout.fillWidth: true
            squareText: "恒"
            title: qsTr("Hengtong Auto")
            subtitle: qsTr("Visit today 10:00")
            tier: "vip"
        }

        ListRow {
            Layout.fillWidth: true
            squareText: "甬"
            title: qsTr("Yongjiang Parts")
            subtitle: qsTr("Pressed")
            status: "waiting"
            down: true
        }

        ListRow {
            Layout.fillWidth: true
            squareText: "顺"
            title: qsTr("Shunda Rental")
            subtitle: qsTr("Selected")
            status: "conflict"
            selected: true
        }

        SwipeRow {
            Layout.fillWidth: true
            Layout.rightMargin: 1
            open: true
            last: true
            actionIcon: "snooze"
            actionText: qsTr("Snooze")

            ListRow {
                width: parent.width
                divided: false
                struck: true
                title: qsTr("Call about delivery")
                leading: CheckMark {
                    checked: true
                    text: qsTr("Done")
                }
            }
        }
    }

    Heading {
        text: qsTr("Toast with undo")
    }

    ToastHost {
        Layout.fillWidth: true
        Component.onCompleted: show(qsTr("Moved to Negotiation"), () => {})
    }

    Heading {
        text: qsTr("Loading, empty, failed")
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space8

        Repeater {
            model: [StateView.Loading, StateView.Empty, StateView.Failed]

            Card {
                id: states

                required property int modelData

                Layout.fillWidth: true
                Layout.preferredWidth: 1

                StateView {
                    Layout.fillWidth: true
                    Layout.preferredHeight: 192
                    phase: states.modelData
                    skeletonRows: 3
                    emptyIcon: "orders"
                    emptyTitle: qsTr("No orders yet")
                    emptyText: qsTr("Start from the usual basket")
                    emptyAction: qsTr("First order")
                    failedCode: "UI-204"
                }
            }
        }
    }

    Heading {
        text: qsTr("Dialog")
    }

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: 218
        radius: Theme.radiusCard
        color: Theme.scrim

        Card {
            anchors.centerIn: parent
            width: 336
            padding: Theme.space20
            radius: Theme.radiusSheet
            gap: Theme.space12

            AppText {
                kind: Theme.title
                text: qsTr("Sign out?")
            }

            AppText {
                Layout.fillWidth: true
                wrapMode: Text.Wrap
                color: Theme.ink2
                text: qsTr("3 changes are not sent. They stay on this tablet, encrypted, until you sign in again.")
            }

            Row {
                Layout.alignment: Qt.AlignRight
                spacing: Theme.space8

                ActionButton {
                    text: qsTr("Cancel")
                }

                ActionButton {
                    kind: ActionButton.Primary
                    text: qsTr("Sign out, keep them")
                }
            }
        }
    }

    Heading {
        text: qsTr("Opportunity card, order line, timeline")
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space12

        OpportunityCard {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            name: qsTr("Fleet maintenance")
            customer: qsTr("Shunda Car Rental")
            amount: Format.money(42000000, "CNY", false)
            closeDate: Format.day(new Date(2026, 5, 30))
            nextText: qsTr("Today 16:00, send the plan")
            nextStatus: "today"

            Badge {
                status: "conflict"
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            spacing: Theme.space12

            Card {
                Layout.fillWidth: true

                OrderLine {
                    Layout.fillWidth: true
                    divided: false
                    name: qsTr("5W-30 oil")
                    detail: "¥318 × 60"
                    discount: "−5%"
                    total: "¥18,126.00"
                    oldTotal: "¥19,080.00"
                }
            }

            TimelineEntry {
                Layout.fillWidth: true
                kindName: "call"
                last: true
                title: qsTr("Chen called")
                timeText: "16:20"
                body: qsTr("Wants 60 drums; asks when the offer starts.")
            }
        }
    }

    Heading {
        text: qsTr("Keypad, signature")
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space12

        Keypad {
            Layout.preferredWidth: 196
            Layout.alignment: Qt.AlignTop
            text: "24"
        }

        SignatureBox {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            caption: qsTr("Chen Guodong, 14 May 11:02")
            strokes: "M150 560L180 470L220 380L250 320L262 330L258 420L262 540L280 600L310 560L340 440L370 340L390 330L380 420L385 500L410 480L450 390L480 360L490 400L500 450L540 430L590 390L630 400L680 410L740 400L800 385L850 370L880 350"
        }
    }

    Heading {
        text: qsTr("Charts, labelled in place")
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space12

        Card {
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            padding: Theme.space12

            AppText {
                kind: Theme.micro
                color: Theme.ink2
                text: qsTr("Orders, ¥10k")
            }

            BarChart {
                Layout.fillWidth: true
                Layout.preferredHeight: 92
                Layout.topMargin: 6
                values: [5.8, 4.9, 6.6, 8.2, 6.0, 9.6]
                texts: ["5.8", "4.9", "6.6", "8.2", "6.0", "9.6"]
            }
        }

        Card {
            Layout.fillWidth: true
            Layout.preferredWidth: 4
            padding: Theme.space12

            AppText {
                Layout.alignment: Qt.AlignHCenter
                kind: Theme.micro
                color: Theme.ink2
                text: qsTr("Target")
            }

            RingChart {
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredWidth: 88
                Layout.preferredHeight: 88
                Layout.topMargin: 6
                value: 0.65
            }
        }

        Card {
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            padding: Theme.space12

            AppText {
                kind: Theme.micro
                color: Theme.ink2
                text: qsTr("Pyramid")
            }

            PyramidChart {
                Layout.fillWidth: true
                Layout.preferredHeight: 88
                Layout.topMargin: 6
                steps: [{ "value": 13 }, { "value": 51 }, { "value": 193 }, { "value": 1027, "text": "1,027" }]
            }
        }
    }

    Card {
        Layout.fillWidth: true
        padding: Theme.space12

        LineChart {
            Layout.fillWidth: true
            series: [
                { "values": [20, 22, 21.6, 26, 27, 31.2] }, { "values": [21, 23, 24.6, 26, 27.2, 28.6], "target": true }
            ]
            startLabel: qsTr("Dec")
            endLabel: qsTr("May: ¥312k, plan ¥280k")
        }
    }

    Heading {
        text: qsTr("Visit steps")
    }

    StepRail {
        Layout.fillWidth: true
        horizontal: true
        currentIndex: 1
        steps: [
            { "title": qsTr("Check in"), "done": true }, { "title": qsTr("Notes") }, { "title": qsTr("Order") },
            { "title": qsTr("Leave") }
        ]
    }
}
