pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell
import Fieldbook.Models
import Fieldbook.Today
import Fieldbook.Customers
import Fieldbook.Orders
import Fieldbook.Pipeline
import Fieldbook.Visits
import Fieldbook.Leads
import Fieldbook.Search
import Fieldbook.Forms
import Fieldbook.Schedule
import Fieldbook.Capture
import Fieldbook.Sync
import Fieldbook.Attention
import Fieldbook.Settings
import Fieldbook.App

// The inside of the window once somebody is let in: the sections of the app. Stays, with the store closed, while it is locked.
Item {
    id: window

    required property App app

    // For whoever drives the app from outside: the pages by their words, and the way to each.
    function sections(): var {
        return walk.sections;
    }

    function go(page: string) {
        walk.go(page);
    }

    function openCustomer(id: string) {
        const page = shell.show("customers") as CustomersPage;
        if (page !== null)
            page.openCustomer(id);
    }

    function searchFor(text: string) {
        shell.show("orders");
        shell.searchFor(text);
    }

    function openRecord(type: string, id: string) {
        if (type === "customer") {
            openCustomer(id);
        } else if (type === "order") {
            (shell.show("orders") as OrdersPage)?.openOrder(id);
        } else if (type === "opportunity") {
            (shell.show("pipeline") as PipelinePage)?.openOpportunity(id);
        } else if (type === "visit") {
            openVisit(id, "");
        } else if (type === "contact") {
            editContact("", id);
        } else if (type === "lead") {
            openLeads(id);
        } else if (type === "reminder") {
            shell.open(reminderPage, { "reminderId": id });
        } else if (type === "appointment") {
            shell.open(appointmentPage, { "appointmentId": id });
        } else if (type === "activity") {
            shell.open(notePage, { "noteId": id });
        } else {
            tellMissing();
        }
    }

    // Opens the form of something new, about that customer if there is one, at that moment if the person chose it.
    function startNew(key: string, customerId: string, at: var) {
        switch (key) {
        case "visit":
            window.planVisit(customerId);
            break;
        case "lead":
            window.noteLead(customerId === "" ? "" : "referral");
            break;
        case "reminder":
            shell.open(reminderPage, { customerId, at });
            break;
        case "appointment":
            shell.open(appointmentPage, { customerId, at });
            break;
        case "note":
            shell.open(notePage, { customerId });
            break;
        case "opportunity":
            shell.open(opportunityPage, { customerId });
            break;
        case "order":
            if (customerId !== "")
                window.writeOrder(customerId, "", "");
            else
                orderCustomer.open();
            break;
        default:
            window.tellMissing();
        }
    }

    function quickAdd() {
        const customers = shell.page as CustomersPage;
        quickSheet.openFor(customers?.customerId ?? "");
    }

    // The visit, or else the one that a person means who wants to visit that customer now.
    function openVisit(id: string, customerId: string) {
        shell.open(visitPage, { recordId: id, customerId });
    }

    function planVisit(customerId: string) {
        visitPlan.planFor(customerId, undefined);
    }

    function openLeads(id: string) {
        if (shell.currentKey !== "pipeline")
            shell.show("pipeline");
        const page = shell.page as LeadsPage ?? shell.open(leadsPage, {}) as LeadsPage;
        if (id !== "")
            page.openLead(id);
    }

    function editLead(id: string) {
        shell.open(leadForm, { recordId: id });
    }

    // A new one; heard of from a customer or on a visit, if it was.
    function noteLead(source: string) {
        shell.open(leadForm, { preset: source === "" ? {} : { source } });
    }

    function writeOrder(customerId: string, opportunityId: string, visitId: string) {
        const page = shell.open(orderPad, { customerId, opportunityId, visitId }) as OrderPadPage;
        page?.orderSubmitted.connect(orderId => window.openRecord("order", orderId));
    }

    function editCustomer(id: string) {
        shell.open(customerForm, { recordId: id });
    }

    function editContact(customerId: string, id: string) {
        shell.open(contactForm, { customerId, recordId: id });
    }

    function offerUndo(recordId: string) {
        shell.toast(qsTr("In the recycle bin"), () => recycling.restore(recordId));
    }

    // Says so plainly where a page is still missing.
    function tellMissing() {
        shell.toast(qsTr("This version has no page for that yet."));
    }

    function openPassword() {
        accountPages.openPassword();
    }

    function openTrip() {
        accountPages.openTrip();
    }

    function openSync() {
        shell.open(syncPage, {});
    }

    KeepingPages {
        id: keepingPages

        app: window.app
        shell: shell
    }

    Component {
        id: syncPage

        SyncPage {
            app: window.app.context
            sync: window.app.sync
            onSyncAsked: window.app.syncNow()
            onAttentionRequested: shell.show("attention")
            onRecordOpened: (type, recordId) => window.openRecord(type, recordId)
        }
    }

    Walk {
        id: walk

        shell: shell
        pages: window
        keeping: keepingPages
    }

    Component {
        id: leadsPage

        LeadsPage {
            app: window.app.context
            onLeadFormRequested: leadId => window.editLead(leadId)
            onNoteRequested: leadId => shell.open(notePage, { leadId })
            onRecordOpened: (type, recordId) => window.openRecord(type, recordId)
        }
    }

    Component {
        id: searchResults

        GlobalSearch {
            app: window.app.context
            onRecordOpened: (type, recordId) => window.openRecord(type, recordId)
        }
    }

    AccountPages {
        id: accountPages

        app: window.app
        shell: shell
        onRemoved: recordId => window.offerUndo(recordId)
    }

    Component {
        id: leadForm

        LeadFormPage {
            app: window.app.context
            onRecordOpened: (type, recordId) => window.openRecord(type, recordId)
            onSaved: recordId => window.openRecord("lead", recordId)
            onRemoved: recordId => window.offerUndo(recordId)
        }
    }

    Component {
        id: customerForm

        CustomerFormPage {
            app: window.app.context
            onRecordOpened: (type, recordId) => window.openRecord(type, recordId)
            onSaved: recordId => window.openCustomer(recordId)
            onRemoved: recordId => window.offerUndo(recordId)
        }
    }

    Component {
        id: contactForm

        ContactFormPage {
            app: window.app.context
            onCustomerChosen: customerId => window.openCustomer(customerId)
            onRecordOpened: (type, recordId) => window.openRecord(type, recordId)
            onRemoved: recordId => window.offerUndo(recordId)
        }
    }

    Recycling {
        id: recycling

        app: window.app.context
        onRefused: text => shell.toast(text)
    }

    Component {
        id: orderPad

        OrderPadPage {
            app: window.app.context
        }
    }

    Component {
        id: visitPage

        VisitPage {
            app: window.app.context
            sync: window.app.sync
            onOrderRequested: (customerId, opportunityId, visitId) => window.writeOrder(customerId, opportunityId, visitId)
            onLeadRequested: window.noteLead("visit")
            onPlanRequested: customerId => window.planVisit(customerId)
            onRescheduleRequested: visitId => visitPlan.move(visitId)
            onVisitOpened: visitId => window.openVisit(visitId, "")
            onRecordOpened: (type, recordId) => window.openRecord(type, recordId)
        }
    }

    VisitPlanSheet {
        id: visitPlan

        app: window.app.context
        onPlanned: (visitId, moved) => shell.toast(moved ? qsTr("Visit moved, saved on this tablet") : qsTr("Visit planned, saved on this tablet"))
        onSaid: text => shell.toast(text)
    }

    Connections {
        target: window.app.context

        function onOutsideMissing() {
            shell.toast(ErrorText.sentence("outside.none"));
        }
    }

    Component {
        id: reminderPage

        ReminderPage {
            app: window.app.context
        }
    }

    Component {
        id: appointmentPage

        AppointmentPage {
            app: window.app.context
        }
    }

    Component {
        id: notePage

        NotePage {
            app: window.app.context
        }
    }

    Component {
        id: opportunityPage

        OpportunityPage {
            app: window.app.context
            onCustomerChosen: customerId => window.openCustomer(customerId)
            onOrderRequested: (customerId, opportunityId) => window.writeOrder(customerId, opportunityId, "")
        }
    }

    QuickAddSheet {
        id: quickSheet

        app: window.app.context
        onChosen: (key, customerId) => window.startNew(key, customerId, undefined)
    }

    CustomerChooser {
        id: orderCustomer

        app: window.app.context
        onChosen: customerId => window.writeOrder(customerId, "", "")
    }

    Connections {
        target: window.app

        function onRecordRequested(type: string, recordId: string) {
            window.Window.window.raise();
            window.Window.window.requestActivate();
            window.openRecord(type, recordId);
        }
    }

    AppShell {
        id: shell

        anchors.fill: parent
        visible: window.app.sync.signedIn
        searchResults: searchResults
        userName: window.app.sync.userName
        arriving: window.app.sync.arriving
        arrived: window.app.sync.records
        chip.phase: [SyncChip.AllSent, SyncChip.Waiting, SyncChip.Sending, SyncChip.Offline, SyncChip.SignedOut][window.app.sync.phase]
        chip.waiting: window.app.sync.waiting
        chip.attention: window.app.sync.needYou
        chip.syncedAt: window.app.sync.lastContact === undefined ? "" : Format.shortMoment(window.app.sync.lastContact, new Date())
        onSyncRequested: window.openSync()
        onAttentionRequested: show("attention")
        onUserRequested: show("settings")
        onNewRequested: window.quickAdd()

        ShellSection {
            key: "today"
            text: qsTr("Today")
            iconName: "today"
            inBottomBar: true
            page: TodayPage {
                app: window.app.context
                onCustomerChosen: customerId => window.openCustomer(customerId)
                onAttentionRequested: shell.show("attention")
                onVisitRequested: visitId => window.openVisit(visitId, "")
                onVisitPlanningRequested: window.planVisit("")
                onReminderOpened: reminderId => window.openRecord("reminder", reminderId)
            }
        }

        ShellSection {
            key: "customers"
            text: qsTr("Customers")
            iconName: "customers"
            inBottomBar: true
            page: CustomersPage {
                app: window.app.context
                onRecordOpened: (type, recordId) => window.openRecord(type, recordId)
                onOrderRequested: customerId => window.writeOrder(customerId, "", "")
                onVisitRequested: customerId => window.openVisit("", customerId)
                onVisitPlanningRequested: customerId => window.planVisit(customerId)
                onNoteRequested: customerId => window.startNew("note", customerId, undefined)
                onContactRequested: (customerId, contactId) => window.editContact(customerId, contactId)
                onCustomerEditRequested: customerId => window.editCustomer(customerId)
                onPoolRequested: keepingPages.openPool()
                onBinRequested: keepingPages.openBin()
            }
        }

        ShellSection {
            key: "pipeline"
            text: qsTr("Pipeline")
            iconName: "pipeline"
            inBottomBar: true
            page: PipelinePage {
                app: window.app.context
                onLeadsRequested: window.openLeads("")
                onCustomerChosen: customerId => window.openCustomer(customerId)
                onOrderRequested: (customerId, opportunityId) => window.writeOrder(customerId, opportunityId, "")
            }
        }

        ShellSection {
            key: "schedule"
            text: qsTr("Schedule")
            iconName: "schedule"
            page: SchedulePage {
                app: window.app.context
                onEventOpened: (type, recordId, startsAt) => {
                    if (type === "appointment")
                        shell.open(appointmentPage, { "appointmentId": recordId, "occurrence": startsAt });
                    else
                        window.openRecord(type, recordId);
                }
                onNewRequested: at => window.startNew("appointment", "", at)
                onVisitPlanningRequested: window.planVisit("")
            }
        }

        ShellSection {
            key: "orders"
            text: qsTr("Orders")
            iconName: "orders"
            page: OrdersPage {
                app: window.app.context
                onCustomerChosen: customerId => window.openCustomer(customerId)
                onOrderRequested: customerId => window.writeOrder(customerId, "", "")
            }
        }

        ShellSection {
            key: "attention"
            text: qsTr("Attention")
            iconName: "attention"
            badge: window.app.sync.needYou
            lower: true
            inBottomBar: true
            page: AttentionPage {
                app: window.app.context
                onRecordOpened: (type, recordId) => window.openRecord(type, recordId)
            }
        }

        ShellSection {
            key: "settings"
            text: qsTr("Settings")
            iconName: "settings"
            lower: true
            page: SettingsPage {
                sync: window.app.sync
                preferences: window.app.preferences
                onSyncRequested: window.openSync()
                lock: window.app.lock
                sessions: window.app.sessions
                onPasswordRequested: window.openPassword()
                onTripRequested: window.openTrip()
                onSignOutRequested: window.app.signOut()
            }
        }
    }

    ReminderBanner {
        anchors.top: parent.top
        anchors.topMargin: Theme.space12
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(implicitWidth, parent.width - 2 * Theme.space16)
        z: 30
        visible: alarm.count > 0 && window.app.sync.signedIn
        alarm: window.app.alarm
        app: window.app.context
        onOpened: (type, recordId) => window.openRecord(type, recordId)
        onSaid: (text, undo) => shell.toast(text, undo)
    }
}
