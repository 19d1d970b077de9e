pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// Today beside the wall of days: what takes place, and the reminder that has waited longest.
ColumnLayout {
    id: panel

    required property ScheduleView schedule

    signal eventChosen(string type, string recordId, date startsAt)
    signal doneRequested(string reminderId)
    signal snoozeRequested(string reminderId, Item anchor)

    spacing: Theme.space12

    Card {
        Layout.fillWidth: true
        padding: Theme.space16
        gap: Theme.space8

        ColumnLayout {
            id: head

            Layout.fillWidth: true
            spacing: Theme.space4

            RowLayout {
                Layout.fillWidth: true

                AppText {
                    Layout.fillWidth: true
                    elide: Text.ElideRight
                    kind: Theme.heading
                    text: panel.schedule.now === undefined ? "" : Format.longDay(panel.schedule.now)
                }

                FigureText {
                    kind: Theme.small
                    color: Theme.ink3
                    text: panel.schedule.now === undefined ? "" : Format.time(panel.schedule.now)
                }
            }

            IconText {
                visible: panel.schedule.overdueCount > 0
                iconName: "overdue"
                color: Theme.overdue
                iconColor: Theme.overdue
                kind: Theme.small
                text: qsTr("%n reminder(s) overdue", "", panel.schedule.overdueCount)
            }

            Divider {
                Layout.fillWidth: true
            }
        }

        AppText {
            Layout.fillWidth: true
            visible: list.count === 0 && panel.schedule.state === StateView.Ready
            kind: Theme.small
            color: Theme.ink3
            text: qsTr("Nothing is planned for today")
        }

        AgendaList {
            id: list

            objectName: "dayList"
            Layout.fillWidth: true
            // The rows times their height: what the list says of its own content changes with the rows it has made so far, and
            // the page would lay itself out in circles.
            Layout.preferredHeight: Math.min(count * rowHeight, Math.max(rowHeight, panel.height - head.height - 220))
            headed: false
            model: panel.schedule.today
            Accessible.name: qsTr("Today")
            onEventChosen: (type, recordId, startsAt) => panel.eventChosen(type, recordId, startsAt)
        }
    }

    Card {
        Layout.fillWidth: true
        visible: panel.schedule.overdueCount > 0
        padding: Theme.space16
        gap: Theme.space8

        AppText {
            kind: Theme.heading
            text: qsTr("Reminder")
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space8

            Rectangle {
                Layout.alignment: Qt.AlignVCenter
                implicitWidth: 8
                implicitHeight: 8
                radius: 4
                color: Theme.overdue
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                AppText {
                    Layout.fillWidth: true
                    elide: Text.ElideRight
                    text: panel.schedule.overdueTitle
                }

                AppText {
                    Layout.fillWidth: true
                    elide: Text.ElideRight
                    kind: Theme.small
                    color: Theme.overdue
                    text: panel.schedule.overdueAt === undefined || panel.schedule.now === undefined ? ""
                        : qsTr("Overdue since %1").arg(Format.moment(panel.schedule.overdueAt, panel.schedule.now))
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space8

            ActionButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                kind: ActionButton.Tint
                iconName: "done"
                text: qsTr("Done")
                onClicked: panel.doneRequested(panel.schedule.overdueId)
            }

            ActionButton {
                id: later

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                iconName: "snooze"
                text: qsTr("Snooze")
                onClicked: panel.snoozeRequested(panel.schedule.overdueId, later)
            }
        }
    }

    Item {
        Layout.fillHeight: true
        Layout.preferredHeight: 0
    }
}
