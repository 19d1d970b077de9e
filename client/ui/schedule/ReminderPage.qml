import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Forms
import Fieldbook.Shell
import Fieldbook.Models

// A reminder; without an id, a new one. Done, later and delete are at hand for one that stands.
ShellPage {
    id: page

    required property AppContext app
    property string reminderId
    property string customerId
    // When a new one is due, where the page that asks for it knows.
    property var at
    readonly property bool isNew: reminderId === ""

    title: isNew ? qsTr("New reminder") : qsTr("Reminder")
    subtitle: draft.customerName

    function leave(text: string, undo: var) {
        page.said(text, undo);
        page.closed();
    }

    ReminderDraft {
        id: draft

        context: page.isNew ? page.customerId : ""
        recordId: page.reminderId
        startAt: page.at
        app: page.app
        onRefused: text => page.said(text, undefined)
        onSaved: page.leave(qsTr("Saved on this tablet"), undefined)
    }

    ReminderActions {
        id: reminders

        app: page.app
        onCompleted: (id, title) => page.leave(qsTr("Done: %1").arg(title), () => reminders.undo())
        onSnoozed: (id, until) => page.leave(qsTr("Again %1").arg(Format.moment(until, new Date())), () => reminders.undo())
        onRemoved: (id, title) => page.leave(qsTr("Deleted: %1").arg(title), () => reminders.undo())
        onRefused: text => page.said(text, undefined)
    }

    SnoozeMenu {
        id: snoozeMenu

        reminders: reminders
    }

    CustomerChooser {
        id: chooser

        app: page.app
        onChosen: customerId => draft.customerId = customerId
    }

    AskDialog {
        id: deleteDialog

        title: qsTr("Delete this reminder?")
        text: draft.repeat !== "" ? qsTr("All of its times go.") : ""
        acceptText: qsTr("Delete")
        danger: true
        onAccepted: reminders.remove(page.reminderId)
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        StateView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            phase: draft.state
            emptyIcon: "reminder"
            emptyTitle: qsTr("This reminder is no longer on this tablet")
            failedCode: draft.errorCode
            onRetried: draft.reload()

            Scroller {
                id: scroller

                anchors.fill: parent
                contentHeight: form.implicitHeight + 2 * Theme.space16

                ReminderForm {
                    id: form

                    x: Math.max(Theme.pageMargin, (scroller.width - width) / 2)
                    y: Theme.space16
                    width: Math.min(Theme.sizeFormMax, scroller.width - 2 * Theme.pageMargin)
                    draft: draft
                    onCustomerPicking: anchor => chooser.open()
                }
            }
        }

        ActionBar {
            Layout.fillWidth: true
            start: IconButton {
                visible: !page.isNew && draft.state === StateView.Ready
                large: true
                iconName: "delete"
                text: qsTr("Delete")
                onClicked: deleteDialog.open()
            }

            ActionButton {
                id: later

                large: true
                visible: !page.isNew && draft.open && !draft.dirty && draft.dueAt !== undefined
                iconName: "snooze"
                text: qsTr("Snooze")
                onClicked: snoozeMenu.openFor(page.reminderId, later, draft.dueAt)
            }

            ActionButton {
                large: true
                visible: !page.isNew && !draft.dirty
                enabled: draft.state === StateView.Ready
                kind: ActionButton.Primary
                iconName: draft.open ? "done" : "undo"
                text: draft.open ? qsTr("Done") : qsTr("Open again")
                onClicked: draft.open ? reminders.complete(page.reminderId) : reminders.reopen(page.reminderId)
            }

            ActionButton {
                visible: page.isNew || draft.dirty
                large: true
                text: qsTr("Cancel")
                onClicked: {
                    draft.discard();
                    page.closed();
                }
            }

            ActionButton {
                objectName: "save"
                enabled: draft.state === StateView.Ready
                large: true
                visible: page.isNew || draft.dirty
                kind: ActionButton.Primary
                text: qsTr("Save")
                onClicked: {
                    form.tried = true;
                    if (draft.canSave)
                        draft.save();
                    else
                        page.said(Object.values(draft.problems)[0] ?? qsTr("No changes"), undefined);
                }
            }
        }
    }
}
