pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models
import Fieldbook.Capture

// Everything about one customer: how it stands, what was said, who is there, what is open.
StateView {
    id: pane

    required property AppContext app
    required property string customerId
    property bool hasPrevious: false
    property bool hasNext: false
    readonly property string name: customer.name
    readonly property bool wide: width >= 760
    readonly property var now: new Date()

    signal previous()
    signal next()
    signal visitRequested()
    signal visitPlanningRequested()
    signal orderRequested()
    signal noteRequested()
    signal editRequested()
    signal contactRequested(string contactId)
    signal recordOpened(string type, string recordId)
    signal said(string text)

    phase: customer.state
    emptyIcon: "customers"
    emptyTitle: qsTr("This customer is no longer on this tablet")
    emptyText: qsTr("Somebody else may be responsible for it now.")
    failedCode: customer.errorCode
    onRetried: customer.reload()

    CustomerView {
        id: customer

        app: pane.app
        recordId: pane.customerId
    }

    CustomerActs {
        id: acts

        customer: customer
        onSaid: text => pane.said(text)
    }

    ShareSheet {
        id: shareSheet

        app: pane.app
        onSaid: text => pane.said(text)
    }

    MergeSheet {
        id: mergeSheet

        objectName: "mergeSheet"
        app: pane.app
        onSaid: text => pane.said(text)
    }

    readonly property var menu: {
        const all = [
            { "text": qsTr("Plan a visit"), "iconName": "calendar", "chosen": () => visitPlanningRequested() },
            { "text": qsTr("Edit customer"), "iconName": "note", "chosen": () => editRequested() },
            { "text": qsTr("Add contact"), "iconName": "lead", "chosen": () => contactRequested("") }
        ];
        if (customer.protectedUntil !== undefined && customer.mayProtectUntil !== undefined)
            all.push({ "text": qsTr("End the protection"), "iconName": "locked", "chosen": () => customer.unprotect() });
        else if (customer.mayProtectUntil !== undefined)
            all.push({ "text": qsTr("Protect…"), "iconName": "locked", "chosen": () => acts.askProtect() });
        if (customer.mayShare)
            all.push({ "text": qsTr("Share…"), "iconName": "assign", "chosen": () => shareSheet.begin(pane.customerId) });
        if (customer.mayMerge)
            all.push({ "text": qsTr("Merge with another…"), "iconName": "merged", "chosen": () => mergeSheet.propose(pane.customerId, customer.name, customer.phone) });
        if (customer.mayRelease)
            all.push({ "text": qsTr("Release to the pool…"), "iconName": "pool", "chosen": () => acts.askRelease() });
        return all;
    }

    function daysAgo(date): string {
        if (date === undefined)
            return qsTr("Never");
        const days = Format.daysBetween(date, now);
        return days === 0 ? qsTr("Today") : days === 1 ? qsTr("Yesterday") : qsTr("%1 days ago").arg(days);
    }

    function growth(): string {
        if (customer.soldBefore <= 0)
            return qsTr("No orders the year before");
        const percent = Math.round((customer.sold / customer.soldBefore - 1) * 100);
        return qsTr("%1% on the year before").arg((percent > 0 ? "+" : percent < 0 ? "−" : "") + Math.abs(percent));
    }

    readonly property bool visitDue: customer.visitEveryDays !== undefined && customer.lastVisitAt !== undefined
        && Format.daysBetween(customer.lastVisitAt, now) > customer.visitEveryDays

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
                squareText: customer.initial
                title: customer.name
                tier: customer.tier
                address: customer.address
                owner: customer.ownerName === "" ? "" : qsTr("Responsible: %1").arg(customer.ownerName)
                status: customer.syncMark
                hasPrevious: pane.hasPrevious
                hasNext: pane.hasNext
                nextStep: customer.nextAt === undefined ? "" : Format.moment(customer.nextAt, pane.now) + " " + customer.nextText
                nextStepStatus: customer.nextAt !== undefined && customer.nextAt < pane.now ? "overdue" : "today"
                onPrevious: pane.previous()
                onNext: pane.next()
                onMore: anchor => {
                    moreMenu.parent = anchor;
                    moreMenu.open();
                }

                ActionButton {
                    kind: ActionButton.Primary
                    iconName: "visit"
                    text: qsTr("Visit")
                    onClicked: pane.visitRequested()
                }

                ActionButton {
                    iconName: "call"
                    text: qsTr("Call")
                    wordless: Theme.phone
                    reason: customer.phone === "" ? qsTr("No phone number") : ""
                    onClicked: pane.app.call(customer.phone)
                }

                ActionButton {
                    iconName: "navigate"
                    text: qsTr("Navigate")
                    wordless: Theme.phone
                    visible: customer.address !== "" || customer.latitude !== undefined
                    onClicked: pane.app.navigate(customer.latitude, customer.longitude, customer.address)
                }

                ActionButton {
                    iconName: "orders"
                    text: qsTr("Order")
                    onClicked: pane.orderRequested()
                }
            }

            ActionMenu {
                id: moreMenu

                actions: pane.menu
                onTriggered: index => pane.menu[index].chosen()
            }

            FactStrip {
                Layout.fillWidth: true
                facts: [
                    { "label": qsTr("Last 12 months"), "value": Format.money(customer.sold, customer.currency, false), "note": pane.growth() },
                    { "label": qsTr("Last order"), "value": customer.lastOrderAt === undefined ? "–" : Format.money(customer.lastOrderTotal, customer.currency, false), "note": pane.daysAgo(customer.lastOrderAt) },
                    { "label": qsTr("Open deals"), "value": Format.count(customer.openDeals), "note": qsTr("%1 in all").arg(Format.money(customer.openDealsAmount, customer.currency, false)) },
                    { "label": qsTr("Last visit"), "value": pane.daysAgo(customer.lastVisitAt), "note": customer.visitEveryDays === undefined ? "" : qsTr("Rhythm: every %1 days").arg(customer.visitEveryDays), "status": pane.visitDue ? "waiting" : "" }
                ]
            }

            Notice {
                Layout.fillWidth: true
                visible: customer.promise !== ""
                status: "today"
                iconName: "promise"
                text: qsTr("You promised: %1").arg(customer.promise)
            }

            Notice {
                Layout.fillWidth: true
                objectName: "returnsSoon"
                visible: customer.returnsAt !== undefined
                status: "waiting"
                iconName: "pool"
                text: customer.returnsAt === undefined ? "" : qsTr("Goes back into the public pool on %1 unless you contact it before.").arg(Format.day(customer.returnsAt))
            }

            Notice {
                Layout.fillWidth: true
                objectName: "protected"
                visible: customer.protectedUntil !== undefined
                status: "today"
                iconName: "locked"
                text: customer.protectedUntil === undefined ? "" : qsTr("Protected until %1.").arg(Format.day(customer.protectedUntil))
            }

            MergeNotices {
                Layout.fillWidth: true
                app: pane.app
                customerId: pane.customerId
                onCompareRequested: mergeCase => mergeSheet.decide(mergeCase)
                onSaid: text => pane.said(text)
            }

            TabStrip {
                id: tabs

                Layout.fillWidth: true
                tabs: [
                    { "text": qsTr("Timeline") },
                    { "text": qsTr("Contacts"), "count": customer.contactCount },
                    { "text": qsTr("Deals"), "count": customer.opportunityCount },
                    { "text": qsTr("Orders"), "count": customer.orderCount },
                    { "text": qsTr("Reminders"), "count": customer.reminderCount },
                    { "text": qsTr("Files"), "count": customer.fileCount }
                ]
            }

            RowLayout {
                Layout.fillWidth: true
                visible: tabs.currentIndex === 0
                spacing: Theme.space24

                Timeline {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    app: pane.app
                    subjectId: pane.customerId
                    onNoteRequested: pane.noteRequested()
                    onRecordOpened: (type, recordId) => pane.recordOpened(type, recordId)
                }

                ColumnLayout {
                    Layout.preferredWidth: Theme.sizeSidePanel
                    Layout.maximumWidth: Theme.sizeSidePanel
                    Layout.alignment: Qt.AlignTop
                    visible: pane.wide
                    spacing: Theme.space16

                    ContactsCard {
                        Layout.fillWidth: true
                        app: pane.app
                        customerId: pane.customerId
                        onContactRequested: contactId => pane.contactRequested(contactId)
                    }

                    DealsCard {
                        Layout.fillWidth: true
                        visible: customer.opportunityCount > 0
                        app: pane.app
                        customerId: pane.customerId
                        onRecordOpened: (type, recordId) => pane.recordOpened(type, recordId)
                    }
                }
            }

            ContactsCard {
                Layout.fillWidth: true
                visible: tabs.currentIndex === 1
                app: pane.app
                customerId: pane.customerId
                onContactRequested: contactId => pane.contactRequested(contactId)
            }

            DealsCard {
                Layout.fillWidth: true
                visible: tabs.currentIndex === 2
                app: pane.app
                customerId: pane.customerId
                alsoClosed: true
                onRecordOpened: (type, recordId) => pane.recordOpened(type, recordId)
            }

            CustomerOrders {
                Layout.fillWidth: true
                visible: tabs.currentIndex === 3
                app: pane.app
                customerId: pane.customerId
                onRecordOpened: (type, recordId) => pane.recordOpened(type, recordId)
                onOrderRequested: pane.orderRequested()
            }

            CustomerReminders {
                Layout.fillWidth: true
                visible: tabs.currentIndex === 4
                app: pane.app
                customerId: pane.customerId
                onRecordOpened: (type, recordId) => pane.recordOpened(type, recordId)
            }

            CustomerFiles {
                Layout.fillWidth: true
                visible: tabs.currentIndex === 5
                app: pane.app
                customerId: pane.customerId
            }
        }
    }
}
