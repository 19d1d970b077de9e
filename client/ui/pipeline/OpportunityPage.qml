import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell
import Fieldbook.Models
import Fieldbook.Forms

// An opportunity as a page of its own, for where it is reached from elsewhere than the board; without an id, a new one.
ShellPage {
    id: page

    required property AppContext app
    property string opportunityId
    property string customerId

    signal customerChosen(string customerId)
    signal orderRequested(string customerId, string opportunityId)

    title: opportunityId === "" ? qsTr("New deal") : draft.name
    subtitle: draft.customerName

    OpportunityDraft {
        id: draft

        context: page.opportunityId === "" ? page.customerId : ""
        recordId: page.opportunityId
        app: page.app
        onRefused: text => page.said(text, null)
        onSaved: {
            page.said(qsTr("Saved on this tablet"), null);
            if (page.opportunityId === "")
                page.closed();
        }
    }

    CustomerChooser {
        id: chooser

        app: page.app
        onChosen: customerId => draft.customerId = customerId
    }

    MoveDialog {
        id: moveDialog

        app: page.app
        onSaid: text => page.said(text, null)
    }

    ActionMenu {
        id: moveMenu

        readonly property var pipeline: Labels.choices("opportunity", "stage")
        readonly property var stages: pipeline.filter(stage => stage.value !== draft.stage)

        actions: stages.map(stage => ({ "text": stage.text }))
        onTriggered: index => moveDialog.begin(page.opportunityId, stages[index].value)
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        StateView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            phase: draft.state
            emptyIcon: "deal"
            emptyTitle: qsTr("This deal is no longer on this tablet")
            failedCode: draft.errorCode
            onRetried: draft.reload()

            Scroller {
                id: scroller

                anchors.fill: parent
                contentHeight: form.implicitHeight + 2 * Theme.space16

                OpportunityForm {
                    id: form

                    x: Math.max(Theme.pageMargin, (scroller.width - width) / 2)
                    y: Theme.space16
                    width: Math.min(Theme.sizeFormMax, scroller.width - 2 * Theme.pageMargin)
                    draft: draft
                    onCustomerPicking: anchor => {
                        chooser.parent = anchor;
                        chooser.open();
                    }
                    onMoveRequested: anchor => {
                        moveMenu.parent = anchor;
                        moveMenu.open();
                    }
                }
            }
        }

        ActionBar {
            Layout.fillWidth: true

            ActionButton {
                large: true
                visible: page.opportunityId !== ""
                iconName: "customers"
                text: qsTr("Customer")
                onClicked: page.customerChosen(draft.customerId)
            }

            ActionButton {
                large: true
                visible: page.opportunityId !== ""
                iconName: "orders"
                text: qsTr("Order")
                onClicked: page.orderRequested(draft.customerId, page.opportunityId)
            }

            ActionButton {
                kind: ActionButton.Primary
                large: true
                text: qsTr("Save")
                reason: draft.canSave || draft.state !== StateView.Ready ? "" : !draft.dirty ? qsTr("No changes") : qsTr("Customer and name are needed")
                onClicked: draft.save()
            }
        }
    }
}
