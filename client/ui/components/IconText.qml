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
    property real maximumWidth: 100000

    spacing: Theme.space8 - 2

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        visible: name !== ""
        name: pair.iconName
        size: Theme.iconInline
        color: pair.iconColor
    }

    AppText {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, pair.maximumWidth - 22)
        elide: Text.ElideRight
        kind: pair.kind
        color: pair.color
        text: pair.text
    }
}
