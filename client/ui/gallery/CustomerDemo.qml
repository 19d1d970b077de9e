pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell

// A list and a detail made of the components, to see how they stand together in each size of window.
ShellPage {
    id: page

    property int chosen: 0
    property bool detailOpen: false
    readonly property var rows: [
        { "square": "恒", "name": qsTr("Hengtong Auto Sales"), "line": qsTr("Visit today 10:00"), "dot": "today", "tier": "vip", "time": "3.2 km" },
        { "square": "甬", "name": qsTr("Yongjiang Auto Parts"), "line": qsTr("Payment 2 days overdue"), "dot": "overdue", "tier": "major", "time": qsTr("Yesterday") },
        { "square": "顺", "name": qsTr("Shunda Car Rental"), "line": qsTr("Visit today 14:00"), "dot": "today", "tier": "vip", "status": "conflict" },
        { "square": "南", "name": qsTr("Nanhu Accessories"), "line": qsTr("Quote 1 day overdue"), "dot": "overdue", "tier": "regular", "time": Format.day(new Date(2026, 4, 9)) },
        { "square": "天", "name": qsTr("Tiancheng Transport"), "line": qsTr("Post the brochure"), "dot": "later", "tier": "regular", "status": "waiting" },
        { "square": "鑫", "name": qsTr("Xinyuan Parts"), "line": qsTr("Call on 20 May"), "dot": "later", "tier": "small", "time": Format.day(new Date(2026, 2, 27)) }
    ]

    title: canGoBack ? qsTr("Customer 1 of 1,284") : qsTr("Customers")
    lined: Theme.landscape
    canGoBack: detailOpen && !Theme.landscape
    onBackRequested: detailOpen = false

    ListDetail {
        anchors.fill: parent
        detailOpen: page.detailOpen

        list: ColumnLayout {
            anchors.fill: parent
            spacing: Theme.space12

            RowLayout {
                Layout.margins: Theme.space16
                Layout.topMargin: Theme.space12
                Layout.bottomMargin: 0
                spacing: Theme.space8

                SearchField {
                    Layout.fillWidth: true
                    sunken: true
                    placeholderText: qsTr("Find among 1,284 customers")
                }

                IconButton {
                    outlined: true
                    iconName: "sort"
                    text: qsTr("Sort")
                }
            }

            RowLayout {
                Layout.leftMargin: Theme.space16
                Layout.rightMargin: Theme.space8
                spacing: Theme.space8

                Repeater {
                    model: [qsTr("Mine"), qsTr("Nearby"), qsTr("Due"), qsTr("VIP")]

                    Chip {
                        required property string modelData
                        required property int index

                        checked: index === 0
                        text: modelData
                    }
                }

                Item {
                    Layout.fillWidth: true
                }

                IconButton {
                    iconName: "filter"
                    text: qsTr("Filter")
                }
            }

            ListView {
                id: list

                Layout.fillWidth: true
                Layout.fillHeight: true
                clip: true
                model: page.rows
                delegate: ListRow {
                    required property var modelData
                    required property int index

                    width: ListView.view.width
                    density: ListRow.Rich
                    squareText: modelData.square
                    title: modelData.name
                    subtitle: modelData.line
                    dotStatus: modelData.dot
                    tier: modelData.tier
                    status: modelData.status ?? ""
                    timeText: modelData.time ?? ""
                    selected: index === page.chosen && Theme.landscape
                    onClicked: {
                        page.chosen = index;
                        page.detailOpen = true;
                    }
                }
            }
        }

        detail: Scroller {
            id: detail

            anchors.fill: parent
            contentHeight: column.implicitHeight + 2 * Theme.space16

            ColumnLayout {
                id: column

                x: Theme.pageMargin
                y: Theme.space16
                width: detail.width - 2 * Theme.pageMargin
                spacing: Theme.space16

                RecordHeader {
                    Layout.fillWidth: true
                    squareText: page.rows[page.chosen].square
                    title: page.rows[page.chosen].name
                    tier: page.rows[page.chosen].tier
                    address: qsTr("857 Shixin N Road, Xiaoshan")
                    owner: qsTr("Kept by Lin Xiaoyu")
                    hasPrevious: page.chosen > 0
                    hasNext: page.chosen < page.rows.length - 1
                    nextStep: qsTr("Today 10:00, bring samples")
                    onPrevious: --page.chosen
                    onNext: ++page.chosen

                    ActionButton {
                        kind: ActionButton.Primary
                        iconName: "visit"
                        text: qsTr("Visit")
                    }

                    ActionButton {
                        iconName: "call"
                        text: qsTr("Call")
                    }

                    ActionButton {
                        iconName: "navigate"
                        text: qsTr("Navigate")
                    }

                    ActionButton {
                        iconName: "orders"
                        text: qsTr("Order")
                    }
                }

                FactStrip {
                    Layout.fillWidth: true
                    facts: [
                        { "label": qsTr("Last 12 months"), "value": "¥1,286,400", "note": qsTr("+12% on last year") },
                        { "label": qsTr("Open invoices"), "value": "¥86,200", "note": qsTr("due 30 May") },
                        { "label": qsTr("Open opportunities"), "value": "2", "note": qsTr("¥236,000 in all") },
                        { "label": qsTr("Last visit"), "value": qsTr("22 days ago"), "note": qsTr("Standard: every 21 days"), "status": "waiting" }
                    ]
                }

                TabStrip {
                    Layout.fillWidth: true
                    tabs: [
                        { "text": qsTr("Timeline") }, { "text": qsTr("Contacts"), "count": 4 }, { "text": qsTr("Opportunities"), "count": 2 },
                        { "text": qsTr("Orders"), "count": 38 }, { "text": qsTr("Reminders"), "count": 3 }, { "text": qsTr("Files"), "count": 12 }
                    ]
                }

                GridLayout {
                    Layout.fillWidth: true
                    columns: Theme.phone ? 1 : 2
                    columnSpacing: Theme.space24
                    rowSpacing: Theme.space16

                    ColumnLayout {
                        Layout.fillWidth: true
                        Layout.alignment: Qt.AlignTop
                        spacing: 0

                        TimelineEntry {
                            Layout.fillWidth: true
                            kindName: "call"
                            title: qsTr("Chen Guodong called")
                            timeText: qsTr("Yesterday 16:20")
                            body: qsTr("Asked when the summer oil offer starts and wants 60 drums of 5W-30. Promised to bring it on Thursday.")
                            meta: qsTr("Lin Xiaoyu, 6 minutes")
                        }

                        TimelineEntry {
                            Layout.fillWidth: true
                            kindName: "order"
                            title: qsTr("Order SO-2604-A7-0031")
                            timeText: Format.day(new Date(2026, 3, 22))
                            body: qsTr("Brake pads, filters and 12 more, ¥48,600.00. Delivered 24 April.")
                        }

                        TimelineEntry {
                            Layout.fillWidth: true
                            kindName: "visit"
                            last: true
                            title: qsTr("Visit on site")
                            timeText: Format.day(new Date(2026, 3, 22))
                            body: qsTr("New accessories area upstairs; Chen would like a display stand from us.")
                            meta: qsTr("Checked in 09:58, 24 m away, stayed 52 minutes")
                        }
                    }

                    Card {
                        Layout.preferredWidth: Theme.phone ? -1 : Theme.sizeSidePanel
                        Layout.fillWidth: Theme.phone
                        Layout.alignment: Qt.AlignTop
                        padding: Theme.space16
                        gap: Theme.space8

                        CardHeader {
                            title: qsTr("Contacts")

                            IconButton {
                                iconName: "lead"
                                text: qsTr("Add a contact")
                            }
                        }

                        Repeater {
                            model: [{ "name": qsTr("Chen Guodong"), "job": qsTr("Head of purchasing") }, { "name": qsTr("Shen Jiayi"), "job": qsTr("Parts manager") }]

                            ListRow {
                                required property var modelData

                                Layout.fillWidth: true
                                density: ListRow.Compact
                                leftPadding: 0
                                rightPadding: 0
                                divided: false
                                personName: modelData.name
                                title: modelData.name
                                subtitle: modelData.job

                                IconButton {
                                    iconName: "call"
                                    text: qsTr("Call")
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
