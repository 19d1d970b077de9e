import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// One of the choices that the declaration names; optional ones can be taken back.
ChoiceField {
    id: choice

    required property FormDraft draft
    required property string field
    readonly property var none: required ? [] : [{ "value": "", "text": qsTr("Not known") }]

    function show() {
        value = draft.valueOf(field) ?? "";
    }

    Layout.fillWidth: true
    Layout.preferredWidth: Theme.sizeListPane
    Layout.alignment: Qt.AlignTop
    objectName: field
    label: Labels.field(draft.type, field)
    required: draft.isRequired(field)
    options: none.concat(Labels.choices(draft.type, field))
    error: draft.problems[field] ?? ""
    onChosen: value => draft.put(field, value)
    Component.onCompleted: show()

    Connections {
        target: choice.draft

        function onFilled() {
            choice.show();
        }
    }
}
