pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme

// Tabs of a record's page. tabs: [{ text, count }]; left, right, Home and End move while one has the keyboard.
FocusScope {
    id: strip

    property var tabs: []
    property int currentIndex: 0
    property bool lined: true

    signal selected(int index)

    implicitWidth: row.implicitWidth
    implicitHeight: Theme.grown(Theme.sizeTabs, 22)
    Accessible.role: Accessible.PageTabList

    Keys.onLeftPressed: choose(currentIndex - 1)
    Keys.onRightPressed: choose(currentIndex + 1)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Home || event.key === Qt.Key_End) {
            choose(event.key === Qt.Key_Home ? 0 : tabs.length - 1);
            event.accepted = true;
        }
    }

    function choose(index: int) {
        if (index < 0 || index >= tabs.length || index === currentIndex)
            return;
        currentIndex = index;
        selected(index);
        if (strip.activeFocus)
            (repeater.itemAt(index) as Item)?.forceActiveFocus(Qt.TabFocusReason);
        reveal();
    }

    function reveal() {
        const tab = repeater.itemAt(currentIndex) as Item;
        if (tab === null || flick.contentWidth <= flick.width)
            return;
        flick.contentX = Math.max(0, Math.min(flick.contentWidth - flick.width, tab.x - 40));
    }

    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
        visible: strip.lined
    }

    Flickable {
        id: flick

        anchors.fill: parent
        contentWidth: row.implicitWidth
        contentHeight: height
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentWidth > width

        Row {
            id: row

            height: parent.height
            spacing: Theme.space24

            Repeater {
                id: repeater

                model: strip.tabs

                Pressable {
                    id: tab

                    required property var modelData
                    required property int index
                    readonly property bool current: index === strip.currentIndex

                    height: row.height
                    focus: current
                    focusPolicy: current ? Qt.StrongFocus : Qt.ClickFocus
                    ringInset: 4
                    text: modelData.text
                    Accessible.role: Accessible.PageTab
                    Accessible.name: modelData.count !== undefined ? text + " " + modelData.count : text
                    Accessible.selected: current
                    onClicked: strip.choose(index)

                    contentItem: Row {
                        spacing: Theme.space8

                        AppText {
                            anchors.verticalCenter: parent.verticalCenter
                            kind: tab.current ? Theme.bodyStrong : Theme.body
                            color: tab.current ? Theme.accent : tab.hovered ? Theme.ink : Theme.ink2
                            text: tab.text
                        }

                        AppText {
                            anchors.verticalCenter: parent.verticalCenter
                            visible: text !== ""
                            kind: Theme.small
                            color: Theme.ink3
                            text: tab.modelData.count ?? ""
                        }
                    }

                    Rectangle {
                        anchors.bottom: parent.bottom
                        visible: tab.current
                        width: parent.width
                        height: 2
                        color: Theme.accent
                    }
                }
            }
        }
    }
}
