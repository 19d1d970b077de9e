pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// What was promised and is still to be done for a customer.
Card {
    id: card

    required property AppContext app
    required property string customerId

    signal recordOpened(string type, string recordId)

    ReminderListModel {
        id: reminders

        app: card.app
        recordId: card.customerId
        alsoDone: true
    }

    StateView {
        Layout.fillWidth: true
        phase: reminders.state
        skeletonRows: 3
        emptyIcon: "reminder"
        emptyTitle: qsTr("No reminders")
        failedCode: reminders.errorCode
        onRetried: reminders.reload()

        Column {
            width: parent.width

            Repeater {
                model: reminders

                ListRow {
                    required property int index
                    required property string recordId
                    required property string subject
                    required property string kind
                    required property string recurrence
                    required property string reminderState
                    required property string syncMark
                    required property var dueAt

                    readonly property bool open: reminderState === "open" || reminderState === ""

                    width: parent?.width ?? 0
                    inCard: true
                    divided: index < reminders.count - 1
                    squareIcon: recurrence !== "" ? "repeat" : "reminder"
                    title: subject
                    subtitle: Labels.choice("reminder", "kind", kind)
                    struck: !open
                    status: syncMark
                    timeText: Format.moment(dueAt, new Date())
                    timeColor: open && dueAt < new Date() ? Theme.overdue : Theme.ink2
                    onClicked: card.recordOpened("reminder", recordId)
                }
            }
        }
    }
}
