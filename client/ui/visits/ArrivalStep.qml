import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// Before the visit: what for, when and where, and the way there. After the check-in: how it was checked.
ColumnLayout {
    id: step

    required property VisitDraft draft
    required property CustomerView customer
    required property date now

    signal openVisitRequested()
    signal callRequested()
    signal navigateRequested()
    signal rescheduleRequested()

    readonly property bool late: draft.visitState === "planned" && draft.plannedAt !== undefined && draft.plannedAt < now
    readonly property bool inside: draft.verdict === "inside"

    spacing: Theme.space16

    Notice {
        Layout.fillWidth: true
        visible: step.draft.openVisitId !== "" && !step.draft.over
        status: "overdue"
        iconName: "visit"
        title: qsTr("The visit to %1 is still open").arg(step.draft.openVisitName)
        text: qsTr("Check out there first; one visit is open at a time.")

        LinkButton {
            objectName: "openVisit"
            text: qsTr("Go to that visit")
            onClicked: step.openVisitRequested()
        }
    }

    Card {
        Layout.fillWidth: true
        visible: step.draft.checkInAt !== undefined
        padding: Theme.space16
        gap: Theme.space4

        IconText {
            iconName: step.inside || step.draft.verdict === "" ? "circleCheck" : "info"
            iconColor: step.inside || step.draft.verdict === "" ? Theme.won : Theme.waiting
            kind: Theme.heading
            text: step.draft.checkInAt === undefined ? "" : qsTr("Checked in %1").arg(Format.moment(step.draft.checkInAt, step.now))
        }

        FactRow {
            visible: step.draft.verdict !== ""
            label: qsTr("Position")
            value: Labels.choice("visit", "check_in_verdict", step.draft.verdict)
            valueColor: step.inside ? Theme.won : Theme.waiting
        }

        FactRow {
            visible: step.draft.distance >= 0
            label: qsTr("Distance to the customer")
            value: Format.count(step.draft.distance) + " m"
            figures: true
        }

        FactRow {
            visible: step.draft.noPosition !== ""
            label: Labels.field("visit", "no_position")
            value: Labels.choice("visit", "no_position", step.draft.noPosition)
        }
    }

    Card {
        Layout.fillWidth: true
        padding: Theme.space16
        gap: Theme.space4

        CardHeader {
            title: step.draft.purpose === "" ? qsTr("Visit") : step.draft.purpose

            Badge {
                visible: step.late
                status: "overdue"
            }
        }

        FactRow {
            visible: step.draft.plannedAt !== undefined
            iconName: "time"
            label: qsTr("Planned for")
            value: step.draft.plannedAt === undefined ? "" : Format.moment(step.draft.plannedAt, step.now)
            valueColor: step.late ? Theme.overdue : Theme.ink
            figures: true
        }

        FactRow {
            visible: step.draft.plannedMinutes > 0
            iconName: "timer"
            label: qsTr("Length")
            value: qsTr("%n minute(s)", "", step.draft.plannedMinutes)
        }

        FactRow {
            visible: step.draft.metCount > 0
            iconName: "contact"
            label: qsTr("With")
            value: step.draft.metNames
        }

        IconText {
            Layout.topMargin: Theme.space8
            visible: text !== ""
            iconName: "visit"
            kind: Theme.small
            color: Theme.ink2
            maximumWidth: step.width - 2 * Theme.space16
            text: step.customer.address
        }

        Flow {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space12
            spacing: Theme.space8

            ActionButton {
                visible: step.customer.address !== "" || step.customer.latitude !== undefined
                iconName: "navigate"
                text: qsTr("Navigate")
                onClicked: step.navigateRequested()
            }

            ActionButton {
                visible: step.customer.phone !== ""
                iconName: "call"
                text: qsTr("Call")
                onClicked: step.callRequested()
            }

            ActionButton {
                objectName: "reschedule"
                visible: step.draft.visitState === "planned"
                iconName: "calendar"
                text: qsTr("Another time")
                onClicked: step.rescheduleRequested()
            }
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        visible: step.draft.checkInAt === undefined && !step.draft.over
        spacing: Theme.space8

        AppText {
            kind: Theme.small
            color: Theme.ink2
            text: Labels.field("visit", "kind")
        }

        Segmented {
            readonly property var options: Labels.choices("visit", "kind")

            label: Labels.field("visit", "kind")
            segments: options
            currentIndex: options.findIndex(option => option.value === step.draft.kind)
            onSelected: index => step.draft.kind = options[index].value
        }

        AppText {
            Layout.fillWidth: true
            wrapMode: Text.Wrap
            kind: Theme.small
            color: Theme.ink3
            text: step.draft.kind === "on_site" ? qsTr("The time and the position are noted once, when you check in. Without a position the visit counts as well; the reason is noted.")
                : qsTr("No position is noted for a visit by phone or online.")
        }
    }
}
