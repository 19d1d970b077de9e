import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// What is asked before a customer is let go or protected, and what is said when it is done.
Item {
    id: acts

    required property CustomerView customer

    signal said(string text)

    function askRelease() {
        reason.text = "";
        releaseDialog.open();
    }

    function askProtect() {
        protectDialog.open();
    }

    function wordsOf(act: string): string {
        switch (act) {
        case "customer.release":
            return qsTr("Released to the public pool, saved on this tablet");
        case "customer.protect":
            return qsTr("Protected, saved on this tablet");
        default:
            return qsTr("No longer protected, saved on this tablet");
        }
    }

    Connections {
        target: acts.customer

        function onDone(name) {
            acts.said(acts.wordsOf(name));
        }

        function onRefused(text) {
            acts.said(text);
        }
    }

    AskDialog {
        id: releaseDialog

        danger: true
        title: qsTr("Release this customer to the public pool?")
        text: qsTr("Colleagues of the board can claim it then. Planned visits and open reminders about it are cancelled; what was recorded stays.")
        acceptText: qsTr("Release")
        acceptable: reason.text.trim() !== ""
        onAccepted: acts.customer.release(reason.text)

        InputField {
            id: reason

            Layout.fillWidth: true
            objectName: "releaseReason"
            required: true
            label: Labels.field("customer", "pool_reason")
            maximumLength: 130
        }
    }

    AskDialog {
        id: protectDialog

        title: qsTr("Protect this customer?")
        text: acts.customer.mayProtectUntil === undefined ? "" : qsTr("Until %1 it does not go back into the public pool.").arg(Format.day(acts.customer.mayProtectUntil))
        acceptText: qsTr("Protect")
        onAccepted: acts.customer.protect()
    }
}
