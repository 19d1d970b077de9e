pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// What happens next, by when, and whether the tablet shall remind of it.
ColumnLayout {
    id: step

    required property VisitDraft draft
    required property date now

    signal planRequested()

    readonly property var kinds: ["task", "call", "quote", "promise", "visit"]

    spacing: Theme.space16

    function fill() {
        words.text = draft.nextStep;
        day.value = draft.nextStepAt;
        time.minutes = draft.nextStepAt === undefined ? -1 : draft.nextStepAt.getHours() * 60 + draft.nextStepAt.getMinutes();
    }

    function take(date: var, minutes: int) {
        if (date === undefined) {
            draft.nextStepAt = undefined;
            time.minutes = -1;
            return;
        }
        const at = minutes < 0 ? 9 * 60 : minutes;
        time.minutes = at;
        draft.nextStepAt = new Date(date.getFullYear(), date.getMonth(), date.getDate(), Math.floor(at / 60), at % 60);
    }

    function inDays(days: int) {
        const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
        day.value = date;
        take(date, time.minutes);
    }

    InputField {
        id: words

        objectName: "nextStep"
        Layout.fillWidth: true
        label: Labels.field("visit", "next_step")
        placeholder: qsTr("Send the quote, bring samples, call back")
        maximumLength: 130
        onEdited: text => step.draft.nextStep = text
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.space8

        Chip {
            objectName: "tomorrow"
            checkable: false
            text: qsTr("Tomorrow")
            onClicked: step.inDays(1)
        }

        Chip {
            checkable: false
            text: qsTr("In 3 days")
            onClicked: step.inDays(3)
        }

        Chip {
            checkable: false
            text: qsTr("In a week")
            onClicked: step.inDays(7)
        }

        Chip {
            checkable: false
            text: qsTr("In a month")
            onClicked: step.inDays(30)
        }
    }

    GridLayout {
        Layout.fillWidth: true
        columns: step.width >= 480 ? 2 : 1
        columnSpacing: Theme.space16
        rowSpacing: Theme.space16

        DateField {
            id: day

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("On")
            clearable: true
            now: step.now
            onPicked: value => step.take(value, time.minutes)
        }

        TimeField {
            id: time

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("At")
            onPicked: minutes => {
                if (day.value === undefined)
                    day.value = new Date(step.now.getFullYear(), step.now.getMonth(), step.now.getDate());
                step.take(day.value, minutes);
            }
        }
    }

    Card {
        Layout.fillWidth: true
        padding: Theme.space16
        gap: Theme.space12

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space12

            Icon {
                name: "reminder"
                size: Theme.iconControl
                color: Theme.ink2
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                AppText {
                    text: qsTr("Remind me")
                }

                AppText {
                    Layout.fillWidth: true
                    wrapMode: Text.Wrap
                    kind: Theme.small
                    color: Theme.ink3
                    text: step.draft.remind && step.draft.nextStepAt === undefined ? qsTr("Choose a day first") : qsTr("Stands in Today when it is due")
                }
            }

            Toggle {
                text: qsTr("Remind me")
                checked: step.draft.remind
                onToggled: step.draft.remind = checked
            }
        }

        Flow {
            Layout.fillWidth: true
            visible: step.draft.remind
            spacing: Theme.space8

            Repeater {
                model: step.kinds

                Chip {
                    required property string modelData

                    tick: true
                    checked: step.draft.reminderKind === modelData
                    text: Labels.choice("reminder", "kind", modelData)
                    onClicked: {
                        step.draft.reminderKind = modelData;
                        checked = Qt.binding(() => step.draft.reminderKind === modelData);
                    }
                }
            }
        }

        AppText {
            Layout.fillWidth: true
            visible: step.draft.reminderKind === "promise"
            wrapMode: Text.Wrap
            kind: Theme.small
            color: Theme.ink3
            text: qsTr("A promise is also shown before the next visit.")
        }
    }

    ActionButton {
        iconName: "calendar"
        text: qsTr("Plan the next visit")
        onClicked: step.planRequested()
    }
}
