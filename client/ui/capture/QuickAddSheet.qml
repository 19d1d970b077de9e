import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// What can be made new from anywhere; each opens its form, with the customer whose page one comes from.
Sheet {
    id: sheet

    required property AppContext app
    // "" where no customer is in view.
    property string customerId

    signal chosen(string key, string customerId)

    function openFor(customerId: string) {
        sheet.customerId = customerId;
        open();
    }

    title: qsTr("Quick add")

    CustomerView {
        id: customer

        app: sheet.app
        recordId: sheet.customerId
    }

    Chip {
        visible: sheet.customerId !== ""
        iconName: "customers"
        text: qsTr("For %1").arg(customer.name)
        checkable: true
        checked: true
        onToggled: sheet.customerId = ""
    }

    TileGrid {
        objectName: "quickTiles"
        Layout.fillWidth: true
        columns: 4
        tiles: [
            { "key": "visit", "text": qsTr("Visit"), "iconName": "visit" },
            { "key": "lead", "text": qsTr("Lead"), "iconName": "lead" },
            { "key": "order", "text": qsTr("Order"), "iconName": "orders" },
            { "key": "reminder", "text": qsTr("Reminder"), "iconName": "reminder" },
            { "key": "note", "text": qsTr("Note"), "iconName": "note" },
            { "key": "appointment", "text": qsTr("Appointment"), "iconName": "calendar" },
            { "key": "opportunity", "text": qsTr("Deal"), "iconName": "deal" }
        ]
        onSelected: key => {
            const customer = sheet.customerId;
            sheet.close();
            sheet.chosen(key, customer);
        }
    }

    Notice {
        Layout.fillWidth: true
        status: "sent"
        iconName: "check"
        text: qsTr("Drafts are kept on this tablet, also when the app is closed")
    }
}
