pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme

// One field both sides changed: mine, theirs, before, or another value. Each choice is { value, note }; choice is "mine",
// "theirs", "before", "other" or "" while none is made.
GridLayout {
    id: row

    property string label
    property var mine: ({ "value": "" })
    property var theirs: ({ "value": "" })
    property var before: ({ "value": "" })
    property string other
    property string choice
    property real labelWidth: 96

    signal chosen(string choice)
    signal otherRequested()

    columns: Theme.phone ? 1 : 4
    columnSpacing: Theme.space12
    rowSpacing: Theme.space8

    function choose(which: string) {
        choice = which;
        chosen(which);
    }

    ColumnLayout {
        Layout.preferredWidth: row.labelWidth
        Layout.fillWidth: Theme.phone
        spacing: Theme.space4

        AppText {
            Layout.fillWidth: true
            kind: Theme.bodyStrong
            wrapMode: Text.Wrap
            text: row.label
        }

        LinkButton {
            strong: row.choice === "other"
            text: row.other === "" ? qsTr("Other…") : row.other
            onClicked: row.otherRequested()
        }
    }

    Repeater {
        model: ["mine", "theirs", "before"]

        Pressable {
            id: card

            required property string modelData
            readonly property var side: modelData === "mine" ? row.mine : modelData === "theirs" ? row.theirs : row.before
            readonly property bool on: row.choice === modelData

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            implicitHeight: Theme.grown(72, 40)
            leftPadding: Theme.space16
            rightPadding: Theme.space12
            cornerRadius: Theme.radiusControl
            text: (modelData === "mine" ? qsTr("Mine: %1") : modelData === "theirs" ? qsTr("Theirs: %1") : qsTr("Before: %1")).arg(side.value)
            Accessible.role: Accessible.RadioButton
            Accessible.name: text
            Accessible.checked: on
            onClicked: row.choose(modelData)

            background: Rectangle {
                radius: card.cornerRadius
                color: card.down ? Theme.pressed : card.on ? Theme.accentTint : card.hovered ? Theme.hover : Theme.surface
                border.width: card.on ? 2 : 1
                border.color: card.on ? Theme.accent : Theme.lineStrong
            }

            contentItem: RowLayout {
                spacing: Theme.space12

                RadioDot {
                    on: card.on
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    FigureText {
                        Layout.fillWidth: true
                        elide: Text.ElideRight
                        kind: Theme.bodyStrong
                        text: card.side.value
                    }

                    AppText {
                        Layout.fillWidth: true
                        visible: text !== ""
                        elide: Text.ElideRight
                        kind: Theme.micro
                        color: Theme.ink2
                        text: card.side.note ?? ""
                    }
                }
            }
        }
    }
}
