import QtQuick
import QtQuick.Layouts
import Fieldbook.Components
import Fieldbook.Models

// What is asked before a lead is given up or given on, and what is said when it is done.
Item {
    id: acts

    required property LeadView lead

    signal said(string text)

    function askGiveUp() {
        reason.text = "";
        giveUpDialog.open();
    }

    function askAssign() {
        person.value = undefined;
        why.text = "";
        assignDialog.open();
    }

    Connections {
        target: acts.lead

        function onDone(name) {
            if (name === "lead.assign")
                acts.said(qsTr("Given on, saved on this tablet"));
            else
                acts.said(qsTr("%1: %2, saved on this tablet").arg(acts.lead.name).arg(acts.wordOf(name)));
        }

        function onRefused(text) {
            acts.said(text);
        }
    }

    function wordOf(act: string): string {
        const stages = { "lead.contact": "contacted", "lead.qualify": "qualified", "lead.disqualify": "disqualified", "lead.reopen": "new" };
        return Labels.choice("lead", "stage", stages[act] ?? "");
    }

    AskDialog {
        id: giveUpDialog

        danger: true
        title: qsTr("Give this lead up?")
        text: qsTr("It stays in the list of those given up and can be reopened.")
        acceptText: qsTr("Give up…")
        acceptable: reason.text.trim() !== ""
        onAccepted: acts.lead.giveUp(reason.text)

        InputField {
            id: reason

            Layout.fillWidth: true
            objectName: "giveUpReason"
            required: true
            label: Labels.field("lead", "disqualified_reason")
            maximumLength: 130
        }
    }

    AskDialog {
        id: assignDialog

        title: qsTr("Give it to whom?")
        text: qsTr("Open reminders about it go along.")
        acceptText: qsTr("Assign")
        acceptable: person.value !== undefined
        onAccepted: acts.lead.assign(person.value, why.text)

        ChoiceField {
            id: person

            Layout.fillWidth: true
            required: true
            label: Labels.field("lead", "owner")
            options: acts.lead.assignees
        }

        InputField {
            id: why

            Layout.fillWidth: true
            label: qsTr("Why")
            maximumLength: 130
        }
    }
}
