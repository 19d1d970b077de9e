import QtQuick
import QtQuick.Layouts
import Fieldbook.Components
import Fieldbook.Models

// Asks for what a move needs: a reason, an amount, a date, why it was lost. Moves that need nothing pass without it.
AskDialog {
    id: dialog

    required property AppContext app

    signal said(string text)

    title: qsTr("Move to %1").arg(Labels.choice("opportunity", "stage", move.stage))
    text: move.dealName
    acceptText: qsTr("Move")
    acceptable: move.canMove
    onAccepted: move.move()

    function begin(opportunityId: string, stage: string) {
        move.begin(opportunityId, stage);
    }

    OpportunityMove {
        id: move

        app: dialog.app
        onAsked: {
            reason.text = "";
            lostReason.text = "";
            lostTo.text = "";
            amount.minor = 0;
            close.value = undefined;
            dialog.open();
        }
        onMoved: (dealName, stage) => dialog.said(qsTr("%1: %2, saved on this tablet").arg(dealName).arg(Labels.choice("opportunity", "stage", stage)))
        onRefused: text => dialog.said(text)
    }

    MoneyField {
        id: amount

        Layout.fillWidth: true
        visible: move.needsAmount
        required: true
        label: Labels.field("opportunity", "amount")
        currency: move.currency
        onAmountEdited: minor => move.amount = minor
    }

    DateField {
        id: close

        Layout.fillWidth: true
        visible: move.needsClose
        required: true
        label: Labels.field("opportunity", "expected_close")
        onPicked: value => move.expectedClose = value
    }

    InputField {
        id: lostReason

        Layout.fillWidth: true
        visible: move.needsLostReason
        required: true
        label: Labels.field("opportunity", "lost_reason")
        maximumLength: 130
        onEdited: text => move.lostReason = text
    }

    InputField {
        id: lostTo

        Layout.fillWidth: true
        visible: move.needsLostReason
        label: Labels.field("opportunity", "lost_to")
        maximumLength: 130
        onEdited: text => move.lostTo = text
    }

    InputField {
        id: reason

        Layout.fillWidth: true
        visible: move.needsReason
        required: true
        label: qsTr("Why it moves back")
        maximumLength: 130
        onEdited: text => move.reason = text
    }
}
