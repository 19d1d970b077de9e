pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// Says who may already be there, with the way to each. Until the person says that it is somebody else.
ColumnLayout {
    id: hint

    required property DuplicateModel duplicates
    property bool dismissed: false

    signal recordOpened(string type, string recordId)

    function wordsOf(type: string, pooled: bool, samePhone: bool, sameName: bool): string {
        const why = samePhone ? qsTr("same phone") : sameName ? qsTr("same name") : qsTr("similar name");
        const what = type !== "listing" ? Labels.type(type) : pooled ? qsTr("In the public pool") : qsTr("A colleague's customer");
        return what + (Format.chinese ? "，" : ", ") + why;
    }

    visible: duplicates.count > 0 && !dismissed
    spacing: 0

    Notice {
        Layout.fillWidth: true
        objectName: "duplicateNotice"
        status: "waiting"
        iconName: "duplicate"
        title: qsTr("This one may be here already")

        ColumnLayout {
            spacing: Theme.space4

            Repeater {
                model: hint.duplicates

                Pressable {
                    id: entry

                    required property string recordId
                    required property string recordType
                    required property string name
                    required property string ownerName
                    required property bool pooled
                    required property bool samePhone
                    required property bool sameName
                    readonly property string words: hint.wordsOf(recordType, pooled, samePhone, sameName)
                    // Of what a colleague has there is no more to see here.
                    readonly property bool opens: recordType !== "listing"

                    Layout.fillWidth: true
                    implicitHeight: Theme.grown(48, 42)
                    objectName: "duplicate"
                    enabled: opens
                    text: opens ? qsTr("Open %1, %2").arg(name).arg(words) : name + (Format.chinese ? "，" : ", ") + words
                    onClicked: hint.recordOpened(recordType, recordId)

                    contentItem: ColumnLayout {
                        spacing: 0

                        AppText {
                            Layout.fillWidth: true
                            elide: Text.ElideRight
                            kind: Theme.bodyStrong
                            color: entry.opens ? Theme.accent : Theme.ink
                            text: entry.name
                        }

                        AppText {
                            Layout.fillWidth: true
                            elide: Text.ElideRight
                            kind: Theme.small
                            color: Theme.ink2
                            text: entry.words + (entry.ownerName === "" ? "" : (Format.chinese ? "，" : ", ") + qsTr("responsible: %1").arg(entry.ownerName))
                        }
                    }
                }
            }

            LinkButton {
                objectName: "somebodyElse"
                text: qsTr("It is somebody else")
                onClicked: hint.dismissed = true
            }
        }
    }
}
