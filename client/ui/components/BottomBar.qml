pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme

// The menu of a phone: four entries with New in the middle. entries: [{ key, text, iconName, badge }].
Rectangle {
    id: bar

    property var entries: []
    property string currentKey

    signal activated(string key)
    signal newRequested()

    implicitHeight: Theme.grown(Theme.sizeBottomBar, 16)
    color: Theme.surface
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Main menu")

    Divider {
        width: parent.width
    }

    Row {
        anchors.fill: parent

        Repeater {
            // The middle cell is New, so that it lies under the thumb of either hand.
            model: bar.entries.slice(0, 2).concat([null], bar.entries.slice(2, 4))

            Pressable {
                id: cell

                required property var modelData
                readonly property bool create: modelData === null
                readonly property bool current: !create && modelData.key === bar.currentKey

                width: bar.width / 5
                height: bar.height
                ringInset: 4
                text: create ? qsTr("New") : modelData.text
                Accessible.role: create ? Accessible.Button : Accessible.PageTab
                Accessible.selected: current
                onClicked: {
                    if (create)
                        bar.newRequested();
                    else
                        bar.activated(modelData.key);
                }

                contentItem: Item {
                    Rectangle {
                        anchors.centerIn: parent
                        visible: cell.create
                        width: 48
                        height: 48
                        radius: Theme.radiusAction
                        color: cell.down ? Theme.accentPressed : Theme.accent

                        Icon {
                            anchors.centerIn: parent
                            name: "add"
                            size: Theme.iconBar
                            color: Theme.inkOnAccent
                        }
                    }

                    Icon {
                        id: icon

                        anchors.horizontalCenter: parent.horizontalCenter
                        y: Theme.space12
                        visible: !cell.create
                        name: cell.create ? "" : cell.modelData.iconName
                        size: Theme.iconRail
                        color: cell.current ? Theme.accent : Theme.ink3
                    }

                    AppText {
                        anchors.horizontalCenter: parent.horizontalCenter
                        anchors.top: icon.bottom
                        anchors.topMargin: 2
                        visible: !cell.create
                        kind: Theme.micro
                        font.weight: cell.current ? Theme.bodyStrong.weight : Theme.micro.weight
                        color: cell.current ? Theme.accent : Theme.ink2
                        text: cell.text
                    }

                    CountBadge {
                        anchors.left: icon.right
                        anchors.leftMargin: -6
                        y: Theme.space4
                        count: cell.create ? 0 : cell.modelData.badge ?? 0
                    }
                }
            }
        }
    }
}
