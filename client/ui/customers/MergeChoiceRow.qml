pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components

// One field in which two customers differ, and which value stands.
ColumnLayout {
    id: row

    required property string fieldName
    required property string fieldLabel
    required property string survivorText
    required property string loserText
    required property bool joins
    required property string picked
    readonly property var either: [{ "value": "survivor", "text": survivorText }, { "value": "loser", "text": loserText }]
    readonly property var both: [{ "value": "both", "text": qsTr("Both, one below the other") }]
    readonly property var choices: joins ? either.concat(both) : either

    signal chosen(string choice)

    spacing: 0

    AppText {
        Layout.fillWidth: true
        kind: Theme.small
        color: Theme.ink3
        text: row.fieldLabel
    }

    Repeater {
        model: row.choices

        Pressable {
            id: choice

            required property var modelData
            readonly property bool on: row.picked === modelData.value

            Layout.fillWidth: true
            implicitHeight: Theme.grown(Theme.sizeTouch, 22)
            objectName: row.fieldName + "-" + modelData.value
            text: row.fieldLabel + (Format.chinese ? "：" : ": ") + modelData.text
            Accessible.role: Accessible.RadioButton
            Accessible.name: text
            Accessible.checked: on
            onClicked: row.chosen(modelData.value)

            contentItem: RowLayout {
                spacing: Theme.space12

                RadioDot {
                    on: choice.on
                }

                AppText {
                    Layout.fillWidth: true
                    elide: Text.ElideRight
                    kind: choice.on ? Theme.bodyStrong : Theme.body
                    text: choice.modelData.text
                }
            }
        }
    }
}
