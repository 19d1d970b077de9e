import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme

// A label and its value on one line, with an icon where it helps.
RowLayout {
    id: fact

    property string iconName
    property string label
    property string value
    property bool figures: false
    property bool strong: false
    property color valueColor: Theme.ink
    property real tall: 28
    default property alias trailing: slot.data

    Layout.fillWidth: true
    Layout.preferredHeight: Theme.grown(tall, 20)
    spacing: Theme.space12

    Icon {
        visible: name !== ""
        name: fact.iconName
        size: Theme.iconControl
        color: Theme.ink3
    }

    AppText {
        Layout.fillWidth: true
        elide: Text.ElideRight
        kind: Theme.small
        font.weight: fact.strong ? Theme.bodyStrong.weight : Theme.small.weight
        color: fact.strong ? Theme.ink : Theme.ink2
        text: fact.label
    }

    AppText {
        visible: !fact.figures && text !== ""
        kind: Theme.small
        font.weight: fact.strong ? Theme.bodyStrong.weight : Theme.small.weight
        color: fact.valueColor
        text: fact.value
    }

    FigureText {
        visible: fact.figures && text !== ""
        kind: Theme.small
        font.weight: fact.strong ? Theme.bodyStrong.weight : Theme.small.weight
        color: fact.valueColor
        text: fact.value
    }

    Row {
        id: slot

        visible: children.length > 0
    }
}
