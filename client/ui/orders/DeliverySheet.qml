import QtQuick
import QtQuick.Layouts
import Fieldbook.Components
import Fieldbook.Models

// Where and by when, and what else the office should know.
Sheet {
    id: sheet

    required property OrderDraft draft

    title: qsTr("Delivery and notes")
    onAboutToShow: {
        day.value = draft.requestedOn;
        address.text = draft.shipTo;
        notes.text = draft.notes;
    }

    DateField {
        id: day

        Layout.fillWidth: true
        label: qsTr("Deliver by")
        clearable: true
        onPicked: value => sheet.draft.requestedOn = value
    }

    InputField {
        id: address

        Layout.fillWidth: true
        label: qsTr("Ship to")
        maximumLength: 130
        onEdited: text => sheet.draft.shipTo = text
    }

    NoteField {
        id: notes

        Layout.fillWidth: true
        label: qsTr("Notes")
        maximumLength: 4000
        onEdited: text => sheet.draft.notes = text
    }

    footer: ActionButton {
        Layout.fillWidth: true
        kind: ActionButton.Primary
        large: true
        text: qsTr("Done")
        onClicked: sheet.close()
    }
}
