import QtQuick
import Fieldbook.Theme

// A small icon and the words it stands for, on one line.
Row {
    id: pair

    property string iconName
    property string text
    property color color: Theme.ink2
    property color iconColor: color
    property TypeStyle kind: Theme.small
    property real iconSize: Theme.iconInline
    property real gap: Theme.space8 - 2
    property real maximumWidth: 100000

    spacing: gap

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        visible: name !== ""
        name: pair.iconName
        size: pair.iconSize
        color: pair.iconColor
    }

    AppText {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, pair.maximumWidth - pair.iconSize - pair.gap)
        elide: Text.ElideRight
        kind: pair.kind
        color: pair.color
        text: pair.text
    }
}
