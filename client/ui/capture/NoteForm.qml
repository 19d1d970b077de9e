pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models
import Fieldbook.Forms

// Way, person, moment and content of a communication; the next step becomes a reminder.
ColumnLayout {
    id: form

    required property NoteDraft draft
    property bool tried: false
    readonly property var problems: draft.problems
    readonly property int columns: width >= 600 ? 2 : 1
    readonly property bool isNew: draft.recordId === ""
    readonly property var kinds: ["note", "call", "message", "mail", "meeting"]
    readonly property var kindIcons: ({ "note": "note", "call": "call", "message": "message", "mail": "mail", "meeting": "team" })

    signal customerPicking(Item anchor)

    spacing: Theme.space16

    // What is typed is set when the record or its draft has come; what is picked, whenever the draft has changed.
    function fill() {
        content.text = draft.content;
        nextTitle.text = draft.nextTitle;
        show();
    }

    function show() {
        contact.value = draft.contactId;
        day.value = draft.happenedDay;
        clock.minutes = draft.happenedMinutes;
        direction.value = draft.direction;
        outcome.value = draft.outcome;
        nextDay.value = draft.nextDay;
        nextTime.minutes = draft.nextMinutes;
    }

    function problem(field: string): string {
        return tried ? problems[field] ?? "" : "";
    }

    Component.onCompleted: fill()

    Connections {
        target: form.draft

        function onFilled() {
            form.fill();
        }

        function onChanged() {
            form.show();
        }
    }

    RestoredNotice {
        Layout.fillWidth: true
        draft: form.draft
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.space8

        Repeater {
            model: form.kinds

            Chip {
                id: way

                required property string modelData

                checkable: true
                checked: form.draft.kind === modelData
                iconName: form.kindIcons[modelData]
                text: Labels.choice("activity", "kind", modelData)
                onToggled: form.draft.kind = way.modelData
            }
        }
    }

    PickField {
        id: customer

        Layout.fillWidth: true
        visible: !form.draft.ofLead
        required: form.isNew
        label: Labels.field("activity", "customer")
        text: form.draft.customerName
        placeholder: qsTr("Choose a customer")
        iconName: "customers"
        error: form.problem("customer")
        onPicking: form.customerPicking(customer)
    }

    NoteField {
        id: content

        objectName: "content"
        Layout.fillWidth: true
        required: true
        minimumLines: 4
        label: Labels.field("activity", "content")
        placeholder: qsTr("What was said, what was promised?")
        maximumLength: 6000
        error: form.problem("content")
        onEdited: text => form.draft.content = text
    }

    GridLayout {
        Layout.fillWidth: true
        columns: form.columns
        columnSpacing: Theme.space16
        rowSpacing: Theme.space16

        ChoiceField {
            id: contact

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: form.draft.contacts.length > 0
            label: Labels.field("activity", "contact")
            options: form.draft.contacts
            onChosen: value => form.draft.contactId = value
        }

        ChoiceField {
            id: direction

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: form.draft.kind !== "note" && form.draft.kind !== "meeting"
            label: Labels.field("activity", "direction")
            options: Labels.choices("activity", "direction")
            onChosen: value => form.draft.direction = value
        }

        DateField {
            id: day

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            required: true
            label: qsTr("On")
            error: form.draft.dirty ? form.problems["happened_at"] ?? "" : ""
            onPicked: value => form.draft.happenedDay = value
        }

        TimeField {
            id: clock

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            required: true
            label: qsTr("At")
            onPicked: minutes => form.draft.happenedMinutes = minutes
        }

        ChoiceField {
            id: outcome

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: Labels.field("activity", "outcome")
            options: Labels.choices("activity", "outcome")
            onChosen: value => form.draft.outcome = value
        }
    }

    Divider {
        Layout.fillWidth: true
        visible: form.isNew
    }

    InputField {
        id: nextTitle

        objectName: "nextTitle"
        Layout.fillWidth: true
        visible: form.isNew
        label: qsTr("Next step")
        hint: qsTr("You will be reminded of it")
        maximumLength: 130
        onEdited: text => form.draft.nextTitle = text
    }

    GridLayout {
        Layout.fillWidth: true
        visible: form.isNew && form.draft.nextTitle !== ""
        columns: form.columns
        columnSpacing: Theme.space16
        rowSpacing: Theme.space16

        DateField {
            id: nextDay

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Remind on")
            error: form.problem("next.due_at")
            onPicked: value => form.draft.nextDay = value
        }

        TimeField {
            id: nextTime

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("At")
            onPicked: minutes => form.draft.nextMinutes = minutes
        }
    }
}
