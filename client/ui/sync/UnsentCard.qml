pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// How much of each kind is not sent yet.
Card {
    id: card

    required property var unsent

    padding: Theme.space16
    gap: Theme.space8

    CardHeader {
        title: qsTr("Not yet sent")
    }

    GridLayout {
        Layout.fillWidth: true
        columns: 4
        columnSpacing: Theme.space12
        rowSpacing: Theme.space8

        Repeater {
            model: ["", qsTr("New"), qsTr("Changed"), qsTr("Deleted")]

            AppText {
                required property string modelData
                required property int index

                Layout.fillWidth: index === 0
                horizontalAlignment: Text.AlignRight
                kind: Theme.micro
                color: Theme.ink3
                text: modelData
            }
        }

        Repeater {
            model: card.unsent.reduce((cells, each) => cells.concat([Labels.type(each.type), each.created, each.changed, each.deleted]), [])

            FigureText {
                required property var modelData
                required property int index

                Layout.fillWidth: index % 4 === 0
                horizontalAlignment: index % 4 === 0 ? Text.AlignLeft : Text.AlignRight
                kind: Theme.small
                color: modelData === 0 ? Theme.ink3 : Theme.ink
                text: modelData === 0 ? "–" : modelData
            }
        }
    }
}
