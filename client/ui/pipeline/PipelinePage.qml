pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell
import Fieldbook.Models

// The open deals by stage, as a board or as a list, and what they come to.
ShellPage {
    id: page

    required property AppContext app
    property bool asList: Theme.phone

    signal leadsRequested()
    signal customerChosen(string customerId)
    signal orderRequested(string customerId, string opportunityId)

    title: qsTr("Pipeline")

    function openOpportunity(id: string) {
        sheet.openRecord(id);
    }

    PipelineBoard {
        id: board

        app: page.app
    }

    LeadCounts {
        id: leadCounts

        app: page.app
    }

    MoveDialog {
        id: moveDialog

        app: page.app
        onSaid: text => page.said(text, null)
    }

    OpportunitySheet {
        id: sheet

        app: page.app
        onSaid: text => page.said(text, null)
        onMoveRequested: (recordId, anchor) => page.askWhere(recordId, anchor)
        onOrderRequested: (customerId, opportunityId) => page.orderRequested(customerId, opportunityId)
    }

    ActionMenu {
        id: moveMenu

        property string recordId
        readonly property var stages: Labels.choices("opportunity", "stage")

        readonly property var first: [{ "text": qsTr("Open"), "iconName": "open" }]

        actions: first.concat(stages.map(stage => ({
            "text": qsTr("Move to %1").arg(stage.text),
            "iconName": stage.value === "won" ? "won" : stage.value === "lost" ? "lost" : "assign"
        })))
        onTriggered: index => index === 0 ? sheet.openRecord(recordId) : moveDialog.begin(recordId, stages[index - 1].value)
    }

    ActionMenu {
        id: filterMenu

        readonly property var closings: [
            { "closing": PipelineBoard.Any, "text": qsTr("Any closing date") },
            { "closing": PipelineBoard.ThisMonth, "text": qsTr("Closing this month") },
            { "closing": PipelineBoard.ThisQuarter, "text": qsTr("Closing this quarter") }
        ]
        readonly property var owners: board.owners
        readonly property var everybody: [""]
        readonly property var people: owners.length > 1 ? everybody.concat(owners) : []

        actions: closings.map(each => ({ "text": each.text, "checked": board.closing === each.closing }))
            .concat(people.map(name => ({ "text": name === "" ? qsTr("Everybody") : name, "checked": board.owner === name, "iconName": "person" })))
        onTriggered: index => {
            if (index < closings.length)
                board.closing = closings[index].closing;
            else
                board.owner = people[index - closings.length];
        }
    }

    function askWhere(recordId: string, anchor: Item) {
        moveMenu.recordId = recordId;
        moveMenu.parent = anchor;
        moveMenu.open();
    }

    function openFilter(anchor: Item) {
        filterMenu.parent = anchor;
        filterMenu.y = anchor.height;
        filterMenu.open();
    }

    function filterText(): string {
        const closing = filterMenu.closings.find(each => each.closing === board.closing).text;
        return board.owner === "" ? closing : board.owner + (Format.chinese ? "，" : ", ") + closing;
    }

    component Kinds: Segmented {
        id: kinds

        label: qsTr("Deals or leads")
        segments: [{ "text": qsTr("Deals") }, { "text": qsTr("Leads"), "count": leadCounts.open === 0 ? "" : Format.count(leadCounts.open) }]
        onSelected: index => {
            if (index === 1) {
                kinds.currentIndex = 0;
                page.leadsRequested();
            }
        }
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.pageMargin
        anchors.rightMargin: Theme.pageMargin
        anchors.bottomMargin: Theme.pageMargin
        spacing: Theme.space16

        Kinds {
            Layout.fillWidth: true
            visible: Theme.phone
            even: true
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space12

            Segmented {
                label: qsTr("View")
                segments: [
                    { "text": qsTr("Board"), "iconName": Theme.phone ? "" : "board" },
                    { "text": qsTr("List"), "iconName": Theme.phone ? "" : "list" }
                ]
                currentIndex: page.asList ? 1 : 0
                onSelected: index => page.asList = index === 1
            }

            Kinds {
                visible: !Theme.phone
            }

            Divider {
                Layout.preferredWidth: 1
                Layout.preferredHeight: Theme.space24
                visible: Theme.landscape
            }

            PipelineSums {
                visible: Theme.landscape && board.state === StateView.Ready
                board: board
            }

            Item {
                Layout.fillWidth: true
            }

            ActionButton {
                id: filterButton

                visible: !Theme.phone
                iconName: "filter"
                text: page.filterText()
                onClicked: page.openFilter(filterButton)
            }

            IconButton {
                id: filterIcon

                visible: Theme.phone
                outlined: true
                iconName: "filter"
                text: page.filterText()
                onClicked: page.openFilter(filterIcon)
            }

            ActionButton {
                kind: ActionButton.Tint
                iconName: "add"
                text: qsTr("Deal")
                Accessible.name: qsTr("New deal")
                onClicked: sheet.openNew("")
            }
        }

        PipelineSums {
            visible: !Theme.landscape && board.state === StateView.Ready
            board: board
        }

        StateView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            // The board shows its stages also without a deal.
            phase: page.asList && board.state === StateView.Ready && board.dealCount === 0 ? StateView.Empty : board.state
            skeletonRows: 8
            emptyIcon: "pipeline"
            emptyTitle: qsTr("No deals yet")
            failedCode: board.errorCode
            onRetried: board.reload()

            Board {
                anchors.fill: parent
                visible: !page.asList
                board: board
                onDealChosen: recordId => sheet.openRecord(recordId)
                onMoveRequested: (recordId, stage) => moveDialog.begin(recordId, stage)
                onMenuRequested: (recordId, anchor) => page.askWhere(recordId, anchor)
            }

            Card {
                anchors.fill: parent
                visible: page.asList

                DealList {
                    Layout.fillWidth: true
                    Layout.preferredHeight: parent ? parent.height : 0
                    board: board
                    onDealChosen: recordId => sheet.openRecord(recordId)
                    onMenuRequested: (recordId, anchor) => page.askWhere(recordId, anchor)
                }
            }
        }
    }
}
