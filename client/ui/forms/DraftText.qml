import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// One line of a draft.
InputField {
    id: line

    required property FormDraft draft
    required property string field

    function show() {
        const held = draft.valueOf(field);
        const words = held === undefined ? "" : String(held);
        if (text !== words)
            text = words;
    }

    Layout.fillWidth: true
    Layout.preferredWidth: Theme.sizeListPane
    Layout.alignment: Qt.AlignTop
    objectName: field
    label: Labels.field(draft.type, field)
    required: draft.isRequired(field)
    maximumLength: Math.max(1, draft.maxLength(field))
    error: draft.problems[field] ?? ""
    onEdited: text => draft.put(field, text)
    Component.onCompleted: show()

    Connections {
        target: line.draft

        function onFilled() {
            line.show();
        }

        function onProblemFound(field) {
            if (field === line.field)
                line.forceActiveFocus();
        }
    }
}
