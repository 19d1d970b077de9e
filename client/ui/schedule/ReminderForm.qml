import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models
import Fieldbook.Forms

// What a reminder says, when it is due and how it repeats.
ColumnLayout {
    id: form

    required property ReminderDraft draft
    property bool tried: false
    readonly property var problems: draft.problems
    readonly property int columns: width >= 600 ? 2 : 1
    // Of going back into the pool the server alone warns.
    readonly property var kinds: Labels.choices("reminder", "kind")
    readonly property var ownKinds: kinds.filter(each => each.value !== "pool" || each.value === draft.kind)

    signal customerPicking(Item anchor)

    spacing: Theme.space16

    // What is typed is set when the record or its draft has come; what is picked, whenever the draft has changed.
    function fill() {
        title.text = draft.title;
        notes.text = draft.notes;
        show();
    }

    function show() {
        day.value = draft.dueDay;
        clock.minutes = draft.dueMinutes;
        kind.value = draft.kind;
    }

    function problem(field: string): string {
        return tried || (field !== "title" && draft.dirty) ? problems[field] ?? "" : "";
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

    Notice {
        Layout.fillWidth: true
        visible: form.draft.snoozedUntil !== undefined
        status: "later"
        iconName: "snooze"
        text: form.draft.snoozedUntil === undefined ? "" : qsTr("Put off until %1").arg(Format.moment(form.draft.snoozedUntil, new Date()))
    }

    InputField {
        id: title

        objectName: "title"
        Layout.fillWidth: true
        required: true
        label: Labels.field("reminder", "title")
        placeholder: qsTr("What is to be done?")
        maximumLength: 130
        error: form.problem("title")
        onEdited: text => form.draft.title = text
    }

    GridLayout {
        Layout.fillWidth: true
        columns: form.columns
        columnSpacing: Theme.space16
        rowSpacing: Theme.space16

        DateField {
            id: day

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            required: true
            label: qsTr("Due on")
            error: form.problem("due_at")
            onPicked: value => form.draft.dueDay = value
        }

        TimeField {
            id: clock

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            required: true
            label: qsTr("At")
            onPicked: minutes => form.draft.dueMinutes = minutes
        }

        PickField {
            id: customer

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: Labels.field("reminder", "customer")
            text: form.draft.customerName
            placeholder: qsTr("Choose a customer")
            iconName: "customers"
            onPicking: form.customerPicking(customer)
        }

        ChoiceField {
            id: kind

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: Labels.field("reminder", "kind")
            options: form.ownKinds
            onChosen: value => form.draft.kind = value
        }
    }

    RepeatFields {
        Layout.fillWidth: true
        draft: form.draft
        columns: form.columns
    }

    NoteField {
        id: notes

        Layout.fillWidth: true
        label: Labels.field("reminder", "notes")
        maximumLength: 6000
        onEdited: text => form.draft.notes = text
    }
}
