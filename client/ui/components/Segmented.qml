pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme

// One of a few views. segments: [{ text, iconName, color }]; arrow keys move while it has the keyboard.
FocusScope {
    id: segmented

    property var segments: []
    property int currentIndex: 0
    property bool even: false
    property string label

    signal selected(int index)

    implicitWidth: row.implicitWidth + 6
    implicitHeight: Theme.grown(Theme.sizeSegmented, 22)
    Accessible.role: Accessible.PageTabList
    Accessible.name: label

    Keys.onLeftPressed: choose(currentIndex - 1)
    Keys.onRightPressed: choose(currentIndex + 1)

    function choose(index: int) {
        if (index < 0 || index >= segments.length || index === currentIndex)
            return;
        currentIndex = index;
        selected(index);
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl48
        color: Theme.sunken
    }

    Row {
        id: row

        x: 3
        y: 3

        Repeater {
            model: segmented.segments

            Pressable {
                id: segment

                required property var modelData
                required property int index
                readonly property bool current: index === segmented.currentIndex
                readonly property color tone: current ? modelData.color ?? Theme.ink : Theme.ink2

                text: modelData.text
                focus: current
                focusPolicy: current ? Qt.StrongFocus : Qt.ClickFocus
                width: segmented.even ? (segmented.width - 6) / segmented.segments.length : implicitWidth
                height: segmented.height - 6
                leftPadding: Theme.space16 - 1
                rightPadding: leftPadding
                Accessible.role: Accessible.PageTab
                Accessible.name: text
                Accessible.checked: current
                onClicked: segmented.choose(index)

                background: Rectangle {
                    radius: Theme.radiusControl
                    color: segment.current ? (Theme.dark ? Theme.pressed : Theme.surface) : segment.hovered ? Theme.hover : "transparent"
                    border.width: segment.current ? 1 : 0
                    border.color: Theme.lineStrong
                }

                contentItem: Item {
                    implicitWidth: content.implicitWidth
                    implicitHeight: content.implicitHeight

                    Row {
                        id: content

                        anchors.centerIn: parent
                        spacing: Theme.space8

                        Icon {
                            anchors.verticalCenter: parent.verticalCenter
                            visible: name !== ""
                            name: segment.modelData.iconName ?? ""
                            size: Theme.iconControl
                            color: segment.tone
                        }

                        AppText {
                            anchors.verticalCenter: parent.verticalCenter
                            kind: segment.current ? Theme.bodyStrong : Theme.body
                            font.pixelSize: Theme.bodyStrong.size - 1
                            color: segment.tone
                            text: segment.text
                        }

                        AppText {
                            anchors.verticalCenter: parent.verticalCenter
                            visible: text !== ""
                            kind: Theme.small
                            color: Theme.ink3
                            text: segment.modelData.count ?? ""
                        }
                    }
                }
            }
        }
    }
}
