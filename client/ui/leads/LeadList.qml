pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// The list pane: search, stages, what else to leave out, and the leads, the next to be contacted first.
ColumnLayout {
    id: pane

    required property LeadListModel leads
    required property LeadCounts counts
    required property string chosenId

    signal leadChosen(string id)
    signal leadFormRequested()

    readonly property var open: [{ "value": "", "text": qsTr("Open leads") }]
    readonly property var stages: open.concat(Labels.choices("lead", "stage"))
    readonly property bool filtered: leads.source !== "" || leads.readiness !== ""

    spacing: Theme.space8

    function countOf(stage: string): int {
        return stage === "" ? counts.open : counts.byStage[stage] ?? 0;
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space16
        Layout.rightMargin: Theme.space16
        Layout.topMargin: Theme.space12
        spacing: Theme.space8

        SearchField {
            Layout.fillWidth: true
            objectName: "leadSearch"
            sunken: true
            placeholderText: qsTr("Find a lead")
            onSought: text => pane.leads.search = text
        }

        IconButton {
            id: filterButton

            outlined: true
            iconName: "filter"
            iconColor: pane.filtered ? Theme.accent : Theme.ink2
            text: pane.filtered ? qsTr("Filter, on") : qsTr("Filter")
            onClicked: filterMenu.open()

            ActionMenu {
                id: filterMenu

                readonly property var everything: [{ "text": qsTr("All leads"), "checked": !pane.filtered }]
                readonly property var readiness: Labels.choices("lead", "readiness")
                readonly property var sources: Labels.choices("lead", "source")

                y: filterButton.height
                actions: everything.concat(readiness.map(each => ({ "text": each.text, "iconName": "time", "checked": pane.leads.readiness === each.value })))
                    .concat(sources.map(each => ({ "text": each.text, "iconName": "tag", "checked": pane.leads.source === each.value })))
                onTriggered: index => {
                    const ready = index - 1;
                    const source = ready - readiness.length;
                    if (index === 0) {
                        pane.leads.readiness = "";
                        pane.leads.source = "";
                    } else if (source < 0) {
                        pane.leads.readiness = pane.leads.readiness === readiness[ready].value ? "" : readiness[ready].value;
                    } else {
                        pane.leads.source = pane.leads.source === sources[source].value ? "" : sources[source].value;
                    }
                }
            }
        }

        IconButton {
            objectName: "newLead"
            outlined: true
            iconName: "add"
            iconColor: Theme.accent
            text: qsTr("New lead")
            onClicked: pane.leadFormRequested()
        }
    }

    ListView {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.sizeTouch
        Layout.leftMargin: Theme.space16
        clip: true
        orientation: ListView.Horizontal
        spacing: Theme.space8
        boundsBehavior: Flickable.StopAtBounds
        model: pane.stages

        delegate: Item {
            id: slot

            required property var modelData
            readonly property int count: pane.countOf(modelData.value)

            width: chip.implicitWidth
            height: ListView.view.height

            Chip {
                id: chip

                anchors.verticalCenter: parent.verticalCenter
                objectName: "stage-" + slot.modelData.value
                checkable: false
                text: slot.count === 0 ? slot.modelData.text : slot.modelData.text + " " + Format.count(slot.count)
                checked: pane.leads.stage === slot.modelData.value
                onClicked: pane.leads.stage = slot.modelData.value
            }
        }
    }

    StateView {
        Layout.fillWidth: true
        Layout.fillHeight: true
        phase: pane.leads.state
        skeletonRows: 9
        emptyIcon: "lead"
        emptyTitle: pane.leads.search !== "" || pane.filtered ? qsTr("Nothing found") : qsTr("No leads here")
        emptyText: pane.leads.search !== "" ? qsTr("Any part of a name, pinyin, initials or the end of a phone number will do.")
            : pane.filtered ? qsTr("The filter leaves some out.") : qsTr("A name and a phone number are enough for one.")
        emptyAction: pane.leads.search === "" && !pane.filtered && pane.leads.stage === "" ? qsTr("New lead") : ""
        failedCode: pane.leads.errorCode
        onEmptyActionTriggered: pane.leadFormRequested()
        onRetried: pane.leads.reload()

        ListView {
            id: list

            anchors.fill: parent
            clip: true
            reuseItems: true
            objectName: "leadList"
            model: pane.leads
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Leads")

            delegate: ListRow {
                required property string recordId
                required property string name
                required property string company
                required property string stage
                required property string source
                required property string interest
                required property string syncMark
                required property var nextContactAt
                required property var createdAt

                readonly property bool closed: stage === "converted" || stage === "disqualified"
                readonly property bool planned: nextContactAt !== undefined && !closed
                readonly property bool overdue: planned && nextContactAt < new Date()
                readonly property var about: [pane.leads.stage === "" || closed ? Labels.choice("lead", "stage", stage) : "",
                    company === name ? "" : company, interest, Labels.choice("lead", "source", source)]

                width: ListView.view.width
                density: ListRow.Rich
                squareIcon: company === "" ? "person" : "organisation"
                title: name
                subtitle: planned ? Format.moment(nextContactAt, new Date()) + " " + qsTr("contact")
                    : about.filter(word => word !== "").slice(0, 2).join(Format.chinese ? "，" : ", ")
                dotStatus: !planned ? "" : overdue ? "overdue" : Format.daysBetween(new Date(), nextContactAt) === 0 ? "today" : "later"
                status: syncMark
                struck: stage === "disqualified"
                timeText: createdAt === undefined ? "" : Format.relativeDay(createdAt, new Date())
                selected: recordId === pane.chosenId && Theme.landscape
                onClicked: pane.leadChosen(recordId)
            }

            ScrollLine {
                view: list
            }
        }
    }
}
