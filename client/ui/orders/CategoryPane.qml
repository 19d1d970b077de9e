pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// The catalogue's categories: a column beside the products, or a row of chips above them.
Item {
    id: pane

    required property CategoryModel categories
    property string category
    property bool horizontal: false

    signal chosen(string category)

    implicitHeight: horizontal ? Theme.sizeTouch : 0

    function label(name: string): string {
        return name === "usual" ? qsTr("Usual") : name === "" ? qsTr("All") : name;
    }

    Rectangle {
        anchors.fill: parent
        visible: !pane.horizontal
        color: Theme.canvas
    }

    ListView {
        id: list

        anchors.fill: parent
        anchors.margins: pane.horizontal ? 0 : Theme.space8
        clip: true
        orientation: pane.horizontal ? ListView.Horizontal : ListView.Vertical
        spacing: pane.horizontal ? Theme.space8 : Theme.space4
        boundsBehavior: Flickable.StopAtBounds
        model: pane.categories
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Categories")

        delegate: Pressable {
            id: entry

            required property string name
            required property int products
            readonly property bool current: name === pane.category

            width: pane.horizontal ? implicitWidth : ListView.view.width
            height: Theme.grown(Theme.sizeTouch, 22)
            minimumHit: 0
            leftPadding: Theme.space12
            rightPadding: Theme.space12
            text: pane.label(name)
            Accessible.role: Accessible.ListItem
            Accessible.selected: current
            onClicked: pane.chosen(name)

            background: Rectangle {
                radius: Theme.radiusControl
                color: entry.down ? Theme.pressed : entry.current ? Theme.accentTint : entry.hovered ? Theme.hover : "transparent"
                border.width: pane.horizontal && !entry.current ? 1 : 0
                border.color: Theme.lineStrong
            }

            contentItem: Item {
                implicitWidth: words.implicitWidth + count.implicitWidth + Theme.space8
                implicitHeight: words.implicitHeight

                AppText {
                    id: words

                    anchors.left: parent.left
                    anchors.right: count.left
                    anchors.rightMargin: Theme.space4
                    anchors.verticalCenter: parent.verticalCenter
                    elide: Text.ElideRight
                    kind: entry.current ? Theme.bodyStrong : Theme.body
                    color: entry.current ? Theme.accent : Theme.ink2
                    text: entry.text
                }

                AppText {
                    id: count

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    kind: Theme.micro
                    color: entry.current ? Theme.accent : Theme.ink3
                    text: Format.count(entry.products)
                }
            }
        }

        ScrollLine {
            view: list
        }
    }
}
