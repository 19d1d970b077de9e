import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// How something repeats: one of the common rules, its end, and the sentence that says it.
ColumnLayout {
    id: fields

    required property RepeatingDraft draft
    property real columns: 1

    enum End { Never, OnDay, AfterTimes }

    readonly property var problems: draft.problems
    readonly property bool repeats: draft.repeat !== ""
    readonly property int end: draft.repeatUntil !== undefined ? RepeatFields.OnDay : draft.repeatCount > 0 ? RepeatFields.AfterTimes : RepeatFields.Never

    spacing: Theme.space8

    // The fields write as one picks; this sets them whenever the draft has changed.
    function show() {
        rule.value = draft.repeat;
        ends.value = end;
        lastDay.value = draft.repeatUntil;
        times.value = Math.max(1, draft.repeatCount);
    }

    function chooseEnd(end: int) {
        draft.repeatCount = end === RepeatFields.AfterTimes ? 10 : 0;
        if (end === RepeatFields.OnDay) {
            const now = new Date();
            draft.repeatUntil = new Date(now.getFullYear() + 1, now.getMonth(), now.getDate());
        } else if (end === RepeatFields.Never) {
            draft.repeatUntil = undefined;
        }
    }

    Component.onCompleted: show()

    Connections {
        target: fields.draft

        function onChanged() {
            fields.show();
        }
    }

    GridLayout {
        Layout.fillWidth: true
        columns: fields.columns
        columnSpacing: Theme.space16
        rowSpacing: Theme.space16

        ChoiceField {
            id: rule

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Repeats")
            options: fields.draft.repeatOptions
            error: fields.problems["recurrence"] ?? ""
            onChosen: value => fields.draft.repeat = value
        }

        ChoiceField {
            id: ends

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: fields.repeats
            label: qsTr("Ends")
            options: [{ "value": RepeatFields.Never, "text": qsTr("Never") }, { "value": RepeatFields.OnDay, "text": qsTr("On a day") }, { "value": RepeatFields.AfterTimes, "text": qsTr("After a number of times") }]
            onChosen: value => fields.chooseEnd(value)
        }

        DateField {
            id: lastDay

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: fields.repeats && fields.end === RepeatFields.OnDay
            label: qsTr("Last day")
            onPicked: value => fields.draft.repeatUntil = value
        }

        RowLayout {
            Layout.fillWidth: true
            visible: fields.repeats && fields.end === RepeatFields.AfterTimes
            spacing: Theme.space12

            AppText {
                Layout.fillWidth: true
                kind: Theme.small
                color: Theme.ink2
                text: qsTr("Number of times")
            }

            Stepper {
                id: times

                from: 1
                to: 999
                label: qsTr("Number of times")
                onEdited: value => fields.draft.repeatCount = value
            }
        }
    }

    IconText {
        Layout.fillWidth: true
        visible: fields.repeats
        iconName: "repeat"
        kind: Theme.small
        color: Theme.ink2
        iconColor: Theme.ink3
        text: fields.draft.repeatText
    }
}
