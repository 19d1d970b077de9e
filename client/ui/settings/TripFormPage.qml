import QtQuick.Layouts
import Fieldbook.Models
import Fieldbook.Forms

// A business trip (出差): while it lasts, two logins a week are enough.
FormPage {
    id: page

    type: "trip"
    title: isNew ? qsTr("Business trip") : values.places ?? ""
    saveText: qsTr("Save trip")
    deletable: true
    deleteTitle: qsTr("Delete this trip?")
    deleteText: qsTr("It goes to the recycle bin, from where it can be taken back.")

    DraftText {
        Layout.columnSpan: page.columns
        draft: page.draft
        field: "places"
        focus: page.isNew
    }

    DraftDate {
        draft: page.draft
        field: "from_day"
    }

    DraftDate {
        draft: page.draft
        field: "to_day"
    }

    DraftNote {
        Layout.columnSpan: page.columns
        draft: page.draft
        field: "purpose"
    }
}
