import QtQuick
import QtQuick.Layouts
import Fieldbook.Components
import Fieldbook.Models
import Fieldbook.Forms

// A customer, new or to be changed. Says while one types who may be here already.
FormPage {
    id: page

    readonly property bool isPerson: values.kind === "person"

    type: "customer"
    preset: ({ "kind": "organisation", "status": "prospect" })
    title: isNew ? qsTr("New customer") : values.name ?? ""
    deletable: true
    deleteTitle: qsTr("Delete this customer?")
    deleteText: qsTr("It goes to the recycle bin, from where it can be taken back with all that belongs to it.")

    DuplicateModel {
        id: duplicates

        app: page.app
        recordId: page.recordId
        name: page.isNew ? page.values.name ?? "" : ""
        phone: page.isNew || page.draft.dirty ? page.values.phone ?? "" : ""
    }

    Segmented {
        id: kinds

        Layout.columnSpan: page.columns
        Layout.preferredWidth: 280
        objectName: "kind"
        even: true
        label: Labels.field("customer", "kind")
        segments: Labels.choices("customer", "kind")
        currentIndex: page.isPerson ? 1 : 0
        onSelected: index => {
            page.draft.put("kind", segments[index].value);
            currentIndex = Qt.binding(() => page.isPerson ? 1 : 0);
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
        visible: !page.isPerson
        draft: page.draft
        field: "short_name"
    }

    // Written down once; afterwards it is shown on request only.
    DraftText {
        visible: page.isPerson && page.isNew
        draft: page.draft
        field: "id_number"
        figures: true
    }

    DraftText {
        draft: page.draft
        field: "more_phones"
        figures: true
        hint: qsTr("Several with commas between them")
    }

    DraftChoice {
        draft: page.draft
        field: "tier"
    }

    DraftChoice {
        draft: page.draft
        field: "status"
    }

    DraftText {
        draft: page.draft
        field: "city"
    }

    DraftText {
        draft: page.draft
        field: "postcode"
        figures: true
    }

    DraftText {
        Layout.columnSpan: page.columns
        draft: page.draft
        field: "address"
    }

    DraftText {
        draft: page.draft
        field: "email"
        inputMethodHints: Qt.ImhEmailCharactersOnly
    }

    DraftText {
        draft: page.draft
        field: "website"
        inputMethodHints: Qt.ImhUrlCharactersOnly
    }

    DraftText {
        draft: page.draft
        field: "industry"
    }

    DraftText {
        draft: page.draft
        field: "region"
    }

    DraftText {
        visible: !page.isPerson
        draft: page.draft
        field: "tax_number"
        figures: true
    }

    DraftText {
        draft: page.draft
        field: "payment_terms"
    }

    DraftText {
        draft: page.draft
        field: "visit_every_days"
        figures: true
        maximumLength: 3
        inputMethodHints: Qt.ImhDigitsOnly
        validator: IntValidator {
            bottom: 0
            top: 999
        }
    }

    DraftText {
        draft: page.draft
        field: "tags"
        hint: qsTr("Several with commas between them")
    }

    DraftNote {
        Layout.columnSpan: page.columns
        draft: page.draft
        field: "profile"
    }

    DraftNote {
        Layout.columnSpan: page.columns
        draft: page.draft
        field: "promise"
        minimumLines: 2
    }
}
