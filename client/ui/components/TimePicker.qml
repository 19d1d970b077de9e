pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme

// Hours above, minutes below, each one touch. Arrow keys: up and down an hour, left and right a step.
FocusScope {
    id: picker

    property int minutes: 540
    property int step: 5
    readonly property real cell: Math.round(48 * Math.min(Theme.textScale, 1.3))

    signal edited(int minutes)

    implicitWidth: 6 * cell
    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.SpinBox
    Accessible.name: shown
    readonly property string shown: two(Math.floor(minutes / 60)) + ":" + two(minutes % 60)

    Keys.onUpPressed: set(minutes + 60)
    Keys.onDownPressed: set(minutes - 60)
    Keys.onLeftPressed: set(minutes - step)
    Keys.onRightPressed: set(minutes + step)

    function two(number: int): string {
        return String(number).padStart(2, "0");
    }

    function set(value: int) {
        minutes = (value + 1440) % 1440;
        edited(minutes);
    }

    component Cell: Pressable {
        id: cell

        property bool chosen: false

        width: picker.cell
        height: picker.cell
        minimumHit: 0
        focusPolicy: Qt.NoFocus

        background: Rectangle {
            anchors.fill: parent
            anchors.margins: 2
            radius: Theme.radiusControl
            color: cell.chosen ? Theme.accent : cell.down ? Theme.pressed : cell.hovered ? Theme.hover : "transparent"
        }

        contentItem: FigureText {
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            font.weight: cell.chosen ? Theme.bodyStrong.weight : Theme.body.weight
            color: cell.chosen ? Theme.inkOnAccent : Theme.ink
            text: cell.text
        }
    }

    Column {
        id: column

        width: parent.width
        spacing: Theme.space8

        FigureText {
            anchors.horizontalCenter: parent.horizontalCenter
            kind: Theme.figureLarge
            text: picker.shown
        }

        Grid {
            columns: 6

            Repeater {
                model: 24

                Cell {
                    required property int index

                    text: picker.two(index)
                    chosen: Math.floor(picker.minutes / 60) === index
                    Accessible.name: qsTr("%1 o'clock").arg(index)
                    onClicked: picker.set(index * 60 + picker.minutes % 60)
                }
            }
        }

        Divider {
            width: parent.width
        }

        Grid {
            columns: 6

            Repeater {
                model: Math.floor(60 / picker.step)

                Cell {
                    required property int index

                    text: ":" + picker.two(index * picker.step)
                    chosen: picker.minutes % 60 === index * picker.step
                    Accessible.name: qsTr("%1 minutes").arg(index * picker.step)
                    onClicked: picker.set(Math.floor(picker.minutes / 60) * 60 + index * picker.step)
                }
            }
        }
    }
}
