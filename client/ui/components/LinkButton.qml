import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme

// Words that act, small and in the accent colour: "All", "Open it", "Other…".
Pressable {
    id: link

    property string iconName
    property TypeStyle kind: Theme.small
    property bool strong: true
    property color ink: Theme.accent

    cornerRadius: Theme.radiusTag

    contentItem: RowLayout {
        spacing: Theme.space8

        Icon {
            visible: name !== ""
            name: link.iconName
            size: Theme.iconControl
            color: label.color
        }

        AppText {
            id: label

            Layout.fillWidth: true
            elide: Text.ElideRight
            kind: link.kind
            font.weight: link.strong ? Theme.bodyStrong.weight : link.kind.weight
            font.underline: link.hovered
            color: !link.enabled ? Theme.inkDisabled : link.down ? Theme.accentPressed : link.ink
            text: link.text
        }
    }
}
