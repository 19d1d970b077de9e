import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// One line: how many, and how much off. Or, without a product, the discount on the order as a whole.
AskDialog {
    id: dialog

    required property OrderDraft draft
    property string productId
    readonly property bool ofOrder: productId === ""
    readonly property real percent: Number(percentField.text)
    readonly property bool percentFits: percentField.text === "" || (percent >= 0 && percent <= 100)

    acceptText: qsTr("Done")
    acceptable: percentFits

    function openLine(productId: string, name: string, quantity: real, percentOff: real) {
        dialog.productId = productId;
        title = name;
        stepper.value = quantity;
        percentField.text = percentOff > 0 ? String(Number(percentOff.toFixed(2))) : "";
        open();
    }

    function openOrder(percentOff: real) {
        dialog.productId = "";
        title = qsTr("Discount on the order");
        percentField.text = percentOff > 0 ? String(Number(percentOff.toFixed(2))) : "";
        open();
    }

    onAccepted: {
        if (ofOrder) {
            draft.percentOff = percent;
        } else {
            draft.put(productId, stepper.value);
            draft.setLinePercentOff(productId, percent);
        }
    }

    RowLayout {
        Layout.fillWidth: true
        visible: !dialog.ofOrder
        spacing: Theme.space12

        AppText {
            Layout.fillWidth: true
            kind: Theme.small
            color: Theme.ink2
            text: qsTr("Quantity")
        }

        LinkButton {
            text: qsTr("Take out")
            onClicked: {
                dialog.draft.put(dialog.productId, 0);
                dialog.close();
            }
        }

        Stepper {
            id: stepper

            decimals: 3
            label: qsTr("Quantity")
        }
    }

    InputField {
        id: percentField

        Layout.fillWidth: true
        figures: true
        label: qsTr("Discount in percent")
        placeholder: "0"
        inputMethodHints: Qt.ImhFormattedNumbersOnly
        error: dialog.percentFits ? "" : ErrorText.sentence("discount.range")
    }
}
