pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme

// What can be made new, five in a row. tiles: [{ key, text, iconName }]; currentKey is the one whose form is open.
Item {
    id: grid

    property var tiles: []
    property string currentKey
    property int columns: 5
    readonly property real tileHeight: 52 + Theme.space4 + Theme.small.line

    signal selected(string key)

    implicitWidth: 320
    implicitHeight: Math.ceil(tiles.length / columns) * (tileHeight + Theme.space16) - Theme.space16

    Repeater {
        model: grid.tiles

        Pressable {
            id: tile

            required property var modelData
            required property int index
            readonly property bool current: modelData.key === grid.currentKey

            x: index % grid.columns * width
            y: Math.floor(index / grid.columns) * (grid.tileHeight + Theme.space16)
            width: grid.width / grid.columns
            height: grid.tileHeight
            cornerRadius: Theme.radiusAction
            text: modelData.text
            Accessible.role: Accessible.Button
            Accessible.name: text
            onClicked: grid.selected(modelData.key)

            contentItem: Item {
                Rectangle {
                    id: face

                    anchors.horizontalCenter: parent.horizontalCenter
                    width: 52
                    height: 52
                    radius: Theme.radiusAction
                    color: tile.current ? Theme.accent : tile.down ? Theme.pressed : Theme.sunken

                    Icon {
                        anchors.centerIn: parent
                        name: tile.modelData.iconName
                        size: Theme.iconBar
                        color: tile.current ? Theme.inkOnAccent : Theme.ink2
                    }
                }

                AppText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    anchors.top: face.bottom
                    anchors.topMargin: Theme.space4
                    width: Math.min(implicitWidth, parent.width)
                    elide: Text.ElideRight
                    kind: grid.width / grid.columns < 80 * Theme.textScale ? Theme.micro : Theme.small
                    font.weight: tile.current ? Theme.bodyStrong.weight : Theme.small.weight
                    color: tile.current ? Theme.accent : Theme.ink2
                    text: tile.text
                }
            }
        }
    }
}
