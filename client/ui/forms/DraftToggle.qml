import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// A yes or no of a draft, its words beside it, in a frame like the fields around it.
Card {
    id: card

    required property FormDraft draft
    required property string field
    property string hint

    function show() {
        toggle.checked = draft.valueOf(field) === true;
    }

    Layout.fillWidth: true
    Layout.preferredWidth: Theme.sizeListPane
    Layout.fillHeight: true
    padding: Theme.space12
    Component.onCompleted: show()

    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Theme.space12

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            AppText {
                Layout.fillWidth: true
                elide: Text.ElideRight
                text: Labels.field(card.draft.type, card.field)
            }

            AppText {
                Layout.fillWidth: true
                visible: text !== ""
                wrapMode: Text.Wrap
                kind: Theme.small
                color: Theme.ink3
                text: card.hint
            }
        }

        Toggle {
            id: toggle

            objectName: card.field
            text: Labels.field(card.draft.type, card.field)
            onToggled: card.draft.put(card.field, checked)
        }
    }

    Connections {
        target: card.draft

        function onFilled() {
            card.show();
        }
    }
}
