import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models
import Fieldbook.Forms

// What an appointment is, when and where, how it repeats and when to remind of it.
ColumnLayout {
    id: form

    required property AppointmentDraft draft
    property bool tried: false
    readonly property var problems: draft.problems
    readonly property int columns: width >= 600 ? 2 : 1
    readonly property var leads: [
        { "value": -1, "text": qsTr("No reminder") }, { "value": 0, "text": qsTr("When it begins") },
        { "value": 5, "text": qsTr("5 minutes before") }, { "value": 15, "text": qsTr("15 minutes before") },
        { "value": 30, "text": qsTr("30 minutes before") }, { "value": 60, "text": qsTr("1 hour before") },
        { "value": 120, "text": qsTr("2 hours before") }, { "value": 1440, "text": qsTr("1 day before") }
    ]

    signal customerPicking(Item anchor)

    spacing: Theme.space16

    // What is typed is set when the record or its draft has come; what is picked, whenever the draft has changed.
    function fill() {
        title.text = draft.title;
        place.text = draft.place;
        notes.text = draft.notes;
        show();
    }

    function show() {
        startDay.value = draft.startDay;
        startTime.minutes = draft.startMinutes;
        endDay.value = draft.endDay;
        endTime.minutes = draft.endMinutes;
        lead.value = draft.leadMinutes;
        allDay.checked = draft.allDay;
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

    ColumnLayout {
        Layout.fillWidth: true
        visible: form.draft.series
        spacing: Theme.space4

        AppText {
            kind: Theme.small
            color: Theme.ink2
            text: qsTr("Changes are for")
        }

        Segmented {
            objectName: "scope"
            Layout.fillWidth: true
            even: true
            label: qsTr("Changes are for")
            segments: [{ "text": qsTr("This time") }, { "text": Theme.phone ? qsTr("From here") : qsTr("This and later") }, { "text": qsTr("All") }]
            currentIndex: form.draft.scope
            onSelected: index => form.draft.scope = index
        }
    }

    InputField {
        id: title

        objectName: "title"
        Layout.fillWidth: true
        required: true
        label: Labels.field("appointment", "title")
        placeholder: qsTr("What is it?")
        maximumLength: 130
        error: form.problem("title")
        onEdited: text => form.draft.title = text
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space12

        AppText {
            Layout.fillWidth: true
            text: Labels.field("appointment", "all_day")
        }

        Toggle {
            id: allDay

            text: Labels.field("appointment", "all_day")
            onToggled: form.draft.allDay = checked
        }
    }

    GridLayout {
        Layout.fillWidth: true
        columns: form.columns
        columnSpacing: Theme.space16
        rowSpacing: Theme.space16

        DateField {
            id: startDay

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            required: true
            label: qsTr("Starts on")
            error: form.problem("starts_at")
            onPicked: value => form.draft.startDay = value
        }

        TimeField {
            id: startTime

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: !form.draft.allDay
            required: true
            label: qsTr("At")
            onPicked: minutes => form.draft.startMinutes = minutes
        }

        DateField {
            id: endDay

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            required: true
            label: qsTr("Ends on")
            error: form.problem("ends_at")
            onPicked: value => form.draft.endDay = value
        }

        TimeField {
            id: endTime

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: !form.draft.allDay
            required: true
            label: qsTr("At")
            onPicked: minutes => form.draft.endMinutes = minutes
        }

        InputField {
            id: place

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: Labels.field("appointment", "place")
            maximumLength: 130
            onEdited: text => form.draft.place = text
        }

        ChoiceField {
            id: lead

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Remind me")
            options: form.leads
            onChosen: value => form.draft.leadMinutes = value
        }

        PickField {
            id: customer

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: Labels.field("appointment", "customer")
            text: form.draft.customerName
            placeholder: qsTr("Choose a customer")
            iconName: "customers"
            onPicking: form.customerPicking(customer)
        }
    }

    Notice {
        Layout.fillWidth: true
        visible: form.draft.inPast && form.draft.recordId === ""
        status: "waiting"
        iconName: "info"
        text: qsTr("This begins in the past.")
    }

    RepeatFields {
        Layout.fillWidth: true
        visible: !form.draft.series || form.draft.scope !== AppointmentDraft.This
        draft: form.draft
        columns: form.columns
    }

    NoteField {
        id: notes

        Layout.fillWidth: true
        label: Labels.field("appointment", "notes")
        maximumLength: 6000
        onEdited: text => form.draft.notes = text
    }
}
