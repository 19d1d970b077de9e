import QtQuick
import Fieldbook.Theme
import Fieldbook.Shell
import Fieldbook.Models

// All orders, and the one that is chosen.
ShellPage {
    id: page

    required property AppContext app
    property string orderId
    readonly property int position: orders.count > 0 ? orders.positionOf(orderId) : -1

    signal customerChosen(string customerId)
    signal orderRequested(string customerId)

    title: canGoBack ? detail.number : qsTr("Orders")
    lined: Theme.landscape
    canGoBack: orderId !== "" && !Theme.landscape
    onBackRequested: orderId = ""
    // Drafts are saved without news: what was begun elsewhere is looked up when the page shows again.
    onVisibleChanged: {
        if (visible)
            unfinished.reload();
    }

    function openOrder(id: string) {
        orderId = id;
    }

    OrderListModel {
        id: orders

        app: page.app
        // A wide tablet shows an order at once; elsewhere the list comes first.
        onCountChanged: {
            if (Theme.landscape && page.orderId === "")
                page.orderId = keyAt(0);
        }
    }

    UnfinishedOrderModel {
        id: unfinished

        app: page.app
    }

    ListDetail {
        anchors.fill: parent
        detailOpen: page.orderId !== ""

        list: OrderList {
            anchors.fill: parent
            orders: orders
            unfinished: unfinished
            chosenId: page.orderId
            onOrderChosen: orderId => page.orderId = orderId
            onUnfinishedChosen: customerId => page.orderRequested(customerId)
        }

        detail: OrderDetail {
            id: detail

            anchors.fill: parent
            visible: page.orderId !== ""
            app: page.app
            orderId: page.orderId
            hasPrevious: page.position > 0
            hasNext: page.position >= 0 && page.position < orders.count - 1
            onPrevious: page.orderId = orders.keyAt(page.position - 1)
            onNext: page.orderId = orders.keyAt(page.position + 1)
            onSaid: text => page.said(text, null)
            onCustomerChosen: customerId => page.customerChosen(customerId)
            onOrderRequested: customerId => page.orderRequested(customerId)
        }
    }
}
