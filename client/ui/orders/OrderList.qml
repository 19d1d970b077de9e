pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// The list pane: search, states, what lies unfinished on this tablet, and the orders, newest first.
ColumnLayout {
    id: pane

    required property OrderListModel orders
    required property UnfinishedOrderModel unfinished
    required property string chosenId

    signal orderChosen(string orderId)
    signal unfinishedChosen(string customerId)

    readonly property var all: [{ "value": "", "text": qsTr("All") }]
    readonly property var states: all.concat(Labels.choices("order", "state"))

    spacing: Theme.space12

    SearchField {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space16
        Layout.rightMargin: Theme.space16
        Layout.topMargin: Theme.space12
        sunken: true
        placeholderText: qsTr("Find an order by its number")
        onSought: text => pane.orders.search = text
    }

    ListView {
        id: chips

        Layout.fillWidth: true
        Layout.preferredHeight: Theme.sizeTouch
        Layout.leftMargin: Theme.space16
        clip: true
        orientation: ListView.Horizontal
        spacing: Theme.space8
        boundsBehavior: Flickable.StopAtBounds
        model: pane.states

        delegate: Item {
            id: slot

            required property var modelData

            width: chip.implicitWidth
            height: ListView.view.height

            Chip {
                id: chip

                anchors.verticalCenter: parent.verticalCenter
                text: slot.modelData.text
                checked: pane.orders.orderState === slot.modelData.value
                onClicked: pane.orders.orderState = slot.modelData.value
            }
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        visible: pane.unfinished.count > 0 && pane.orders.orderState === "" && pane.orders.search === ""
        spacing: 0

        SectionHeader {
            Layout.fillWidth: true
            status: "draft"
            title: qsTr("Unfinished on this tablet")
            count: String(pane.unfinished.count)
        }

        Repeater {
            model: pane.unfinished

            ListRow {
                required property string customerId
                required property string customerName
                required property string number
                required property int lineCount

                Layout.fillWidth: true
                squareIcon: "document"
                title: customerName
                subtitle: qsTr("%n item(s)", "", lineCount) + (number === "" ? "" : (Format.chinese ? "，" : ", ") + number)
                onClicked: pane.unfinishedChosen(customerId)
            }
        }
    }

    StateView {
        Layout.fillWidth: true
        Layout.fillHeight: true
        phase: pane.orders.state
        skeletonRows: 9
        emptyIcon: "orders"
        emptyTitle: pane.orders.search === "" ? qsTr("No orders here") : qsTr("Nothing found")
        emptyText: pane.orders.search === "" ? qsTr("Write one from a customer's page.") : ""
        failedCode: pane.orders.errorCode
        onRetried: pane.orders.reload()

        ListView {
            id: list

            anchors.fill: parent
            clip: true
            reuseItems: true
            model: pane.orders
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Orders")

            delegate: ListRow {
                required property string recordId
                required property string number
                required property string customerName
                required property string orderState
                required property string currency
                required property string syncMark
                required property var orderedOn
                required property var totalMinor

                width: ListView.view.width
                density: ListRow.Rich
                squareIcon: "orders"
                title: customerName === "" ? number : customerName
                subtitle: Labels.choice("order", "state", orderState) + (Format.chinese ? "，" : ", ")
                    + (orderedOn === undefined || pane.orders.search !== "" ? number : Format.relativeDay(orderedOn, new Date()))
                struck: orderState === "cancelled"
                status: syncMark
                timeText: totalMinor === undefined ? "" : Format.money(totalMinor, currency, true)
                timeColor: Theme.ink
                selected: recordId === pane.chosenId && Theme.landscape
                onClicked: pane.orderChosen(recordId)
            }

            ScrollLine {
                view: list
            }
        }
    }
}
