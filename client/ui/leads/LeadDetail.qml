pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models
import Fieldbook.Capture

// Everything about one lead: who it is, how far it is, what was said, and what to do with it.
StateView {
    id: pane

    required property AppContext app
    required property string leadId
    property bool hasPrevious: false
    property bool hasNext: false
    readonly property var now: new Date()

    signal previous()
    signal next()
    signal editRequested()
    signal noteRequested()
    signal recordOpened(string type, string recordId)
    signal said(string text)

    phase: lead.state
    emptyIcon: "lead"
    emptyTitle: qsTr("This lead is no longer on this tablet")
    emptyText: qsTr("Somebody else may be responsible for it now.")
    failedCode: lead.errorCode
    onRetried: lead.reload()

    LeadView {
        id: lead

        app: pane.app
        recordId: pane.leadId
    }

    LeadActs {
        id: acts

        lead: lead
        onSaid: text => pane.said(text)
    }

    ConvertSheet {
        id: convertSheet

        app: pane.app
        onSaid: text => pane.said(text)
        onConverted: customerId => pane.recordOpened("customer", customerId)
    }

    readonly property var facts: [
        { "icon": "organisation", "field": "company", "value": lead.company },
        { "icon": "person", "field": "contact_name", "value": lead.contactName },
        { "icon": "call", "field": "phone", "value": lead.phone },
        { "icon": "mail", "field": "email", "value": lead.email },
        { "icon": "visit", "field": "address", "value": lead.address },
        { "icon": "product", "field": "interest", "value": lead.interest }
    ]

    readonly property var everything: [
        { "act": "edit", "text": qsTr("Edit"), "iconName": "edit", "shown": true },
        { "act": "contacted", "text": qsTr("Mark as contacted"), "iconName": "check", "shown": lead.stage === "new" },
        { "act": "qualify", "text": qsTr("Qualify"), "iconName": "approved", "shown": lead.open && lead.stage !== "qualified" },
        { "act": "assign", "text": qsTr("Assign"), "iconName": "assign", "shown": lead.assignees.length > 0 },
        { "act": "giveUp", "text": qsTr("Give up…"), "iconName": "lost", "danger": true, "shown": lead.open },
        { "act": "reopen", "text": qsTr("Reopen"), "iconName": "undo", "shown": lead.stage === "disqualified" }
    ]
    readonly property var menu: everything.filter(each => each.shown)

    function run(act: string) {
        if (act === "edit")
            editRequested();
        else if (act === "contacted")
            lead.markContacted();
        else if (act === "qualify")
            lead.qualify();
        else if (act === "assign")
            acts.askAssign();
        else if (act === "giveUp")
            acts.askGiveUp();
        else
            lead.reopen();
    }

    Scroller {
        id: scroller

        anchors.fill: parent
        contentHeight: column.implicitHeight + 2 * Theme.space16

        ColumnLayout {
            id: column

            x: Theme.pageMargin
            y: Theme.space16
            width: scroller.width - 2 * Theme.pageMargin
            spacing: Theme.space16

            RecordHeader {
                Layout.fillWidth: true
                squareIcon: lead.company === "" ? "person" : "organisation"
                title: lead.name
                address: lead.address
                owner: lead.ownerName === "" ? "" : qsTr("Responsible: %1").arg(lead.ownerName)
                status: lead.syncMark
                hasPrevious: pane.hasPrevious
                hasNext: pane.hasNext
                nextStep: lead.nextContactAt === undefined || !lead.open ? "" : Format.moment(lead.nextContactAt, pane.now) + " " + qsTr("contact")
                nextStepStatus: lead.nextContactAt !== undefined && lead.nextContactAt < pane.now ? "overdue" : "today"
                onPrevious: pane.previous()
                onNext: pane.next()
                onMore: anchor => {
                    moreMenu.parent = anchor;
                    moreMenu.y = anchor.height;
                    moreMenu.open();
                }

                ActionButton {
                    visible: lead.open
                    objectName: "convert"
                    kind: ActionButton.Primary
                    iconName: "customers"
                    text: qsTr("Convert")
                    onClicked: convertSheet.begin(pane.leadId)
                }

                ActionButton {
                    visible: lead.open && lead.stage !== "qualified"
                    objectName: "qualify"
                    iconName: "approved"
                    text: qsTr("Qualify")
                    onClicked: lead.qualify()
                }

                ActionButton {
                    visible: lead.stage === "disqualified"
                    objectName: "reopen"
                    kind: ActionButton.Primary
                    iconName: "undo"
                    text: qsTr("Reopen")
                    onClicked: lead.reopen()
                }

                ActionButton {
                    iconName: "call"
                    text: qsTr("Call")
                    reason: lead.phone === "" ? qsTr("No phone number") : ""
                    onClicked: Qt.openUrlExternally("tel:" + lead.phone.replace(/[^0-9+]/g, ""))
                }

                ActionButton {
                    objectName: "editLead"
                    iconName: "edit"
                    text: qsTr("Edit")
                    onClicked: pane.editRequested()
                }

                ActionButton {
                    visible: lead.open
                    objectName: "giveUp"
                    kind: ActionButton.Danger
                    text: qsTr("Give up…")
                    onClicked: acts.askGiveUp()
                }
            }

            ActionMenu {
                id: moreMenu

                actions: pane.menu
                onTriggered: index => pane.run(pane.menu[index].act)
            }

            FactStrip {
                Layout.fillWidth: true
                facts: [
                    { "label": Labels.field("lead", "stage"), "value": Labels.choice("lead", "stage", lead.stage), "status": lead.stage === "disqualified" ? "lost" : lead.stage === "converted" ? "won" : "" },
                    { "label": Labels.field("lead", "readiness"), "value": lead.readiness === "" ? "–" : Labels.choice("lead", "readiness", lead.readiness) },
                    { "label": Labels.field("lead", "source"), "value": lead.source === "" ? "–" : Labels.choice("lead", "source", lead.source) },
                    { "label": qsTr("Recorded"), "value": lead.createdAt === undefined ? "–" : Format.relativeDay(lead.createdAt, pane.now) }
                ]
            }

            Notice {
                Layout.fillWidth: true
                visible: lead.stage === "converted"
                status: "won"
                iconName: "customers"
                title: qsTr("Became a customer")
                text: lead.convertedCustomerName

                LinkButton {
                    visible: lead.convertedCustomerId !== ""
                    text: qsTr("Open the customer")
                    onClicked: pane.recordOpened("customer", lead.convertedCustomerId)
                }

                LinkButton {
                    visible: lead.convertedOpportunityId !== ""
                    text: qsTr("Open the deal")
                    onClicked: pane.recordOpened("opportunity", lead.convertedOpportunityId)
                }
            }

            Notice {
                Layout.fillWidth: true
                visible: lead.stage === "disqualified"
                status: "lost"
                iconName: "lost"
                title: qsTr("Given up")
                text: lead.disqualifiedReason
            }

            Card {
                Layout.fillWidth: true
                padding: Theme.space16

                // Placed by number: a layout must not hold what is made anew with every change.
                Item {
                    id: factRows

                    readonly property real tall: Theme.grown(40, 20)

                    Layout.fillWidth: true
                    implicitHeight: known.count * tall

                    Repeater {
                        id: known

                        model: pane.facts.filter(fact => fact.value !== "")

                        FactRow {
                            required property var modelData
                            required property int index

                            y: index * factRows.tall
                            width: factRows.width
                            height: factRows.tall
                            iconName: modelData.icon
                            label: Labels.field("lead", modelData.field)
                            value: modelData.value
                            figures: modelData.field === "phone"
                        }
                    }
                }

                AppText {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.space8
                    visible: lead.notes !== ""
                    wrapMode: Text.Wrap
                    color: Theme.ink2
                    text: lead.notes
                }
            }

            Timeline {
                Layout.fillWidth: true
                app: pane.app
                subjectId: pane.leadId
                onNoteRequested: pane.noteRequested()
                onRecordOpened: (type, recordId) => pane.recordOpened(type, recordId)
            }
        }
    }
}
