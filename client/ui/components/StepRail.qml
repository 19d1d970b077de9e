pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme

// The steps of a visit, in any order. steps: [{ title, note, done }]. horizontal draws them in a line without notes.
FocusScope {
    id: rail

    property var steps: []
    property int currentIndex: 0
    property bool horizontal: false

    signal selected(int index)

    implicitWidth: horizontal ? 400 : Theme.sizeStepRail
    implicitHeight: horizontal ? Theme.sizeTouch : column.implicitHeight
    Accessible.role: Accessible.PageTabList

    component StepDot: Rectangle {
        id: dot

        property bool done: false
        property bool current: false
        property int number: 1
        property real size: 28

        implicitWidth: size
        implicitHeight: size
        radius: size / 2
        color: done ? Theme.accent : Theme.surface
        border.width: done ? 0 : current ? 2 : 1
        border.color: current ? Theme.accent : Theme.lineStrong

        Icon {
            anchors.centerIn: parent
            visible: dot.done
            name: "check"
            size: Theme.iconInline
            color: Theme.inkOnAccent
        }

        AppText {
            anchors.centerIn: parent
            visible: !dot.done
            kind: Theme.small
            font.weight: Theme.bodyStrong.weight
            color: dot.current ? Theme.accent : Theme.ink3
            text: dot.number
        }
    }

    Column {
        id: column

        visible: !rail.horizontal
        width: parent.width
        spacing: Theme.space4

        Repeater {
            model: rail.horizontal ? [] : rail.steps

            Pressable {
                id: step

                required property var modelData
                required property int index
                readonly property bool current: index === rail.currentIndex

                width: rail.width
                implicitHeight: Theme.grown(60, 40)
                leftPadding: Theme.space12
                cornerRadius: Theme.radiusControl
                minimumHit: 0
                focus: current
                text: modelData.title
                Accessible.role: Accessible.PageTab
                Accessible.description: modelData.done ? qsTr("done") : modelData.note ?? ""
                onClicked: rail.selected(index)

                background: Rectangle {
                    radius: step.cornerRadius
                    color: step.down ? Theme.pressed : step.current ? Theme.selected : step.hovered ? Theme.hover : "transparent"
                }

                contentItem: Item {
                    StepDot {
                        id: mark

                        anchors.verticalCenter: parent.verticalCenter
                        done: step.modelData.done ?? false
                        current: step.current
                        number: step.index + 1
                    }

                    Column {
                        anchors.left: mark.right
                        anchors.leftMargin: Theme.space12
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter

                        AppText {
                            width: parent.width
                            elide: Text.ElideRight
                            kind: step.current ? Theme.bodyStrong : Theme.body
                            lineHeight: Math.round(20 * Theme.textScale)
                            color: step.current ? Theme.accent : step.modelData.done ? Theme.ink : Theme.ink2
                            text: step.modelData.title
                        }

                        AppText {
                            width: parent.width
                            visible: text !== ""
                            elide: Text.ElideRight
                            kind: Theme.micro
                            color: Theme.ink3
                            text: step.modelData.note ?? ""
                        }
                    }
                }
            }
        }
    }

    RowLayout {
        width: rail.width
        height: rail.height
        visible: rail.horizontal
        spacing: Theme.space8

        Repeater {
            // By number: what is said of a step changes often, and the layout is to keep its items.
            model: rail.horizontal ? rail.steps.length : 0

            RowLayout {
                id: cell

                required property int index
                readonly property var modelData: rail.steps[index] ?? ({})
                readonly property bool current: index === rail.currentIndex
                readonly property bool last: index === rail.steps.length - 1

                Layout.fillWidth: !last
                spacing: Theme.space8

                Pressable {
                    id: pill

                    Layout.fillHeight: true
                    text: cell.modelData.title ?? ""
                    Accessible.role: Accessible.PageTab
                    onClicked: rail.selected(cell.index)

                    contentItem: Row {
                        spacing: Theme.space8 - 2

                        StepDot {
                            anchors.verticalCenter: parent.verticalCenter
                            size: 24
                            done: cell.modelData.done ?? false
                            current: cell.current
                            number: cell.index + 1
                        }

                        AppText {
                            anchors.verticalCenter: parent.verticalCenter
                            kind: Theme.small
                            font.weight: cell.current ? Theme.bodyStrong.weight : Theme.small.weight
                            color: cell.current ? Theme.accent : cell.modelData.done ? Theme.ink : Theme.ink3
                            text: pill.text
                        }
                    }
                }

                Divider {
                    Layout.fillWidth: true
                    visible: !cell.last
                }
            }
        }
    }
}
