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
import Fieldbook.Sync
import Fieldbook.Attention
import Fieldbook.Settings
import Fieldbook.App

// The window: the sign-in page until somebody is signed in, then the sections of the app.
Window {
    id: window

    required property App app

    // Goes to a section by its key, for whoever drives the app from outside.
    function go(section: string) {
        visitPlan.close();
        if (section === "sync")
            window.openSync();
        else if (section === "visit-plan")
            window.planVisit("");
        else if (section === "visit")
            window.openVisit((shell.show("today") as TodayPage)?.nextVisitId ?? "", "");
        else if (section === "leads")
            window.openLeads("");
        else if (section === "search")
            window.searchFor(Format.chinese ? "hz" : "trading");
        else if (section === "lead-form")
            window.editLead("");
        else if (section === "customer-form")
            window.editCustomer((shell.show("customers") as CustomersPage)?.customerId ?? "");
        else if (section === "contact-form")
            window.editContact((shell.show("customers") as CustomersPage)?.customerId ?? "", "");
        else
            shell.show(section);
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
        } else {
            tellMissing();
        }
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

    function openSync() {
        shell.open(syncPage, {});
    }

    function sections(): var {
        return ["today", "visit", "visit-plan", "customers", "customer-form", "contact-form", "pipeline", "leads", "lead-form", "search", "orders", "sync", "attention", "settings"];
    }

    visible: true
    width: 1280
    height: 800
    title: qsTr("Fieldbook")
    color: Theme.canvas
    onWidthChanged: Theme.windowWidth = width

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

    Component {
        id: leadsPage

        LeadsPage {
            app: window.app.context
            onLeadFormRequested: leadId => window.editLead(leadId)
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
            onLeadRequested: window.editLead("")
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

    AppShell {
        id: shell

        anchors.fill: parent
        visible: window.app.sync.signedIn
        searchResults: searchResults
        userName: window.app.sync.userName
        chip.phase: [SyncChip.AllSent, SyncChip.Waiting, SyncChip.Sending, SyncChip.Offline, SyncChip.SignedOut][window.app.sync.phase]
        chip.waiting: window.app.sync.waiting
        chip.attention: window.app.sync.needYou
        chip.syncedAt: window.app.sync.lastContact === undefined ? "" : Format.shortMoment(window.app.sync.lastContact, new Date())
        onSyncRequested: window.openSync()
        onAttentionRequested: show("attention")
        onUserRequested: show("settings")
        onNewRequested: window.tellMissing()

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
                onReminderOpened: window.tellMissing()
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
                onNoteRequested: window.tellMissing()
                onContactRequested: (customerId, contactId) => window.editContact(customerId, contactId)
                onCustomerEditRequested: customerId => window.editCustomer(customerId)
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
                onSignOutRequested: window.app.signOut()
            }
        }
    }

    SignInPage {
        anchors.fill: parent
        visible: !window.app.sync.signedIn
        server: window.app.offeredServer
        login: window.app.offeredLogin
        busy: window.app.signingIn
        errorCode: window.app.signInError
        onSignInRequested: (server, login, password) => window.app.signIn(server, login, password)
    }
}
