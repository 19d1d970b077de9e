import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// A day of a draft; a moment is set to nine o'clock of the day.
DateField {
    id: day

    required property FormDraft draft
    required property string field
    property bool isMoment: false

    function show() {
        value = draft.valueOf(field);
    }

    Layout.fillWidth: true
    Layout.preferredWidth: Theme.sizeListPane
    Layout.alignment: Qt.AlignTop
    objectName: field
    label: Labels.field(draft.type, field)
    clearable: true
    onPicked: value => draft.put(field, value === undefined || !isMoment ? value
        : new Date(value.getFullYear(), value.getMonth(), value.getDate(), 9))
    Component.onCompleted: show()

    Connections {
        target: day.draft

        function onFilled() {
            day.show();
        }
    }
}
