pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// Customers whose rhythm of ordering has broken off.
Card {
    id: card

    required property AppContext app
    required property TodayAtRisk customers

    signal customerChosen(string customerId)

    CardHeader {
        divided: true
        iconName: "atRisk"
        iconColor: Theme.waiting
        title: qsTr("May be leaving")
        count: card.customers.count
    }

    Column {
        Layout.fillWidth: true

        Repeater {
            model: card.customers

            ListRow {
                id: customer

                required property int index
                required property string recordId
                required property string name
                required property string phone
                required property int daysSinceOrder
                required property int usualDays

                width: parent?.width ?? 0
                inCard: true
                divided: index < card.customers.count - 1
                title: name
                subtitle: qsTr("%1 days without an order, usually %2").arg(daysSinceOrder).arg(usualDays)
                onClicked: card.customerChosen(recordId)

                IconButton {
                    visible: customer.phone !== ""
                    iconName: "call"
                    text: qsTr("Call %1").arg(customer.name)
                    onClicked: card.app.call(customer.phone)
                }
            }
        }
    }
}
