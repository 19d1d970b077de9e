import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell
import Fieldbook.Models

// The day: where to go next, what was promised, what is due; what needs a person; how month and week go.
ShellPage {
    id: page

    required property AppContext app
    property var now: new Date()

    signal visitRequested(string visitId)
    signal visitPlanningRequested()
    signal customerChosen(string customerId)
    signal reminderOpened(string reminderId)
    signal attentionRequested()

    title: qsTr("Today")
    subtitle: Format.longDay(now)

    TodayView {
        id: day

        app: page.app
        onRefused: code => page.said(ErrorText.sentence(code), undefined)
    }

    // The clock of the page: what is next, and how soon.
    Timer {
        interval: 60000
        running: page.visible
        repeat: true
        onTriggered: {
            page.now = new Date();
            day.reload();
        }
    }

    function greeting(): string {
        const hour = now.getHours();
        const words = hour < 5 ? qsTr("Good night, %1") : hour < 12 ? qsTr("Good morning, %1")
            : hour < 18 ? qsTr("Good afternoon, %1") : qsTr("Good evening, %1");
        return words.arg(day.userName);
    }

    StateView {
        anchors.fill: parent
        phase: day.state
        failedCode: day.errorCode
        onRetried: day.reload()

        Scroller {
            id: scroller

            anchors.fill: parent
            contentHeight: layout.implicitHeight + Theme.space24

            GridLayout {
                id: layout

                x: Theme.pageMargin
                width: scroller.width - 2 * Theme.pageMargin
                columns: Theme.landscape ? 2 : 1
                columnSpacing: Theme.space24
                rowSpacing: Theme.space16

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    spacing: Theme.space16

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        AppText {
                            Layout.fillWidth: true
                            kind: Theme.greeting
                            elide: Text.ElideRight
                            text: page.greeting()
                            Accessible.role: Accessible.Heading
                            Accessible.name: text
                        }

                        AppText {
                            Layout.fillWidth: true
                            kind: Theme.small
                            color: Theme.ink2
                            text: day.visits.count === 0 ? qsTr("No visits planned today")
                                : qsTr("%n visit(s) today, %1 done", "", day.visits.count).arg(day.doneVisits)
                        }
                    }

                    VisitStrip {
                        Layout.fillWidth: true
                        visible: day.visits.count > 0
                        visits: day.visits
                        nextId: day.nextId
                        now: page.now
                        onVisitChosen: visitId => page.visitRequested(visitId)
                    }

                    NextVisitCard {
                        Layout.fillWidth: true
                        visible: day.nextId !== ""
                        day: day
                        now: page.now
                        onVisitRequested: page.visitRequested(day.nextId)
                        onCustomerChosen: page.customerChosen(day.nextCustomerId)
                    }

                    Notice {
                        Layout.fillWidth: true
                        visible: day.nextId === ""
                        status: "later"
                        iconName: "schedule"
                        title: day.visits.count > 0 ? qsTr("All visits of today are done") : qsTr("Nothing planned yet")
                        text: qsTr("Plan a visit, and it will stand here when its time comes.")

                        ActionButton {
                            kind: ActionButton.Tint
                            text: qsTr("Plan a visit")
                            onClicked: page.visitPlanningRequested()
                        }
                    }

                    DayReminders {
                        Layout.fillWidth: true
                        day: day
                        now: page.now
                        onReminderOpened: reminderId => page.reminderOpened(reminderId)
                        onCompleted: (reminderId, subject) => page.said(qsTr("Done: %1").arg(subject), () => day.reopen(reminderId))
                    }
                }

                ColumnLayout {
                    Layout.preferredWidth: Theme.landscape ? 348 : -1
                    Layout.maximumWidth: Theme.landscape ? 348 : scroller.width
                    Layout.fillWidth: !Theme.landscape
                    Layout.alignment: Qt.AlignTop
                    spacing: Theme.space16

                    Card {
                        Layout.fillWidth: true
                        padding: Theme.space16
                        gap: 0

                        AppText {
                            kind: Theme.small
                            color: Theme.ink2
                            text: qsTr("Ordered in %1").arg(Format.month(page.now))
                        }

                        FigureText {
                            kind: Theme.figureLarge
                            text: Format.money(day.soldThisMonth, day.currency, false)
                        }
                    }

                    Notice {
                        Layout.fillWidth: true
                        visible: day.needYou > 0
                        status: "refused"
                        title: qsTr("%n need you", "", day.needYou)
                        text: qsTr("Changes that the server refused, or that two people made at once.")

                        ActionButton {
                            kind: ActionButton.Secondary
                            text: qsTr("Look")
                            onClicked: page.attentionRequested()
                        }
                    }

                    AtRiskCard {
                        Layout.fillWidth: true
                        visible: day.atRisk.count > 0
                        app: page.app
                        customers: day.atRisk
                        onCustomerChosen: customerId => page.customerChosen(customerId)
                    }

                    WeekCard {
                        Layout.fillWidth: true
                        week: day.week
                        now: page.now
                    }
                }
            }
        }
    }
}
