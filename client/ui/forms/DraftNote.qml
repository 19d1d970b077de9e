import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// A longer text of a draft.
NoteField {
    id: note

    required property FormDraft draft
    required property string field

    function show() {
        const words = String(draft.valueOf(field) ?? "");
        if (text !== words)
            text = words;
    }

    Layout.fillWidth: true
    Layout.preferredWidth: Theme.sizeListPane
    Layout.alignment: Qt.AlignTop
    objectName: field
    label: Labels.field(draft.type, field)
    maximumLength: Math.max(1, draft.maxLength(field))
    error: draft.problems[field] ?? ""
    onEdited: text => draft.put(field, text)
    Component.onCompleted: show()

    Connections {
        target: note.draft

        function onFilled() {
            note.show();
        }
    }
}
