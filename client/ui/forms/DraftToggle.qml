import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// A yes or no of a draft, its words beside it.
RowLayout {
    id: row

    required property FormDraft draft
    required property string field
    property string hint

    function show() {
        toggle.checked = draft.valueOf(field) === true;
    }

    Layout.fillWidth: true
    Layout.preferredWidth: Theme.sizeListPane
    Layout.alignment: Qt.AlignTop
    Layout.minimumHeight: Theme.sizeTouch
    spacing: Theme.space12
    Component.onCompleted: show()

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        AppText {
            Layout.fillWidth: true
            elide: Text.ElideRight
            text: Labels.field(row.draft.type, row.field)
        }

        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            wrapMode: Text.Wrap
            kind: Theme.small
            color: Theme.ink3
            text: row.hint
        }
    }

    Toggle {
        id: toggle

        objectName: row.field
        text: Labels.field(row.draft.type, row.field)
        onToggled: row.draft.put(row.field, checked)
    }

    Connections {
        target: row.draft

        function onFilled() {
            row.show();
        }
    }
}
