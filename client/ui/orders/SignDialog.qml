import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// The customer signs for what stands in the order; a change of the goods after that asks for it anew.
AskDialog {
    id: dialog

    required property OrderDraft draft

    title: qsTr("Signature for %1").arg(Format.money(draft.total, draft.currency, true))
    text: qsTr("%n item(s), %1 pieces", "", draft.lineCount).arg(Format.count(draft.pieces))
    acceptText: qsTr("Close")
    rejectText: ""

    function begin() {
        signer.text = draft.signedBy;
        box.strokes = draft.signature;
        open();
    }

    InputField {
        id: signer

        Layout.fillWidth: true
        label: qsTr("Who signs")
        maximumLength: 60
    }

    SignatureBox {
        id: box

        Layout.fillWidth: true
        caption: signer.text + " " + Format.moment(dialog.draft.signedAt ?? new Date(), new Date())
        onCleared: dialog.draft.clearSignature()
        onAccepted: strokes => {
            dialog.draft.sign(strokes, signer.text);
            dialog.close();
        }
    }
}
