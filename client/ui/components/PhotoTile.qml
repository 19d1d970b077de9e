import QtQuick
import Fieldbook.Theme
import Fieldbook.Components

// A photo with rounded corners and its words; without a source, the dashed place where one is taken.
Pressable {
    id: tile

    property url source
    property string caption
    property string status
    readonly property bool empty: String(source) === ""

    implicitWidth: 112
    implicitHeight: 80
    cornerRadius: Theme.radiusControl
    text: empty ? qsTr("Take a photo") : caption === "" ? qsTr("Photo") : qsTr("Photo: %1").arg(caption)

    background: PhotoFrame {
        source: tile.source
        radius: Theme.radiusControl
        edge: tile.empty ? Theme.control : Theme.line
        around: Theme.surface
        dashed: tile.empty
    }

    contentItem: Item {
        Column {
            anchors.centerIn: parent
            visible: tile.empty
            spacing: Theme.space4

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: "photo"
                size: Theme.iconButton
                color: Theme.ink2
            }

            AppText {
                anchors.horizontalCenter: parent.horizontalCenter
                kind: Theme.small
                color: Theme.ink2
                text: tile.caption
            }
        }

        Rectangle {
            anchors.left: parent.left
            anchors.bottom: parent.bottom
            anchors.margins: Theme.space4
            visible: !tile.empty && tile.caption !== ""
            width: Math.min(words.implicitWidth + 12, parent.width - 8)
            height: words.height + 2
            radius: Theme.radiusTag
            color: Theme.scrim

            AppText {
                id: words

                x: 6
                width: parent.width - 12
                anchors.verticalCenter: parent.verticalCenter
                elide: Text.ElideRight
                kind: Theme.micro
                color: Theme.inkOnSpine
                text: tile.caption
            }
        }

        Badge {
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.space4
            visible: tile.status !== ""
            status: tile.status
        }
    }
}
