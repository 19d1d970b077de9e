import QtQuick
import QtQuick.Layouts
import Fieldbook.Components
import Fieldbook.Models
import Fieldbook.Forms

// An opportunity beside the board. What is typed is kept until it is saved or discarded, also when the sheet is closed.
Sheet {
    id: sheet

    required property AppContext app

    signal said(string text)
    signal moveRequested(string recordId, Item anchor)
    signal orderRequested(string customerId, string opportunityId)

    title: draft.recordId === "" ? qsTr("New deal") : draft.name

    function openRecord(recordId: string) {
        draft.recordId = recordId;
        draft.reload();
        form.fill();
        open();
    }

    function openNew(customerId: string) {
        draft.recordId = "";
        draft.reload();
        if (customerId !== "")
            draft.customerId = customerId;
        form.fill();
        open();
    }

    OpportunityDraft {
        id: draft

        app: sheet.app
        onRefused: text => sheet.said(text)
        onSaved: {
            sheet.said(qsTr("Saved on this tablet"));
            sheet.close();
        }
    }

    CustomerChooser {
        id: chooser

        app: sheet.app
        onChosen: customerId => draft.customerId = customerId
    }

    StateView {
        Layout.fillWidth: true
        phase: draft.state
        emptyIcon: "deal"
        emptyTitle: qsTr("This deal is no longer on this tablet")
        failedCode: draft.errorCode
        onRetried: draft.reload()

        OpportunityForm {
            id: form

            width: parent.width
            draft: draft
            onCustomerPicking: anchor => {
                chooser.parent = anchor;
                chooser.open();
            }
            onMoveRequested: anchor => sheet.moveRequested(draft.recordId, anchor)
        }
    }

    footer: [
        ActionButton {
            large: true
            visible: draft.recordId !== "" && draft.state === StateView.Ready
            iconName: "orders"
            text: qsTr("Order")
            onClicked: {
                sheet.close();
                sheet.orderRequested(draft.customerId, draft.recordId);
            }
        },
        ActionButton {
            Layout.fillWidth: true
            kind: ActionButton.Primary
            large: true
            text: qsTr("Save")
            enabled: draft.state === StateView.Ready && reason === "" && !busy
            reason: draft.canSave || draft.state !== StateView.Ready ? "" : !draft.dirty ? qsTr("No changes") : qsTr("Customer and name are needed")
            onClicked: draft.save()
        }
    ]
}
