import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Forms
import Fieldbook.Shell
import Fieldbook.Models

// What was said with a customer, by whatever way, and what comes next. Without an id, a new one.
ShellPage {
    id: page

    required property AppContext app
    property string noteId
    property string customerId
    property string leadId
    readonly property bool isNew: noteId === ""

    title: isNew ? qsTr("New note") : qsTr("Note")
    subtitle: draft.customerName

    NoteDraft {
        id: draft

        context: page.isNew ? page.customerId : ""
        leadId: page.isNew ? page.leadId : ""
        recordId: page.noteId
        app: page.app
        onRefused: text => page.said(text, undefined)
        onSaved: {
            page.said(qsTr("Saved on this tablet"), undefined);
            page.closed();
        }
    }

    CustomerChooser {
        id: chooser

        app: page.app
        onChosen: customerId => draft.customerId = customerId
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        StateView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            phase: draft.state
            emptyIcon: "note"
            emptyTitle: qsTr("This note is no longer on this tablet")
            failedCode: draft.errorCode
            onRetried: draft.reload()

            Scroller {
                id: scroller

                anchors.fill: parent
                contentHeight: form.implicitHeight + 2 * Theme.space16

                NoteForm {
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
