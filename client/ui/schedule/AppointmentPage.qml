import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Forms
import Fieldbook.Shell
import Fieldbook.Models

// An appointment, or one occurrence of a series; without an id, a new one.
ShellPage {
    id: page

    required property AppContext app
    property string appointmentId
    property string customerId
    property var occurrence
    // When a new one begins, where the page that asks for it knows.
    property var at
    readonly property bool isNew: appointmentId === ""

    title: isNew ? qsTr("New appointment") : qsTr("Appointment")
    subtitle: draft.customerName

    function leave(text: string) {
        page.said(text, undefined);
        page.closed();
    }

    AppointmentDraft {
        id: draft

        context: page.isNew ? page.customerId : ""
        occurrence: page.occurrence
        recordId: page.appointmentId
        startAt: page.at
        app: page.app
        onRefused: text => page.said(text, undefined)
        onSaved: page.leave(qsTr("Saved on this tablet"))
        onRemoved: page.leave(qsTr("Deleted"))
    }

    CustomerChooser {
        id: chooser

        app: page.app
        onChosen: customerId => draft.customerId = customerId
    }

    AskDialog {
        id: deleteDialog

        title: qsTr("Delete this appointment?")
        text: !draft.series ? "" : draft.scope === AppointmentDraft.This ? qsTr("Only this time goes; the others stay.")
            : draft.scope === AppointmentDraft.Following ? qsTr("This time and all later ones go.") : qsTr("All of its times go.")
        acceptText: qsTr("Delete")
        danger: true
        onAccepted: draft.removeScope()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        StateView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            phase: draft.state
            emptyIcon: "calendar"
            emptyTitle: qsTr("This appointment is no longer on this tablet")
            failedCode: draft.errorCode
            onRetried: draft.reload()

            Scroller {
                id: scroller

                anchors.fill: parent
                contentHeight: form.implicitHeight + 2 * Theme.space16

                AppointmentForm {
                    id: form

                    x: Math.max(Theme.pageMargin, (scroller.width - width) / 2)
                    y: Theme.space16
                    width: Math.min(Theme.sizeFormMax, scroller.width - 2 * Theme.pageMargin)
                    draft: draft
                    onCustomerPicking: chooser.open()
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
                kind: ActionButton.Primary
                large: true
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
