pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme

// The spine of the app on a tablet. entries and lowerEntries: [{ key, text, iconName, badge }].
Rectangle {
    id: rail

    property var entries: []
    property var lowerEntries: []
    property string currentKey

    signal activated(string key)
    signal newRequested()

    implicitWidth: Theme.grown(Theme.sizeRail, 64)
    color: Theme.spine
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Main menu")

    component Entry: Pressable {
        id: entry

        required property var modelData
        readonly property bool current: modelData.key === rail.currentKey

        width: rail.implicitWidth - 12
        implicitHeight: Theme.grown(Theme.sizeRailItem, 28)
        cornerRadius: Theme.radiusControl48
        ringColor: Theme.inkOnSpine
        text: modelData.text
        Accessible.role: Accessible.PageTab
        Accessible.name: modelData.badge ? text + ", " + qsTr("%n need you", "", modelData.badge) : text
        Accessible.selected: current
        onClicked: rail.activated(modelData.key)

        background: Rectangle {
            radius: entry.cornerRadius
            color: entry.current || entry.down ? Theme.spineActive : "transparent"
            opacity: entry.down && !entry.current ? 0.6 : 1
        }

        contentItem: Item {
            Icon {
                id: icon

                anchors.horizontalCenter: parent.horizontalCenter
                y: Theme.space8
                name: entry.modelData.iconName
                size: Theme.iconRail
                color: entry.current || entry.hovered ? Theme.inkOnSpine : Theme.inkOnSpine2
            }

            AppText {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.top: icon.bottom
                anchors.topMargin: Theme.space4
                width: Math.min(implicitWidth, parent.width)
                elide: Text.ElideRight
                kind: Theme.micro
                font.weight: entry.current ? Theme.bodyStrong.weight : Theme.micro.weight
                color: icon.color
                text: entry.text
            }

            CountBadge {
                anchors.left: icon.right
                anchors.leftMargin: -6
                y: Theme.space4
                count: entry.modelData.badge ?? 0
            }
        }
    }

    Rectangle {
        anchors.right: parent.right
        visible: Theme.dark
        width: 1
        height: parent.height
        color: Theme.line
    }

    Pressable {
        id: create

        x: (rail.implicitWidth - width) / 2
        y: 12
        width: Theme.sizeRailNew
        height: Theme.sizeRailNew
        cornerRadius: Theme.radiusAction
        ringColor: Theme.inkOnSpine
        text: qsTr("New")
        onClicked: rail.newRequested()

        background: Rectangle {
            radius: create.cornerRadius
            color: Theme.spineAction
            opacity: create.down ? 0.8 : 1
        }

        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                name: "add"
                size: Theme.iconBar
                color: Theme.inkOnSpineAction
            }
        }
    }

    Flickable {
        anchors.top: create.bottom
        anchors.topMargin: Theme.space16
        anchors.bottom: lower.top
        anchors.left: parent.left
        anchors.right: parent.right
        contentHeight: upper.implicitHeight
        clip: contentHeight > height
        interactive: clip
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: upper

            x: 6
            spacing: Theme.space4

            Repeater {
                model: rail.entries

                Entry {
                }
            }
        }
    }

    Column {
        id: lower

        x: 6
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space12
        spacing: Theme.space4

        Repeater {
            model: rail.lowerEntries

            Entry {
            }
        }
    }
}
