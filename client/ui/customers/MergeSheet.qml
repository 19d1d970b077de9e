pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models
import Fieldbook.Forms

// Two customers that are one: which stays, and which value of each field. Who answers for both decides; everybody else proposes it.
Sheet {
    id: sheet

    required property AppContext app
    property string customerId
    property string customerName
    property string customerPhone
    // Nobody has been picked yet to go together with it.
    property bool picking: false
    // A case is being decided about; otherwise one is proposed.
    property bool deciding: false

    signal said(string text)

    title: deciding ? qsTr("Are these the same?") : qsTr("Merge with another customer")

    function propose(id: string, name: string, phone: string) {
        customerId = id;
        customerName = name;
        customerPhone = phone;
        deciding = false;
        why.text = "";
        picking = true;
        open();
    }

    function decide(mergeCase: string) {
        deciding = true;
        why.text = "";
        picking = false;
        comparison.open(mergeCase);
        open();
    }

    function pick(other: string) {
        picking = false;
        comparison.compare(customerId, other);
    }

    MergeComparison {
        id: comparison

        app: sheet.app
        onDone: act => {
            sheet.close();
            sheet.said(act === "customer.propose_merge" ? qsTr("Proposed, saved on this tablet")
                : act === "merge_case.approve" ? qsTr("Merged, saved on this tablet") : qsTr("Not the same, saved on this tablet"));
        }
        onRefused: text => sheet.refusal = text
    }

    DuplicateModel {
        id: known

        app: sheet.app
        recordId: sheet.customerId
        name: sheet.picking ? sheet.customerName : ""
        phone: sheet.picking ? sheet.customerPhone : ""
        customersOnly: true
        withListings: true
    }

    CustomerChooser {
        id: chooser

        app: sheet.app
        onChosen: customerId => {
            if (customerId !== sheet.customerId)
                sheet.pick(customerId);
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        visible: sheet.picking
        spacing: Theme.space8

        AppText {
            Layout.fillWidth: true
            wrapMode: Text.Wrap
            color: Theme.ink2
            text: qsTr("Which customer is the same as %1?").arg(sheet.customerName)
        }

        Repeater {
            model: known

            ListRow {
                required property string customerId
                required property string name
                required property string ownerName

                Layout.fillWidth: true
                objectName: "mergeCandidate"
                leftPadding: 0
                rightPadding: 0
                squareIcon: "customers"
                title: name
                subtitle: ownerName === "" ? Labels.type("customer") : qsTr("Responsible: %1").arg(ownerName)
                onClicked: sheet.pick(customerId)
            }
        }

        LinkButton {
            objectName: "chooseMerge"
            text: qsTr("Choose another customer…")
            onClicked: chooser.open()
        }
    }

    StateView {
        Layout.fillWidth: true
        visible: !sheet.picking
        phase: comparison.state
        skeletonRows: 4
        emptyIcon: "customers"
        emptyTitle: qsTr("This customer is no longer on this tablet")
        failedCode: comparison.errorCode
        onRetried: comparison.reload()

        ColumnLayout {
            width: parent.width
            spacing: Theme.space12

            FactRow {
                Layout.fillWidth: true
                iconName: "check"
                label: Labels.field("merge_case", "survivor")
                value: comparison.survivorName
            }

            FactRow {
                Layout.fillWidth: true
                iconName: "merged"
                label: Labels.field("merge_case", "loser")
                value: comparison.loserName
            }

            LinkButton {
                visible: !sheet.deciding
                objectName: "swapMerge"
                text: qsTr("The other way round")
                onClicked: comparison.swap()
            }

            AppText {
                Layout.fillWidth: true
                wrapMode: Text.Wrap
                color: Theme.ink2
                text: !comparison.bothKnown ? qsTr("The other one is a colleague's; whoever decides sees both and chooses.")
                    : comparison.count === 0 ? qsTr("They contradict each other nowhere. What only one of them has is kept.")
                    : qsTr("Both have a value here. What is not chosen stays in the history; all else of the two is kept.")
            }

            Repeater {
                model: comparison

                MergeChoiceRow {
                    required property int index

                    Layout.fillWidth: true
                    onChosen: choice => comparison.choose(index, choice)
                }
            }

            InputField {
                id: why

                Layout.fillWidth: true
                objectName: "mergeReason"
                label: Labels.field("merge_case", sheet.deciding ? "decide_reason" : "reason")
                maximumLength: 130
            }
        }
    }

    footer: [
        ActionButton {
            large: true
            objectName: "notTheSame"
            enabled: !sheet.deciding || comparison.state === StateView.Ready
            text: sheet.deciding ? qsTr("Not the same") : qsTr("Cancel")
            onClicked: {
                if (sheet.deciding)
                    comparison.reject(why.text);
                else
                    sheet.close();
            }
        },
        ActionButton {
            Layout.fillWidth: true
            objectName: "mergeNow"
            kind: ActionButton.Primary
            large: true
            enabled: !sheet.picking && comparison.state === StateView.Ready
            text: sheet.deciding ? qsTr("Merge") : qsTr("Propose to merge")
            onClicked: {
                if (sheet.deciding)
                    comparison.approve(why.text);
                else
                    comparison.propose(why.text);
            }
        }
    ]
}
