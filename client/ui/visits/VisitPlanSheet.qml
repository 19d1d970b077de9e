pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models
import Fieldbook.Forms

// Plans a visit, or moves a planned one to another time.
Sheet {
    id: sheet

    required property AppContext app
    property date now: new Date()

    signal planned(string visitId, bool moved)
    signal said(string text)

    readonly property var lengths: [15, 30, 45, 60, 90, 120]
    readonly property bool moves: plan.recordId !== ""
    readonly property var kinds: Labels.choices("visit", "kind")

    title: moves ? qsTr("Another time") : qsTr("Plan a visit")

    // plannedAt: a moment, or undefined for the next full hour.
    function planFor(customerId: string, plannedAt: var) {
        now = new Date();
        let at = plannedAt;
        if (at === undefined) {
            at = new Date(now.getFullYear(), now.getMonth(), now.getDate(), now.getHours() + 1);
            if (at.getHours() < 8 || at.getHours() > 18)
                at = new Date(now.getFullYear(), now.getMonth(), now.getDate() + (at.getHours() > 18 || at.getDate() !== now.getDate() ? 1 : 0), 9);
        }
        plan.begin(customerId, at);
        fill();
        open();
    }

    function move(visitId: string) {
        now = new Date();
        plan.open(visitId);
    }

    function fill() {
        day.value = plan.plannedAt;
        time.minutes = plan.plannedAt === undefined ? -1 : plan.plannedAt.getHours() * 60 + plan.plannedAt.getMinutes();
        purpose.text = plan.purpose;
    }

    function take(date: var, minutes: int) {
        const at = minutes < 0 ? 9 * 60 : minutes;
        plan.plannedAt = date === undefined ? undefined : new Date(date.getFullYear(), date.getMonth(), date.getDate(), Math.floor(at / 60), at % 60);
    }

    VisitPlan {
        id: plan

        app: sheet.app
        onLoaded: {
            sheet.fill();
            sheet.open();
        }
        onSaved: visitId => {
            sheet.close();
            sheet.planned(visitId, sheet.moves);
        }
        onRefused: text => sheet.said(text)
    }

    CustomerChooser {
        id: chooser

        app: sheet.app
        onChosen: customerId => plan.customerId = customerId
    }

    PickField {
        objectName: "planCustomer"
        Layout.fillWidth: true
        required: !sheet.moves
        label: Labels.field("visit", "customer")
        text: plan.customerName
        placeholder: qsTr("Choose a customer")
        iconName: "customers"
        lockedBy: sheet.moves ? qsTr("A visit stays with its customer") : ""
        onPicking: chooser.open()
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space12

        DateField {
            id: day

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            required: true
            label: qsTr("Day")
            now: sheet.now
            onPicked: value => sheet.take(value, time.minutes)
        }

        TimeField {
            id: time

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Time")
            onPicked: minutes => sheet.take(day.value, minutes)
        }
    }

    Notice {
        Layout.fillWidth: true
        visible: plan.clash !== ""
        status: "waiting"
        iconName: "time"
        text: qsTr("At the same time: %1").arg(plan.clash)
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.space8

        AppText {
            kind: Theme.small
            color: Theme.ink2
            text: qsTr("Length")
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space8

            Repeater {
                model: sheet.lengths

                Chip {
                    required property int modelData

                    checked: plan.minutes === modelData
                    text: qsTr("%n minute(s)", "", modelData)
                    onClicked: {
                        plan.minutes = modelData;
                        checked = Qt.binding(() => plan.minutes === modelData);
                    }
                }
            }
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.space4

        AppText {
            kind: Theme.small
            color: Theme.ink2
            text: Labels.field("visit", "kind")
        }

        Segmented {
            Layout.fillWidth: true
            even: true
            label: Labels.field("visit", "kind")
            segments: sheet.kinds
            currentIndex: sheet.kinds.findIndex(option => option.value === plan.kind)
            onSelected: index => plan.kind = sheet.kinds[index].value
        }
    }

    InputField {
        id: purpose

        objectName: "planPurpose"
        Layout.fillWidth: true
        label: Labels.field("visit", "purpose")
        placeholder: qsTr("What the visit is for")
        maximumLength: 130
        onEdited: text => plan.purpose = text
    }

    ColumnLayout {
        Layout.fillWidth: true
        visible: plan.people.length > 0
        spacing: Theme.space8

        AppText {
            kind: Theme.small
            color: Theme.ink2
            text: qsTr("Whom to meet")
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space8

            Repeater {
                model: plan.people

                Chip {
                    required property var modelData

                    tick: true
                    checked: modelData.met
                    text: modelData.note === "" ? modelData.name : modelData.name + " " + modelData.note
                    onToggled: plan.meet(modelData.key, checked)
                }
            }
        }
    }

    footer: ActionButton {
        objectName: "savePlan"
        Layout.fillWidth: true
        kind: ActionButton.Primary
        large: true
        enabled: plan.canSave
        text: sheet.moves ? qsTr("Move the visit") : qsTr("Plan the visit")
        onClicked: plan.save()
    }
}
