pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// Picks a customer by any part of its name.
PopupCard {
    id: chooser

    required property AppContext app

    signal chosen(string customerId)

    title: qsTr("Which customer?")
    onOpened: search.forceActiveFocus()

    CustomerListModel {
        id: customers

        app: chooser.app
        scope: CustomerListModel.All
    }

    SearchField {
        id: search

        Layout.fillWidth: true
        Layout.preferredWidth: Theme.sizeListPane - 2 * Theme.space16
        sunken: true
        placeholderText: qsTr("Name, pinyin or phone")
        onSought: text => customers.search = text
    }

    ListView {
        id: list

        Layout.fillWidth: true
        Layout.preferredHeight: 6 * Theme.sizeRowCompact
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: customers
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Customers")

        delegate: ListRow {
            required property string recordId
            required property string name
            required property string initial
            required property string city

            width: ListView.view.width
            density: ListRow.Compact
            squareText: initial
            title: name
            subtitle: city
            onClicked: {
                chooser.close();
                chooser.chosen(recordId);
            }
        }

        ScrollLine {
            view: list
        }
    }
}
