pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// What is overdue and what is due today; a tick does it.
Card {
    id: card

    required property TodayView day
    required property var now

    signal reminderOpened(string reminderId)
    signal completed(string reminderId, string subject)

    function iconOf(kind: string): string {
        switch (kind) {
        case "call":
        case "visit":
        case "quote":
        case "payment":
        case "promise":
            return kind;
        default:
            return "reminder";
        }
    }

    StateView {
        Layout.fillWidth: true
        phase: card.day.reminders.state
        skeletonRows: 3
        emptyIcon: "done"
        emptyTitle: qsTr("Nothing is due today")

        Column {
            width: parent.width

            Repeater {
                id: rows

                model: card.day.reminders

                Column {
                    id: entry

                    required property int index
                    required property string recordId
                    required property string subject
                    required property string customerName
                    required property string kind
                    required property string section
                    required property string syncMark
                    required property var dueAt

                    readonly property bool overdue: section === "overdue"
                    readonly property bool opensSection: index === 0 || index === card.day.reminders.overdueShown

                    width: parent?.width ?? 0

                    SectionHeader {
                        width: parent.width
                        visible: entry.opensSection
                        first: entry.index === 0
                        status: entry.overdue ? "overdue" : "today"
                        title: entry.overdue ? qsTr("Overdue") : qsTr("Today")
                        count: entry.overdue ? card.day.overdueCount : card.day.dueCount
                    }

                    ListRow {
                        width: parent.width
                        density: ListRow.Compact
                        inCard: true
                        divided: entry.index < rows.count - 1
                        title: entry.subject
                        subtitle: entry.customerName
                        status: entry.syncMark
                        timeIcon: card.iconOf(entry.kind)
                        timeText: Format.shortMoment(entry.dueAt, card.now)
                        timeColor: entry.overdue ? Theme.overdue : Theme.today
                        onClicked: card.reminderOpened(entry.recordId)

                        leading: CheckMark {
                            text: qsTr("Done: %1").arg(entry.subject)
                            onToggled: {
                                card.completed(entry.recordId, entry.subject);
                                card.day.complete(entry.recordId);
                            }
                        }
                    }
                }
            }

            LinkButton {
                visible: card.day.reminders.hasMore
                text: qsTr("Show more")
                onClicked: card.day.reminders.showMore()
            }
        }
    }
}
