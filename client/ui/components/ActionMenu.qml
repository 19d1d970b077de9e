pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Fieldbook.Theme

// A list of actions that opens where it is put. actions: [{ text, note, iconName, checked, danger, enabled }].
T.Popup {
    id: menu

    property var actions: []

    signal triggered(int index)

    implicitWidth: Theme.grown(240, 160)
    implicitHeight: Math.min(list.contentHeight + 2 * padding, 420)
    margins: Theme.space8
    padding: Theme.space4
    focus: true
    onOpened: {
        list.currentIndex = firstChoice();
        list.forceActiveFocus();
    }

    function isOpenTo(action: var): bool {
        return action.enabled ?? true;
    }

    // What is checked, or else the first that can be chosen.
    function firstChoice(): int {
        const checked = actions.findIndex(action => action.checked);
        return Math.max(0, checked >= 0 ? checked : actions.findIndex(isOpenTo));
    }

    function choose(index: int) {
        if (!isOpenTo(actions[index]))
            return;
        close();
        triggered(index);
    }

    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.motionFade }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.motionFade }
    }

    background: Rectangle {
        radius: Theme.radiusControl48
        color: Theme.surface
        border.width: 1
        border.color: Theme.lineStrong
    }

    contentItem: ListView {
        id: list

        clip: true
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        model: menu.actions
        Accessible.role: Accessible.PopupMenu
        Keys.onReturnPressed: menu.choose(currentIndex)
        Keys.onEnterPressed: menu.choose(currentIndex)
        Keys.onSpacePressed: menu.choose(currentIndex)

        delegate: Pressable {
            id: row

            required property var modelData
            required property int index
            readonly property color tone: modelData.danger ? Theme.refused : Theme.ink

            width: ListView.view.width
            implicitHeight: Theme.grown(Theme.sizeTouch, 22)
            leftPadding: Theme.space12
            rightPadding: Theme.space12
            text: modelData.text
            focusPolicy: Qt.NoFocus
            enabled: menu.isOpenTo(modelData)
            Accessible.role: Accessible.MenuItem
            Accessible.name: text
            onClicked: menu.choose(index)

            background: Rectangle {
                radius: Theme.radiusControl
                color: row.down ? Theme.pressed : row.hovered || row.ListView.isCurrentItem ? Theme.hover : "transparent"
            }

            contentItem: Item {
                Icon {
                    id: icon

                    anchors.verticalCenter: parent.verticalCenter
                    width: visible ? Theme.iconControl : 0
                    visible: name !== ""
                    name: row.modelData.iconName ?? ""
                    size: Theme.iconControl
                    color: row.tone
                }

                AppText {
                    id: words

                    anchors.left: icon.right
                    anchors.leftMargin: icon.visible ? Theme.space12 : 0
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(implicitWidth, parent.width - x - (tick.visible ? 24 : 0))
                    elide: Text.ElideRight
                    color: row.enabled ? row.tone : Theme.inkDisabled
                    text: row.text
                }

                AppText {
                    anchors.left: words.right
                    anchors.leftMargin: Theme.space8
                    anchors.right: tick.left
                    anchors.verticalCenter: parent.verticalCenter
                    elide: Text.ElideRight
                    kind: Theme.small
                    color: Theme.ink3
                    text: row.modelData.note ?? ""
                }

                Icon {
                    id: tick

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    visible: row.modelData.checked ?? false
                    name: "check"
                    size: Theme.iconInline
                    color: Theme.accent
                }
            }
        }
    }
}
