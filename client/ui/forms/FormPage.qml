pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell
import Fieldbook.Models

// A form of one record: two columns where there is room. What is typed is kept until it is saved or discarded, also when the page
// is left or the app dies.
ShellPage {
    id: page

    required property AppContext app
    property alias draft: draft
    property alias type: draft.type
    property alias recordId: draft.recordId
    property alias preset: draft.preset
    property string saveText: qsTr("Save")
    property bool deletable: false
    property string deleteTitle
    property string deleteText
    // What the form shows now, by field; and what the records that it refers to are called.
    readonly property var values: draft.values
    readonly property var names: draft.names
    readonly property bool isNew: draft.recordId === ""
    readonly property int columns: grid.width >= 600 ? 2 : 1
    default property alias fields: grid.data

    // The record is on this tablet.
    signal saved(string recordId)
    signal removed(string recordId)
    signal recordOpened(string type, string recordId)

    FormDraft {
        id: draft

        app: page.app
        onRefused: text => page.said(text, null)
        onSaved: recordId => {
            page.said(qsTr("Saved on this tablet"), null);
            page.closed();
            page.saved(recordId);
        }
        onRemoved: recordId => {
            page.closed();
            page.removed(recordId);
        }
    }

    AskDialog {
        id: deleteDialog

        danger: true
        title: page.deleteTitle
        text: page.deleteText
        acceptText: qsTr("Delete…")
        onAccepted: draft.remove()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        StateView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            phase: draft.state
            emptyIcon: "document"
            emptyTitle: qsTr("This is no longer on this tablet")
            emptyText: qsTr("Somebody else may be responsible for it now.")
            failedCode: draft.errorCode
            onRetried: draft.reload()

            Scroller {
                id: scroller

                anchors.fill: parent
                contentHeight: sheet.implicitHeight + 2 * Theme.space16

                ColumnLayout {
                    id: sheet

                    x: Math.max(Theme.pageMargin, (scroller.width - width) / 2)
                    y: Theme.space16
                    width: Math.min(Theme.sizeFormMax, scroller.width - 2 * Theme.pageMargin)
                    spacing: Theme.space16

                    RestoredNotice {
                        Layout.fillWidth: true
                        objectName: "restoredNotice"
                        draft: draft
                    }

                    GridLayout {
                        id: grid

                        Layout.fillWidth: true
                        columns: page.columns
                        columnSpacing: Theme.space16
                        rowSpacing: Theme.space16
                    }
                }
            }
        }

        ActionBar {
            readonly property bool unchanged: !page.isNew && !draft.dirty && draft.state === StateView.Ready

            Layout.fillWidth: true
            note: unchanged ? qsTr("No changes") : Theme.phone || !draft.dirty ? "" : qsTr("Kept on this tablet as you type")
            start: ActionButton {
                visible: page.deletable && !page.isNew && draft.state === StateView.Ready
                kind: ActionButton.Danger
                large: true
                text: qsTr("Delete…")
                onClicked: deleteDialog.open()
            }

            ActionButton {
                large: true
                text: qsTr("Cancel")
                onClicked: {
                    draft.discard();
                    page.closed();
                }
            }

            ActionButton {
                objectName: "save"
                kind: ActionButton.Primary
                large: true
                busy: draft.busy
                text: page.saveText
                enabled: draft.state === StateView.Ready && (page.isNew || draft.dirty) && !draft.busy
                onClicked: draft.save()
            }
        }
    }
}
