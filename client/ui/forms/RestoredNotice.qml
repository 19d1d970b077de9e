import QtQuick
import Fieldbook.Components
import Fieldbook.Models

// Says that what was typed before came back, and offers to forget it.
Notice {
    id: notice

    required property RecordDraft draft

    visible: draft.restored
    status: "waiting"
    iconName: "document"
    title: qsTr("Not saved yet")
    text: qsTr("This is as you left it.")

    LinkButton {
        text: qsTr("Discard changes")
        onClicked: notice.draft.discard()
    }
}
