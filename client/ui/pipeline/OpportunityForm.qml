import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models
import Fieldbook.Forms

// What one knows of an opportunity, to be read and written alike. Two columns where there is room.
ColumnLayout {
    id: form

    required property OpportunityDraft draft
    readonly property var problems: draft.problems
    readonly property bool isNew: draft.recordId === ""
    readonly property int columns: width >= 600 ? 2 : 1

    signal customerPicking(Item anchor)
    signal moveRequested(Item anchor)

    spacing: Theme.space16

    // The fields write their values themselves as one types; this sets them when the record or its draft has come.
    function fill() {
        amount.minor = draft.amount;
        close.value = draft.expectedClose;
        source.value = draft.source;
        stepDay.value = draft.nextStepAt;
        stepTime.minutes = draft.nextStepAt === undefined ? -1 : draft.nextStepAt.getHours() * 60 + draft.nextStepAt.getMinutes();
        name.text = draft.name;
        step.text = draft.nextStep;
        competitors.text = draft.competitors;
        needs.text = draft.needs;
    }

    function takeStep(day: var, minutes: int) {
        if (day === undefined) {
            draft.nextStepAt = undefined;
            return;
        }
        const at = minutes < 0 ? 9 * 60 : minutes;
        draft.nextStepAt = new Date(day.getFullYear(), day.getMonth(), day.getDate(), Math.floor(at / 60), at % 60);
    }

    Component.onCompleted: fill()

    Connections {
        target: form.draft

        function onFilled() {
            form.fill();
        }
    }

    RestoredNotice {
        Layout.fillWidth: true
        draft: form.draft
    }

    Card {
        Layout.fillWidth: true
        visible: !form.isNew
        padding: Theme.space16
        gap: Theme.space8

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space8

            AppText {
                kind: Theme.bodyStrong
                text: Labels.choice("opportunity", "stage", form.draft.stage) + " " + Math.round(form.draft.winRate * 100) + "%"
            }

            AppText {
                Layout.fillWidth: true
                elide: Text.ElideRight
                kind: Theme.small
                color: Theme.ink3
                text: form.draft.stageEnteredAt === undefined ? "" : qsTr("since %1").arg(Format.relativeDay(form.draft.stageEnteredAt, new Date()))
            }

            ActionButton {
                id: moveButton

                iconName: "assign"
                text: qsTr("Move to")
                onClicked: form.moveRequested(moveButton)
            }
        }

        MeterBar {
            Layout.fillWidth: true
            value: form.draft.winRate
            ink: form.draft.stage === "won" ? Theme.won : form.draft.stage === "lost" ? Theme.lost : Theme.accent
            description: qsTr("Win rate")
        }

        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            wrapMode: Text.Wrap
            kind: Theme.small
            color: Theme.ink2
            text: form.draft.lostReason !== "" ? Labels.field("opportunity", "lost_reason") + (Format.chinese ? "：" : ": ") + form.draft.lostReason : form.draft.stageReason
        }
    }

    GridLayout {
        Layout.fillWidth: true
        columns: form.columns
        columnSpacing: Theme.space16
        rowSpacing: Theme.space16

        PickField {
            id: customer

            Layout.fillWidth: true
            Layout.columnSpan: form.columns
            required: form.isNew
            label: Labels.field("opportunity", "customer")
            text: form.draft.customerName
            placeholder: qsTr("Choose a customer")
            iconName: "customers"
            lockedBy: form.isNew ? "" : form.draft.ownerName === "" ? qsTr("Set when it was made") : qsTr("Responsible: %1").arg(form.draft.ownerName)
            onPicking: form.customerPicking(customer)
        }

        InputField {
            id: name

            Layout.fillWidth: true
            Layout.columnSpan: form.columns
            required: true
            label: Labels.field("opportunity", "name")
            maximumLength: 130
            error: form.draft.dirty && !form.isNew ? form.problems["name"] ?? "" : ""
            onEdited: text => form.draft.name = text
        }

        MoneyField {
            id: amount

            Layout.fillWidth: true
            label: Labels.field("opportunity", "amount")
            currency: form.draft.currency
            error: valid ? "" : ErrorText.sentence("money.malformed")
            onAmountEdited: minor => form.draft.amount = minor
        }

        DateField {
            id: close

            Layout.fillWidth: true
            label: Labels.field("opportunity", "expected_close")
            clearable: true
            onPicked: value => form.draft.expectedClose = value
        }

        InputField {
            id: step

            Layout.fillWidth: true
            Layout.columnSpan: form.columns
            label: Labels.field("opportunity", "next_step")
            maximumLength: 130
            onEdited: text => form.draft.nextStep = text
        }

        DateField {
            id: stepDay

            Layout.fillWidth: true
            label: qsTr("On")
            clearable: true
            onPicked: value => form.takeStep(value, stepTime.minutes)
        }

        TimeField {
            id: stepTime

            Layout.fillWidth: true
            label: qsTr("At")
            onPicked: minutes => form.takeStep(stepDay.value ?? new Date(), minutes)
        }

        ChoiceField {
            id: source

            Layout.fillWidth: true
            label: Labels.field("opportunity", "source")
            options: Labels.choices("opportunity", "source")
            onChosen: value => form.draft.source = value
        }

        InputField {
            id: competitors

            Layout.fillWidth: true
            label: Labels.field("opportunity", "competitors")
            hint: qsTr("Names with commas between them")
            maximumLength: 400
            onEdited: text => form.draft.competitors = text
        }

        NoteField {
            id: needs

            Layout.fillWidth: true
            Layout.columnSpan: form.columns
            label: Labels.field("opportunity", "needs")
            maximumLength: 6000
            onEdited: text => form.draft.needs = text
        }
    }
}
