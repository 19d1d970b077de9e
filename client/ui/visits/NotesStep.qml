pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// Who was met, what was said, what came of it.
Column {
    id: step

    required property VisitDraft draft
    required property AppContext app
    required property OpportunityListModel deals
    default property alias photos: photoSlot.data

    signal photoRequested()

    readonly property var outcomes: ["forward", "none", "back"]
    readonly property var phrases: [qsTr("Price accepted"), qsTr("Waiting for the trial"), qsTr("Wants longer terms"), qsTr("A competitor is cheaper"), qsTr("Delivery is urgent")]

    spacing: Theme.space12

    // The field writes as one types; this sets it when the visit or its draft has come.
    function fill() {
        note.text = draft.summary;
    }

    function optionOf(deal: var): var {
        const amount = deal.amountMinor === undefined ? "" : " · " + Format.money(deal.amountMinor, deal.currency, false);
        return { "value": deal.recordId, "text": deal.name, "note": Labels.choice("opportunity", "stage", deal.stage) + amount };
    }

    function dealOptions(): var {
        const options = [{ "value": "", "text": qsTr("None") }];
        for (let row = 0; row < deals.count; ++row)
            options.push(optionOf(deals.rowAt(row)));
        return options;
    }

    AppText {
        kind: Theme.small
        color: Theme.ink2
        text: qsTr("Who was there")
    }

    Flow {
        width: step.width
        spacing: Theme.space8

        Repeater {
            model: step.draft.people

            Chip {
                required property var modelData

                objectName: "person"
                tick: true
                checked: modelData.met
                text: modelData.note === "" ? modelData.name : modelData.name + " " + modelData.note
                onToggled: step.draft.meet(modelData.key, checked)
            }
        }

        Chip {
            objectName: "otherPerson"
            checkable: false
            iconName: "add"
            text: qsTr("Somebody else")
            onClicked: {
                otherName.text = "";
                otherDialog.open();
            }
        }
    }

    NoteField {
        id: note

        objectName: "note"
        width: step.width
        label: qsTr("What was said")
        placeholder: qsTr("Needs, prices, stock, competitors, promises")
        minimumLines: Theme.phone ? 4 : 5
        maximumLength: 12000
        onEdited: text => step.draft.summary = text

        IconText {
            anchors.left: parent.left
            anchors.leftMargin: Theme.space12
            anchors.verticalCenter: parent.verticalCenter
            visible: step.draft.savedAt !== undefined
            iconName: "check"
            iconColor: Theme.won
            kind: Theme.small
            color: Theme.ink2
            text: step.draft.savedAt === undefined ? "" : qsTr("Saved on this tablet %1").arg(Format.time(step.draft.savedAt))
        }

        IconButton {
            anchors.right: parent.right
            anchors.rightMargin: Theme.space8
            anchors.verticalCenter: parent.verticalCenter
            iconName: "photo"
            text: qsTr("Add a photo")
            visible: step.draft.underWay
            onClicked: step.photoRequested()
        }
    }

    Flow {
        width: step.width
        spacing: Theme.space8

        Repeater {
            model: step.phrases

            Chip {
                required property string modelData

                objectName: "phrase"
                checkable: false
                text: modelData
                onClicked: {
                    step.draft.addPhrase(modelData);
                    step.fill();
                }
            }
        }
    }

    Flow {
        id: findings

        readonly property real share: width >= 560 ? (width - spacing) / 2 : width

        width: step.width
        spacing: Theme.space16

        Column {
            width: findings.share
            spacing: Theme.space4

            AppText {
                kind: Theme.small
                color: Theme.ink2
                text: Labels.field("visit", "outcome")
            }

            Segmented {
                objectName: "outcome"
                width: parent.width
                height: Theme.grown(Theme.sizeField, 22)
                even: true
                label: Labels.field("visit", "outcome")
                segments: [
                    { "text": Labels.choice("visit", "outcome", "forward"), "iconName": "progressUp", "color": Theme.won },
                    { "text": Labels.choice("visit", "outcome", "none"), "iconName": "progressNone" },
                    { "text": Labels.choice("visit", "outcome", "back"), "iconName": "progressDown", "color": Theme.lost }
                ]
                currentIndex: step.outcomes.indexOf(step.draft.outcome)
                onSelected: index => step.draft.outcome = step.outcomes[index]
            }
        }

        ChoiceField {
            width: findings.share
            visible: step.deals.count > 0
            label: Labels.field("visit", "opportunity")
            options: step.dealOptions()
            value: step.draft.opportunityId
            onChosen: value => step.draft.opportunityId = value
        }
    }

    Column {
        id: photoSlot

        width: step.width
        visible: step.draft.underWay
        spacing: Theme.space8
    }

    AskDialog {
        id: otherDialog

        title: qsTr("Who else was there?")
        acceptText: qsTr("Add")
        acceptable: otherName.text.trim() !== ""
        onOpened: otherName.forceActiveFocus()
        onAccepted: step.draft.meet(otherName.text, true)

        InputField {
            id: otherName

            Layout.fillWidth: true
            label: qsTr("Name")
            maximumLength: 60
        }
    }
}
