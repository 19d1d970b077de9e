import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models
import Fieldbook.Forms

// Somebody at a customer, new or to be changed.
FormPage {
    id: page

    property string customerId

    signal customerChosen(string customerId)

    type: "contact"
    preset: customerId === "" ? ({}) : ({ "customer": customerId })
    title: isNew ? qsTr("New contact") : values.name ?? ""
    deletable: true
    deleteTitle: qsTr("Delete this contact?")
    deleteText: qsTr("It goes to the recycle bin, from where it can be taken back. For somebody who left, say so instead.")

    DuplicateModel {
        id: duplicates

        app: page.app
        recordId: page.recordId
        name: page.isNew ? page.values.name ?? "" : ""
        phone: page.isNew || page.draft.dirty ? page.values.phone ?? "" : ""
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.columnSpan: page.columns
        spacing: Theme.space12

        Square {
            iconName: "customers"
        }

        AppText {
            Layout.fillWidth: true
            elide: Text.ElideRight
            kind: Theme.bodyStrong
            text: page.names.customer ?? ""
        }

        LinkButton {
            text: qsTr("Open the customer")
            onClicked: page.customerChosen(page.values.customer)
        }
    }

    DraftText {
        draft: page.draft
        field: "name"
        focus: page.isNew
    }

    DraftText {
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

    DraftText {
        draft: page.draft
        field: "title"
    }

    DraftText {
        draft: page.draft
        field: "department"
    }

    DraftChoice {
        draft: page.draft
        field: "role"
    }

    DraftText {
        draft: page.draft
        field: "more_phones"
        figures: true
        hint: qsTr("Several with commas between them")
    }

    DraftText {
        draft: page.draft
        field: "email"
        inputMethodHints: Qt.ImhEmailCharactersOnly
    }

    DraftText {
        draft: page.draft
        field: "im"
    }

    DraftToggle {
        draft: page.draft
        field: "is_primary"
        hint: qsTr("There is one; whoever was it before no longer is.")
    }

    DraftToggle {
        draft: page.draft
        field: "left_company"
    }

    DraftNote {
        Layout.columnSpan: page.columns
        draft: page.draft
        field: "notes"
    }
}
