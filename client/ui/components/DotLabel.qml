import QtQuick
import Fieldbook.Theme

// A coloured dot and words in its colour: overdue, today, later. Narrower than its words, it cuts them with an ellipsis.
Item {
    id: label

    property string status: "later"
    property string text
    property bool strong: false
    property TypeStyle kind: Theme.small

    implicitWidth: words.implicitWidth + words.x
    implicitHeight: words.implicitHeight

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: 8
        height: 8
        radius: 4
        color: Status.ink(label.status)
    }

    AppText {
        id: words

        x: 14
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, label.width - x)
        elide: Text.ElideRight
        kind: label.kind
        font.weight: label.strong ? Theme.bodyStrong.weight : label.kind.weight
        color: Status.ink(label.status)
        text: label.text
    }
}
