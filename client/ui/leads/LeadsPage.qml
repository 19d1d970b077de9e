import QtQuick
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell
import Fieldbook.Models

// People and companies that may become customers, and the one that is chosen.
ShellPage {
    id: page

    required property AppContext app
    property string leadId
    readonly property int position: leads.positionOf(leadId)

    // "" for a new one.
    signal leadFormRequested(string leadId)
    signal noteRequested(string leadId)
    signal recordOpened(string type, string recordId)

    title: qsTr("Leads")
    subtitle: counts.open === 0 ? "" : qsTr("%n open", "", counts.open)
    lined: Theme.landscape
    canGoBack: leadId !== "" && !Theme.landscape
    onBackRequested: leadId = ""

    function openLead(id: string) {
        leadId = id;
    }

    LeadListModel {
        id: leads

        app: page.app
        onCountChanged: page.chooseFirst()
    }

    LeadCounts {
        id: counts

        app: page.app
    }

    // A wide tablet shows a lead at once; elsewhere the list comes first.
    function chooseFirst() {
        if (Theme.landscape && leadId === "" && leads.count > 0)
            leadId = leads.keyAt(0);
    }

    ListDetail {
        anchors.fill: parent
        detailOpen: page.leadId !== ""

        list: LeadList {
            anchors.fill: parent
            leads: leads
            counts: counts
            chosenId: page.leadId
            onLeadChosen: id => page.leadId = id
            onLeadFormRequested: page.leadFormRequested("")
        }

        detail: [
            LeadDetail {
                anchors.fill: parent
                visible: page.leadId !== ""
                app: page.app
                leadId: page.leadId
                hasPrevious: page.position > 0
                hasNext: page.position >= 0 && page.position < leads.count - 1
                onPrevious: page.leadId = leads.keyAt(page.position - 1)
                onNext: page.leadId = leads.keyAt(page.position + 1)
                onEditRequested: page.leadFormRequested(page.leadId)
                onNoteRequested: page.noteRequested(page.leadId)
                onRecordOpened: (type, recordId) => page.recordOpened(type, recordId)
                onSaid: text => page.said(text, null)
            },
            StateView {
                anchors.fill: parent
                visible: page.leadId === ""
                phase: StateView.Empty
                emptyIcon: "lead"
                emptyTitle: qsTr("No lead is chosen")
                emptyAction: qsTr("New lead")
                onEmptyActionTriggered: page.leadFormRequested("")
            }
        ]
    }
}
