import QtQuick
import Fieldbook.Theme
import Fieldbook.Shell
import Fieldbook.Models

// All customers, and the one that is chosen.
ShellPage {
    id: page

    required property AppContext app
    property string customerId
    readonly property int position: customers.positionOf(customerId)

    signal visitRequested(string customerId)
    signal visitPlanningRequested(string customerId)
    signal orderRequested(string customerId)
    signal noteRequested(string customerId)
    signal contactRequested(string customerId, string contactId)
    // "" for a new one.
    signal customerEditRequested(string customerId)
    signal recordOpened(string type, string recordId)
    signal poolRequested()
    signal binRequested()

    title: canGoBack ? detail.name : qsTr("Customers")
    lined: Theme.landscape
    canGoBack: customerId !== "" && !Theme.landscape
    onBackRequested: customerId = ""

    function openCustomer(id: string) {
        customerId = id;
    }

    CustomerListModel {
        id: customers

        app: page.app
        scope: CustomerListModel.All
        onCountChanged: page.chooseFirst()
    }

    // A wide tablet shows a customer at once; elsewhere the list comes first.
    function chooseFirst() {
        if (Theme.landscape && customerId === "" && customers.count > 0)
            customerId = customers.keyAt(0);
    }

    ListDetail {
        anchors.fill: parent
        detailOpen: page.customerId !== ""

        list: CustomerList {
            anchors.fill: parent
            customers: customers
            chosenId: page.customerId
            onCustomerChosen: id => page.customerId = id
            onNewRequested: page.customerEditRequested("")
            onPoolRequested: page.poolRequested()
            onBinRequested: page.binRequested()
        }

        detail: CustomerDetail {
            id: detail

            anchors.fill: parent
            visible: page.customerId !== ""
            app: page.app
            customerId: page.customerId
            hasPrevious: page.position > 0
            hasNext: page.position >= 0 && page.position < customers.count - 1
            onPrevious: page.customerId = customers.keyAt(page.position - 1)
            onNext: page.customerId = customers.keyAt(page.position + 1)
            onVisitRequested: page.visitRequested(page.customerId)
            onVisitPlanningRequested: page.visitPlanningRequested(page.customerId)
            onOrderRequested: page.orderRequested(page.customerId)
            onNoteRequested: page.noteRequested(page.customerId)
            onEditRequested: page.customerEditRequested(page.customerId)
            onContactRequested: contactId => page.contactRequested(page.customerId, contactId)
            onRecordOpened: (type, recordId) => page.recordOpened(type, recordId)
            onSaid: text => page.said(text, null)
        }
    }
}
