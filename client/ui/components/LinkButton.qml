import QtQuick
import Fieldbook.Theme

// Words that act, small and in the accent colour: "All", "Open it", "Other…".
Pressable {
    id: link

    property string iconName
    property TypeStyle kind: Theme.small
    property bool strong: true
    property color ink: Theme.accent

    cornerRadius: Theme.radiusTag

    contentItem: Row {
        spacing: Theme.space8

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: name !== ""
            name: link.iconName
            size: Theme.iconControl
            color: label.color
        }

        AppText {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            kind: link.kind
            font.weight: link.strong ? Theme.bodyStrong.weight : link.kind.weight
            font.underline: link.hovered
            color: !link.enabled ? Theme.inkDisabled : link.down ? Theme.accentPressed : link.ink
            elide: Text.ElideRight
            width: Math.min(implicitWidth, link.availableWidth - x)
            text: link.text
        }
    }
}
