import QtQuick
import Fieldbook.Theme
import Fieldbook.Shell
import Fieldbook.Models

// All orders, and the one that is chosen.
ShellPage {
    id: page

    required property AppContext app
    property string orderId

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
            onSaid: text => page.said(text, null)
            onCustomerChosen: customerId => page.customerChosen(customerId)
            onOrderRequested: customerId => page.orderRequested(customerId)
        }
    }
}
