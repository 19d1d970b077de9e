import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// What rings now, at the top of the window until it is answered: done, later, open; closing it leaves the reminder as it is.
Item {
    id: banner

    required property ReminderAlarm alarm
    required property AppContext app
    readonly property string customerName: alarm.customerName
    readonly property string dueText: alarm.dueAt === undefined ? "" : Format.moment(alarm.dueAt, new Date())
    readonly property bool isReminder: alarm.recordType === "reminder"

    signal opened(string type, string recordId)
    signal said(string text, var undo)

    visible: alarm.count > 0
    implicitWidth: 480
    implicitHeight: card.implicitHeight

    ReminderActions {
        id: reminders

        app: banner.app
        onCompleted: (id, title) => banner.said(qsTr("Done: %1").arg(title), () => reminders.undo())
        onSnoozed: (id, until) => banner.said(qsTr("Again %1").arg(Format.moment(until, new Date())), () => reminders.undo())
        onRefused: text => banner.said(text, undefined)
    }

    SnoozeMenu {
        id: snoozeMenu

        reminders: reminders
    }

    Card {
        id: card

        width: parent.width
        padding: Theme.space16
        gap: Theme.space12
        edge: Theme.lineStrong
        Accessible.role: Accessible.AlertMessage
        Accessible.name: banner.alarm.title

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space12

            Icon {
                Layout.alignment: Qt.AlignTop
                name: banner.isReminder ? "reminder" : "calendar"
                size: Theme.iconBar
                color: Theme.accent
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                AppText {
                    Layout.fillWidth: true
                    elide: Text.ElideRight
                    kind: Theme.bodyStrong
                    text: banner.alarm.title
                }

                AppText {
                    Layout.fillWidth: true
                    elide: Text.ElideRight
                    kind: Theme.small
                    color: Theme.ink2
                    text: banner.customerName === "" ? banner.dueText : banner.customerName + " · " + banner.dueText
                }

                LinkButton {
                    visible: banner.alarm.count > 1
                    text: qsTr("%n more: close all", "", banner.alarm.count - 1)
                    onClicked: banner.alarm.dismissAll()
                }
            }

            IconButton {
                Layout.alignment: Qt.AlignTop
                iconName: "close"
                text: qsTr("Close")
                onClicked: banner.alarm.dismiss()
            }
        }

        RowLayout {
            Layout.fillWidth: true
            layoutDirection: Theme.leftHanded ? Qt.RightToLeft : Qt.LeftToRight
            spacing: Theme.space8

            Item {
                Layout.fillWidth: true
            }

            ActionButton {
                text: qsTr("Open")
                onClicked: {
                    banner.opened(banner.alarm.recordType, banner.alarm.recordId);
                    banner.alarm.dismiss();
                }
            }

            ActionButton {
                id: later

                visible: banner.isReminder
                iconName: "snooze"
                text: qsTr("Snooze")
                onClicked: snoozeMenu.openFor(banner.alarm.recordId, later, undefined)
            }

            ActionButton {
                visible: banner.isReminder
                kind: ActionButton.Tint
                iconName: "done"
                text: qsTr("Done")
                onClicked: reminders.complete(banner.alarm.recordId)
            }
        }
    }
}
