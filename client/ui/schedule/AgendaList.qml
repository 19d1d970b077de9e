pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// Entries under one another, with a head for each day.
ListView {
    id: list

    property bool headed: true
    property var firstDay
    property var now
    readonly property real rowHeight: Theme.grown(Theme.sizeRow, 42)

    signal eventChosen(string type, string recordId, date startsAt)

    function lengthText(from: date, to: date, type: string): string {
        if (type === "reminder")
            return qsTr("due");
        const minutes = Math.round((to.getTime() - from.getTime()) / 60000);
        return minutes < 120 || minutes % 60 > 0 ? qsTr("%1 min").arg(minutes) : qsTr("%1 h").arg(minutes / 60);
    }

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    Accessible.role: Accessible.List

    delegate: Column {
        id: entry

        required property int index
        required property string recordId
        required property string recordType
        required property string subject
        required property string line
        required property string look
        required property bool allDay
        required property bool finished
        required property bool overdue
        required property bool repeats
        required property int dayColumn
        required property string syncMark
        required property date startsAt
        required property date endsAt

        readonly property bool opensDay: list.headed && (index === 0 || dayColumn !== list.columnAt(index - 1))

        width: ListView.view.width

        SectionHeader {
            width: parent.width
            visible: entry.opensDay
            first: entry.index === 0
            title: entry.opensDay && list.firstDay ? list.dayText(entry.dayColumn) : ""
        }

        AgendaRow {
            width: parent.width
            height: list.rowHeight
            leftPadding: list.headed ? Theme.space16 : 0
            rightPadding: list.headed ? Theme.space16 : 0
            startText: entry.allDay ? qsTr("All day") : Format.time(entry.startsAt)
            lengthText: entry.allDay ? "" : list.lengthText(entry.startsAt, entry.endsAt, entry.recordType)
            title: entry.subject
            subtitle: entry.line
            kindName: entry.look
            repeats: entry.repeats
            done: entry.finished
            divided: entry.index < list.count - 1
            onClicked: list.eventChosen(entry.recordType, entry.recordId, entry.startsAt)

            Badge {
                visible: entry.overdue || entry.syncMark !== ""
                status: entry.overdue ? "overdue" : entry.syncMark
            }
        }
    }

    function columnAt(index: int): int {
        const events = model as EventListModel;
        return events === null ? -1 : events.columnAt(index);
    }

    function dayText(column: int): string {
        const day = new Date(firstDay.getFullYear(), firstDay.getMonth(), firstDay.getDate() + column);
        const words = Format.longDay(day);
        const days = now ? Format.daysBetween(now, day) : 9;
        return days >= -1 && days <= 1 ? Format.relativeDay(day, now) + " · " + words : words;
    }

    ScrollLine {
        view: list
    }
}
