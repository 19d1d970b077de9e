pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// A customer's orders, newest first.
Card {
    id: card

    required property AppContext app
    required property string customerId

    signal recordOpened(string type, string recordId)
    signal orderRequested()

    OrderListModel {
        id: orders

        app: card.app
        recordId: card.customerId
    }

    StateView {
        Layout.fillWidth: true
        phase: orders.state
        skeletonRows: 4
        emptyIcon: "orders"
        emptyTitle: qsTr("No orders yet")
        emptyAction: qsTr("Write the first one")
        failedCode: orders.errorCode
        onEmptyActionTriggered: card.orderRequested()
        onRetried: orders.reload()

        Column {
            width: parent.width

            Repeater {
                model: orders

                ListRow {
                    required property int index
                    required property string recordId
                    required property string number
                    required property string currency
                    required property string syncMark
                    required property var orderState
                    required property var orderedOn
                    required property var totalMinor
                    required property var lineCount

                    width: parent?.width ?? 0
                    inCard: true
                    divided: index < orders.count - 1
                    squareIcon: "orders"
                    title: number
                    subtitle: Labels.choice("order", "state", orderState) + (Format.chinese ? "，" : ", ")
                        + qsTr("%n item(s)", "", lineCount) + (orderedOn === undefined ? "" : (Format.chinese ? "，" : ", ") + Format.fullDay(orderedOn))
                    status: syncMark
                    timeText: totalMinor === undefined ? "" : Format.money(totalMinor, currency, true)
                    timeColor: Theme.ink
                    onClicked: card.recordOpened("order", recordId)
                }
            }
        }
    }
}
