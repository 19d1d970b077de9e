pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell
import Fieldbook.Models

// Day, week and agenda. In landscape, today stands beside it.
ShellPage {
    id: page

    required property AppContext app

    signal eventOpened(string type, string recordId, date startsAt)
    signal visitPlanningRequested()
    signal newRequested(var at)

    title: qsTr("Schedule")

    function showSpan(span: int) {
        schedule.span = span;
    }

    function rangeText(): string {
        const days = schedule.days;
        if (days.length === 0)
            return "";
        const first = days[0].date;
        const last = days[days.length - 1].date;
        if (days.length === 1)
            return Theme.phone ? Format.day(first) + " " + Format.weekday(first) : Format.longDay(first);
        if (Theme.phone)
            return Format.day(first) + " – " + Format.day(last);
        if (Format.chinese)
            return Format.fullDay(first) + " – " + Format.day(last);
        return (first.getMonth() === last.getMonth() ? first.getDate() + "–" : Format.day(first) + " – ") + Format.fullDay(last);
    }

    ScheduleView {
        id: schedule

        app: page.app
        narrow: Theme.phone
        onMoved: once => page.said(once ? qsTr("Moved this time only") : qsTr("Moved"), once ? undefined : () => schedule.undoMove())
        onRefused: text => page.said(text, undefined)
    }

    ReminderActions {
        id: reminders

        app: page.app
        onCompleted: (id, title) => page.said(qsTr("Done: %1").arg(title), () => reminders.undo())
        onSnoozed: (id, until) => page.said(qsTr("Again %1").arg(Format.moment(until, new Date())), () => reminders.undo())
        onRefused: text => page.said(text, undefined)
    }

    SnoozeMenu {
        id: snoozeMenu

        reminders: reminders
    }

    // The minute moves the line of now and what is overdue.
    Timer {
        interval: 60000 - Date.now() % 60000
        running: page.visible
        repeat: true
        onTriggered: {
            interval = 60000;
            schedule.tick();
        }
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.pageMargin
        anchors.rightMargin: Theme.pageMargin
        anchors.bottomMargin: Theme.phone ? 0 : Theme.space16
        spacing: Theme.space12

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.phone ? Theme.space8 : Theme.space16

            ActionButton {
                text: qsTr("Today")
                onClicked: schedule.turn(0)
            }

            Row {
                IconButton {
                    iconName: "back"
                    text: qsTr("Earlier")
                    onClicked: schedule.turn(-1)
                }

                IconButton {
                    iconName: "chevronRight"
                    text: qsTr("Later")
                    onClicked: schedule.turn(1)
                }
            }

            AppText {
                Layout.fillWidth: Theme.phone
                elide: Theme.phone ? Text.ElideRight : Text.ElideNone
                kind: Theme.heading
                text: page.rangeText()
            }

            AppText {
                Layout.fillWidth: true
                elide: Text.ElideRight
                visible: !Theme.phone
                kind: Theme.small
                color: Theme.ink3
                text: schedule.span === ScheduleView.Week ? qsTr("week %1").arg(schedule.week) : ""
            }

            ComponentHost {
                visible: Theme.landscape
                active: Theme.landscape
                component: spans
            }

            IconButton {
                visible: !Theme.phone && !Theme.landscape
                outlined: true
                iconName: "route"
                text: qsTr("Plan visits")
                onClicked: page.visitPlanningRequested()
            }

            ActionButton {
                visible: Theme.landscape
                iconName: "route"
                text: qsTr("Plan visits")
                onClicked: page.visitPlanningRequested()
            }

            ActionButton {
                visible: !Theme.phone
                kind: ActionButton.Tint
                iconName: "add"
                text: qsTr("Event")
                onClicked: page.newRequested(undefined)
            }

            IconButton {
                visible: Theme.phone
                iconName: "add"
                text: qsTr("Event")
                onClicked: page.newRequested(undefined)
            }
        }

        ComponentHost {
            Layout.fillWidth: true
            visible: !Theme.landscape
            active: !Theme.landscape
            component: spans
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.space16

            StateView {
                Layout.fillWidth: true
                Layout.fillHeight: true
                phase: schedule.state
                failedCode: schedule.errorCode
                onRetried: schedule.reload()

                TimeGrid {
                    id: grid

                    anchors.fill: parent
                    visible: schedule.span !== ScheduleView.Agenda
                    schedule: schedule
                    onEventChosen: (type, recordId, startsAt) => page.eventOpened(type, recordId, startsAt)
                    onDayChosen: day => {
                        schedule.day = day;
                        schedule.span = ScheduleView.Day;
                    }
                    onNewRequested: at => page.newRequested(at)
                }

                Rectangle {
                    anchors.fill: parent
                    visible: schedule.span === ScheduleView.Agenda
                    radius: Theme.radiusCard
                    color: Theme.surface

                    StateView {
                        anchors.fill: parent
                        anchors.margins: 1
                        phase: schedule.agenda.state
                        emptyIcon: "calendar"
                        emptyTitle: qsTr("Nothing is planned in these days")
                        emptyAction: qsTr("New event")
                        onEmptyActionTriggered: page.newRequested(undefined)

                        AgendaList {
                            anchors.fill: parent
                            model: schedule.agenda
                            firstDay: schedule.days.length > 0 ? schedule.days[0].date : undefined
                            now: schedule.now
                            Accessible.name: qsTr("Agenda")
                            onEventChosen: (type, recordId, startsAt) => page.eventOpened(type, recordId, startsAt)
                        }
                    }

                    CardEdge {
                        anchors.fill: parent
                    }
                }
            }

            DayPanel {
                Layout.preferredWidth: 320
                Layout.fillWidth: false
                Layout.fillHeight: true
                Layout.preferredHeight: 0
                visible: Theme.landscape
                schedule: schedule
                onEventChosen: (type, recordId, startsAt) => page.eventOpened(type, recordId, startsAt)
                onDoneRequested: reminderId => reminders.complete(reminderId)
                onSnoozeRequested: (reminderId, anchor) => snoozeMenu.openFor(reminderId, anchor, undefined)
            }
        }
    }

    Component {
        id: spans

        Segmented {
            label: qsTr("View")
            width: even && parent ? parent.width : implicitWidth
            even: !Theme.landscape
            segments: [{ "text": qsTr("Day") }, { "text": Theme.phone ? qsTr("3 days") : qsTr("Week") }, { "text": qsTr("Agenda") }]
            currentIndex: schedule.span
            onSelected: index => schedule.span = index
        }
    }
}
