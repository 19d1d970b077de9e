pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// The wall of days: a column a day, an hour a line. An entry is carried after a long press and lands on quarters of an
// hour; a press on an empty place offers a new one there.
Item {
    id: grid

    required property ScheduleView schedule
    readonly property real gutter: Math.round(48 * Theme.textScale) + 1
    readonly property real hour: Theme.grown(Theme.sizeCalendarHour, 32)
    readonly property int columns: schedule.days.length
    readonly property real columnWidth: (width - gutter) / Math.max(1, columns)
    readonly property bool narrow: columnWidth < 72 * Theme.textScale
    readonly property real headHeight: Theme.grown(56, narrow ? 38 : 24)
    readonly property real bannerHeight: Theme.grown(24, 16)
    readonly property real bannersHeight: schedule.allDayLines > 0 ? schedule.allDayLines * (bannerHeight + 2) + 6 : 0

    property var lifted: null
    property point carriedTo
    property real grabOffset: 0
    readonly property int targetColumn: Math.max(0, Math.min(columns - 1, Math.floor((carriedTo.x - gutter) / columnWidth)))
    readonly property int targetMinute: Math.max(0, Math.min(1425, Math.round((carriedTo.y - grabOffset) / hour * 4) * 15))

    signal eventChosen(string type, string recordId, date startsAt)
    signal dayChosen(date day)
    signal newRequested(date at)

    function showHour(of: real) {
        wall.contentY = Math.max(0, Math.min(wall.contentHeight - wall.height, of * hour - Theme.space8));
    }

    // The working day from eight; during it, so much further that what is now shows.
    function showNow() {
        const nowHour = schedule.nowMinute / 60;
        const shownHours = wall.height / hour;
        const atWork = schedule.todayColumn >= 0 && nowHour >= 8 && nowHour < 19;
        showHour(atWork && nowHour > 7 + shownHours ? nowHour - shownHours / 2 : 8);
    }

    function two(number: int): string {
        return String(number).padStart(2, "0");
    }

    function carry(scene: point) {
        carriedTo = wall.contentItem.mapFromItem(null, scene.x, scene.y);
    }

    function drop() {
        const event = lifted;
        lifted = null;
        if (event !== null)
            schedule.move(event.type, event.recordId, event.startsAt, targetColumn, targetMinute);
    }

    onHeightChanged: placing.restart()

    Timer {
        id: placing

        property bool done: false

        interval: 0
        onTriggered: {
            if (!done && grid.height > 0) {
                done = true;
                grid.showNow();
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: Theme.surface
    }

    Row {
        id: head

        x: grid.gutter
        height: grid.headHeight

        Repeater {
            model: grid.schedule.days

            Pressable {
                id: day

                required property var modelData
                readonly property color tone: modelData.today ? Theme.accent : modelData.weekend ? Theme.ink3 : Theme.ink2

                width: grid.columnWidth
                height: grid.headHeight
                minimumHit: 0
                ringInset: 4
                text: Format.longDay(modelData.date)
                Accessible.name: text
                onClicked: grid.dayChosen(modelData.date)

                contentItem: Item {
                    Grid {
                        anchors.centerIn: parent
                        columns: grid.narrow ? 1 : 2
                        spacing: grid.narrow ? 0 : Theme.space8
                        horizontalItemAlignment: Grid.AlignHCenter
                        verticalItemAlignment: Grid.AlignVCenter

                        AppText {
                            kind: grid.narrow ? Theme.micro : Theme.small
                            font.weight: day.modelData.today ? Theme.bodyStrong.weight : Theme.small.weight
                            color: day.tone
                            text: Format.weekday(day.modelData.date)
                        }

                        Rectangle {
                            implicitWidth: Math.max(30, number.implicitWidth + 10)
                            implicitHeight: Theme.grown(30, 22)
                            radius: height / 2
                            color: day.modelData.today ? Theme.accent : "transparent"

                            FigureText {
                                id: number

                                anchors.centerIn: parent
                                kind: Theme.bodyStrong
                                color: day.modelData.today ? Theme.inkOnAccent : Theme.ink
                                text: day.modelData.date.getDate()
                            }
                        }
                    }
                }
            }
        }
    }

    Item {
        id: banners

        x: grid.gutter
        anchors.top: head.bottom
        width: grid.width - grid.gutter
        height: grid.bannersHeight

        Repeater {
            model: grid.schedule.allDay

            EventBlock {
                required property string recordId
                required property string recordType
                required property string subject
                required property string look
                required property bool finished
                required property int dayColumn
                required property int dayCount
                required property int lane
                required property date startsAt

                x: dayColumn * grid.columnWidth + 3
                y: 3 + lane * (grid.bannerHeight + 2)
                width: dayCount * grid.columnWidth - 7
                height: grid.bannerHeight
                title: subject
                kindName: look
                done: finished
                onClicked: grid.eventChosen(recordType, recordId, startsAt)
            }
        }
    }

    Divider {
        y: grid.headHeight + grid.bannersHeight - 1
        width: grid.width
    }

    Flickable {
        id: wall

        objectName: "wall"
        anchors.fill: parent
        anchors.topMargin: grid.headHeight + grid.bannersHeight
        anchors.bottomMargin: 1
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: grid.lifted === null
        contentHeight: 24 * grid.hour

        Rectangle {
            x: grid.gutter + grid.schedule.todayColumn * grid.columnWidth
            visible: grid.schedule.todayColumn >= 0 && grid.columns > 1
            width: grid.columnWidth
            height: wall.contentHeight
            color: Theme.selected
            opacity: 0.5
        }

        Repeater {
            model: 24

            Item {
                id: line

                required property int index

                y: index * grid.hour
                width: wall.width
                height: grid.hour

                Divider {
                    x: grid.gutter
                    visible: line.index > 0
                    width: parent.width - grid.gutter
                }

                FigureText {
                    y: line.index > 0 ? -Math.round(height / 2) : 2
                    width: grid.gutter - Theme.space8
                    horizontalAlignment: Text.AlignRight
                    kind: Theme.micro
                    color: Theme.ink3
                    text: grid.two(line.index) + ":00"
                }
            }
        }

        Repeater {
            model: grid.columns

            Divider {
                required property int index

                x: grid.gutter + index * grid.columnWidth - 1
                width: 1
                height: wall.contentHeight
            }
        }

        TapHandler {
            acceptedButtons: Qt.LeftButton
            gesturePolicy: TapHandler.ReleaseWithinBounds
            onTapped: eventPoint => {
                const at = eventPoint.position;
                if (at.x > grid.gutter)
                    grid.newRequested(grid.schedule.momentAt(Math.floor((at.x - grid.gutter) / grid.columnWidth),
                        Math.floor(at.y / grid.hour * 2) * 30));
            }
        }

        Repeater {
            model: grid.schedule.timed

            EventBlock {
                id: block

                required property string recordId
                required property string recordType
                required property string subject
                required property string line
                required property string look
                required property bool finished
                required property bool movable
                required property int dayColumn
                required property int startMinute
                required property int endMinute
                required property int lane
                required property int lanes
                required property date startsAt
                readonly property real share: (grid.columnWidth - 7) / lanes

                objectName: "event"
                x: grid.gutter + dayColumn * grid.columnWidth + 3 + lane * share
                y: startMinute / 60 * grid.hour + 1
                width: share - (lanes > 1 ? 2 : 0)
                height: Math.max((endMinute - startMinute) / 60 * grid.hour - 2, Theme.grown(22, 16))
                opacity: grid.lifted !== null && grid.lifted.recordId === recordId ? 0.4 : 1
                title: subject
                place: line
                kindName: look
                done: finished
                Accessible.name: Format.time(startsAt) + " " + text
                onClicked: grid.eventChosen(recordType, recordId, startsAt)
                onPressAndHold: {
                    if (!movable)
                        return;
                    grid.grabOffset = hold.point.position.y;
                    grid.lifted = { "type": recordType, "recordId": recordId, "startsAt": startsAt, "title": subject, "look": look, "height": height };
                    grid.carry(hold.point.scenePosition);
                }

                // Follows the finger without taking it from the block, so that press and scrolling stay as they are until
                // the block is lifted.
                PointHandler {
                    id: hold

                    acceptedDevices: PointerDevice.AllDevices
                    onPointChanged: {
                        if (active && grid.lifted !== null && grid.lifted.recordId === block.recordId)
                            grid.carry(hold.point.scenePosition);
                    }
                    onActiveChanged: {
                        if (!active && grid.lifted !== null && grid.lifted.recordId === block.recordId)
                            grid.drop();
                    }
                }
            }
        }

        EventBlock {
            x: grid.gutter + grid.targetColumn * grid.columnWidth + 3
            y: grid.targetMinute / 60 * grid.hour + 1
            width: grid.columnWidth - 7
            height: grid.lifted?.height ?? 0
            visible: grid.lifted !== null
            enabled: false
            title: grid.two(Math.floor(grid.targetMinute / 60)) + ":" + grid.two(grid.targetMinute % 60) + " " + (grid.lifted?.title ?? "")
            kindName: grid.lifted?.look ?? "visit"
        }

        Item {
            x: grid.gutter + grid.schedule.todayColumn * grid.columnWidth
            y: grid.schedule.nowMinute / 60 * grid.hour
            visible: grid.schedule.todayColumn >= 0

            Rectangle {
                x: -5
                y: -5
                width: 10
                height: 10
                radius: 5
                color: Theme.overdue
            }

            Rectangle {
                y: -1
                width: grid.columnWidth
                height: 2
                color: Theme.overdue
            }
        }

        ScrollLine {
            view: wall
        }
    }

    CardEdge {
        anchors.fill: parent
    }
}
