import QtQuick
import QtQuick.Layouts
import Fieldbook.Components
import Fieldbook.Models
import Fieldbook.Forms

// Takes a lead down: a name and a phone number are enough, the rest when there is time. Says while one types who it may be.
FormPage {
    id: page

    property bool more: !isNew || draft.restored

    type: "lead"
    title: isNew ? qsTr("New lead") : values.name ?? ""
    saveText: isNew ? qsTr("Save lead") : qsTr("Save")
    deletable: true
    deleteTitle: qsTr("Delete this lead?")
    deleteText: qsTr("It goes to the recycle bin, from where it can be taken back.")

    DuplicateModel {
        id: duplicates

        app: page.app
        recordId: page.recordId
        name: page.isNew ? page.values.name ?? "" : ""
        phone: page.isNew || page.draft.dirty ? page.values.phone ?? "" : ""
    }

    DraftText {
        Layout.columnSpan: page.columns
        draft: page.draft
        field: "name"
        label: qsTr("Name or company")
        focus: page.isNew
    }

    DraftText {
        Layout.columnSpan: page.columns
        draft: page.draft
        field: "phone"
        figures: true
        inputMethodHints: Qt.ImhDialableCharactersOnly
    }

    DuplicateHint {
        Layout.fillWidth: true
        Layout.columnSpan: page.columns
        duplicates: duplicates
        onRecordOpened: (type, recordId) => page.recordOpened(type, recordId)
    }

    ActionButton {
        Layout.columnSpan: page.columns
        visible: !page.more
        objectName: "more"
        large: true
        text: qsTr("More fields")
        onClicked: page.more = true
    }

    DraftText {
        visible: page.more
        draft: page.draft
        field: "company"
    }

    DraftText {
        visible: page.more
        draft: page.draft
        field: "contact_name"
    }

    DraftChoice {
        visible: page.more
        draft: page.draft
        field: "source"
    }

    DraftChoice {
        visible: page.more
        draft: page.draft
        field: "readiness"
    }

    DraftText {
        visible: page.more
        draft: page.draft
        field: "interest"
    }

    DraftDate {
        visible: page.more
        draft: page.draft
        field: "next_contact_at"
        isMoment: true
    }

    DraftText {
        visible: page.more
        draft: page.draft
        field: "email"
        inputMethodHints: Qt.ImhEmailCharactersOnly
    }

    DraftText {
        visible: page.more
        draft: page.draft
        field: "address"
    }

    DraftNote {
        Layout.columnSpan: page.columns
        visible: page.more
        draft: page.draft
        field: "notes"
    }
}
