pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components

// What the overview has no room for: pickers, longer fields, conflicts, the calendar, photos, quick add.
Item {
    id: page

    readonly property date now: new Date(2026, 4, 14, 9, 24)
    readonly property real columnWidth: (width - 64 - 48) / 3

    implicitHeight: Math.max(left.implicitHeight, middle.implicitHeight, right.implicitHeight) + 64

    ColumnLayout {
        id: left

        x: 32
        y: 16
        width: page.columnWidth
        spacing: Theme.space12

        Heading {
            text: qsTr("Pickers")
        }

        Card {
            Layout.fillWidth: true
            padding: Theme.space16

            DatePicker {
                Layout.alignment: Qt.AlignHCenter
                now: page.now
                selected: new Date(2026, 4, 20)
            }
        }

        Card {
            Layout.fillWidth: true
            padding: Theme.space16

            TimePicker {
                Layout.alignment: Qt.AlignHCenter
                minutes: 570
            }
        }

        Heading {
            text: qsTr("PIN")
        }

        PinPad {
            Layout.alignment: Qt.AlignHCenter
            pin: "1234"
            fingerprintLabel: qsTr("Unlock with fingerprint")
        }
    }

    ColumnLayout {
        id: middle

        x: 32 + page.columnWidth + 24
        y: 16
        width: page.columnWidth
        spacing: Theme.space12

        Heading {
            text: qsTr("Longer fields")
        }

        NoteField {
            Layout.fillWidth: true
            label: qsTr("What was said")
            text: qsTr("Summer bundle from 60 drums; price accepted, must arrive before 28 May.")

            IconText {
                x: Theme.space16
                y: 14
                iconName: "check"
                iconColor: Theme.won
                color: Theme.ink3
                text: qsTr("Saved on this tablet 10:44")
            }
        }

        ChoiceField {
            Layout.fillWidth: true
            label: qsTr("Opportunity")
            value: "summer"
            options: [
                { "value": "summer", "text": qsTr("Summer care bundle"), "note": "¥168,000" },
                { "value": "show", "text": qsTr("Showroom display"), "note": "¥68,000" }
            ]
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space12

            DateField {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                label: qsTr("Day")
                now: page.now
                value: new Date(2026, 4, 15)
                hint: qsTr("The customer's busy week")
            }

            TimeField {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                label: qsTr("Time")
                minutes: 630
            }
        }

        Segmented {
            Layout.fillWidth: true
            even: true
            currentIndex: 0
            segments: [
                { "text": qsTr("Progress"), "iconName": "progressUp", "color": Theme.won },
                { "text": qsTr("None"), "iconName": "progressNone" },
                { "text": qsTr("Back"), "iconName": "progressDown" }
            ]
        }

        Heading {
            text: qsTr("Notices")
        }

        Notice {
            Layout.fillWidth: true
            iconName: "promise"
            text: qsTr("You promised: brake pad samples, and the May oil delivery date.")
        }

        Notice {
            Layout.fillWidth: true
            status: "waiting"
            iconName: "duplicate"
            title: qsTr("This customer may exist already")
            text: qsTr("Yongjiang Auto Parts, yours")

            LinkButton {
                text: qsTr("Open it")
            }

            LinkButton {
                text: qsTr("Create anyway")
            }
        }

        Notice {
            Layout.fillWidth: true
            status: "conflict"
            text: qsTr("You changed this opportunity offline, and Zhou Jianguo changed the same two fields. Pick one each.")
        }

        Heading {
            text: qsTr("Quick add")
        }

        Card {
            Layout.fillWidth: true
            padding: Theme.space12

            TileGrid {
                Layout.fillWidth: true
                currentKey: "lead"
                tiles: [
                    { "key": "visit", "text": qsTr("Visit"), "iconName": "visit" },
                    { "key": "lead", "text": qsTr("Lead"), "iconName": "lead" },
                    { "key": "order", "text": qsTr("Order"), "iconName": "orders" },
                    { "key": "reminder", "text": qsTr("Reminder"), "iconName": "reminder" },
                    { "key": "note", "text": qsTr("Note"), "iconName": "note" }
                ]
            }
        }

        Heading {
            text: qsTr("Photos")
        }

        Row {
            spacing: Theme.space8

            PhotoTile {
                caption: qsTr("Take photo")
            }
        }
    }

    ColumnLayout {
        id: right

        x: 32 + 2 * (page.columnWidth + 24)
        y: 16
        width: page.columnWidth
        spacing: Theme.space12

        Heading {
            text: qsTr("Conflict")
        }

        Card {
            Layout.fillWidth: true
            padding: Theme.space16

            ConflictRow {
                Layout.fillWidth: true
                columns: 1
                label: qsTr("Amount")
                choice: "mine"
                mine: ({ "value": "¥420,000", "note": qsTr("20 cars added") })
                theirs: ({ "value": "¥396,000", "note": qsTr("at the frame price") })
                before: ({ "value": "¥380,000", "note": qsTr("first quote") })
            }
        }

        Heading {
            text: qsTr("Calendar")
        }

        Row {
            spacing: Theme.space8

            Repeater {
                model: ["visit", "call", "own"]

                EventBlock {
                    required property string modelData

                    height: 56
                    kindName: modelData
                    done: modelData === "call"
                    title: modelData === "visit" ? qsTr("Hengtong Auto") : modelData === "call" ? qsTr("Call Shenling") : qsTr("Training")
                    place: modelData === "visit" ? qsTr("Samples, oil date") : qsTr("Online")
                }
            }
        }

        Card {
            Layout.fillWidth: true
            leftPadding: Theme.space16
            rightPadding: Theme.space16

            AgendaRow {
                Layout.fillWidth: true
                startText: "10:00"
                lengthText: qsTr("75 min")
                title: qsTr("Hengtong Auto")
                subtitle: qsTr("Check in from 09:30, 3.2 km")
            }

            AgendaRow {
                Layout.fillWidth: true
                divided: false
                kindName: "call"
                repeats: true
                startText: "13:30"
                lengthText: qsTr("due")
                title: qsTr("Call Yuecheng")
                subtitle: qsTr("5W-30 oil, every 2 weeks")
            }
        }

        Heading {
            text: qsTr("Funnel, plan, score")
        }

        Card {
            Layout.fillWidth: true
            padding: Theme.space16
            gap: Theme.space12

            FunnelChart {
                Layout.fillWidth: true
                stages: [
                    { "label": qsTr("Initial"), "value": 38, "amount": "¥2,160,000", "note": qsTr("62% go on") },
                    { "label": qsTr("Qualified"), "value": 29, "amount": "¥2,310,000", "note": qsTr("58% go on") },
                    { "label": qsTr("Proposal"), "value": 22, "amount": "¥1,980,000", "note": qsTr("54% go on") }
                ]
            }

            PlanChart {
                Layout.fillWidth: true
                days: [
                    { "label": qsTr("Mon"), "planned": 4, "done": 4, "past": true },
                    { "label": qsTr("Tue"), "planned": 3, "done": 3, "past": true },
                    { "label": qsTr("Wed"), "planned": 4, "done": 1, "past": true },
                    { "label": qsTr("Thu"), "planned": 5, "done": 1, "today": true },
                    { "label": qsTr("Fri"), "planned": 2, "done": 0 }
                ]
            }

            FactRow {
                label: qsTr("Works offline until")
                iconName: "lease"
                value: qsTr("13 June, 30 days")
            }

            MeterBar {
                Layout.fillWidth: true
                value: 0.7
            }
        }

        Heading {
            text: qsTr("Visit steps, upright")
        }

        StepRail {
            currentIndex: 1
            steps: [
                { "title": qsTr("Check in"), "note": qsTr("10:02, position valid"), "done": true },
                { "title": qsTr("Notes"), "note": qsTr("2 people met") }, { "title": qsTr("Shelf and stock"), "note": qsTr("7 questions") }
            ]
        }
    }
}
