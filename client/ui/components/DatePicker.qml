pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme

// A month of days, Monday first. Arrow keys move the day, Page Up and Down the month, Enter picks.
FocusScope {
    id: picker

    property date selected
    property date now: new Date()
    property date cursor: now
    property int year: now.getFullYear()
    property int month: now.getMonth()
    readonly property real cell: Math.round(48 * Math.min(Theme.textScale, 1.3))

    signal picked(date day)

    implicitWidth: 7 * cell
    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.Table
    Accessible.name: Format.month(new Date(year, month, 1))

    Keys.onLeftPressed: move(-1)
    Keys.onRightPressed: move(1)
    Keys.onUpPressed: move(-7)
    Keys.onDownPressed: move(7)
    Keys.onReturnPressed: picked(cursor)
    Keys.onEnterPressed: picked(cursor)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown) {
            turn(event.key === Qt.Key_PageUp ? -1 : 1);
            event.accepted = true;
        }
    }

    function showMonthOf(date: date) {
        cursor = date;
        year = date.getFullYear();
        month = date.getMonth();
    }

    function move(days: int) {
        showMonthOf(new Date(cursor.getFullYear(), cursor.getMonth(), cursor.getDate() + days));
    }

    function turn(months: int) {
        const last = new Date(year, month + months + 1, 0).getDate();
        showMonthOf(new Date(year, month + months, Math.min(cursor.getDate(), last)));
    }

    function same(a: date, b: date): bool {
        return a.getFullYear() === b.getFullYear() && a.getMonth() === b.getMonth() && a.getDate() === b.getDate();
    }

    Column {
        id: column

        width: parent.width
        spacing: Theme.space4

        Item {
            width: parent.width
            height: 40

            AppText {
                anchors.verticalCenter: parent.verticalCenter
                leftPadding: Theme.space8
                kind: Theme.bodyStrong
                text: Format.month(new Date(picker.year, picker.month, 1))
            }

            Row {
                anchors.right: parent.right
                spacing: Theme.space8

                IconButton {
                    iconName: "back"
                    text: qsTr("Previous month")
                    onClicked: picker.turn(-1)
                }

                IconButton {
                    iconName: "chevronRight"
                    text: qsTr("Next month")
                    onClicked: picker.turn(1)
                }
            }
        }

        Row {
            Repeater {
                model: 7

                AppText {
                    required property int index

                    width: picker.cell
                    horizontalAlignment: Text.AlignHCenter
                    kind: Theme.micro
                    color: Theme.ink3
                    // 5 January 1970 was a Monday.
                    text: Format.weekday(new Date(1970, 0, 5 + index))
                }
            }
        }

        Grid {
            columns: 7

            Repeater {
                model: 42

                Pressable {
                    id: cell

                    required property int index
                    readonly property int lead: (new Date(picker.year, picker.month, 1).getDay() + 6) % 7
                    readonly property date day: new Date(picker.year, picker.month, 1 + index - lead)
                    readonly property bool inMonth: day.getMonth() === picker.month
                    readonly property bool today: picker.same(day, picker.now)
                    readonly property bool chosen: picker.same(day, picker.selected)
                    readonly property bool under: picker.same(day, picker.cursor)

                    width: picker.cell
                    height: picker.cell
                    focus: under
                    focusPolicy: under ? Qt.StrongFocus : Qt.ClickFocus
                    cornerRadius: width / 2
                    minimumHit: 0
                    text: Format.longDay(day)
                    onClicked: picker.picked(day)

                    background: Rectangle {
                        anchors.centerIn: parent
                        width: parent.width - 8
                        height: width
                        radius: width / 2
                        color: cell.chosen ? Theme.accent : cell.down ? Theme.pressed : cell.hovered ? Theme.hover : "transparent"
                        border.width: cell.today && !cell.chosen ? 1 : picker.activeFocus && cell.under && !cell.chosen ? 2 : 0
                        border.color: Theme.accent
                    }

                    contentItem: FigureText {
                        horizontalAlignment: Text.AlignHCenter
                        verticalAlignment: Text.AlignVCenter
                        kind: Theme.small
                        font.weight: cell.today || cell.chosen ? Theme.bodyStrong.weight : Theme.small.weight
                        color: cell.chosen ? Theme.inkOnAccent : !cell.inMonth ? Theme.ink3 : cell.today ? Theme.accent : Theme.ink
                        text: cell.day.getDate()
                    }
                }
            }
        }
    }
}
