pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// The list pane: search, the usual cuts, and customers as far as one scrolls.
ColumnLayout {
    id: pane

    required property CustomerListModel customers
    required property string chosenId

    signal customerChosen(string id)
    signal newRequested()
    signal poolRequested()
    signal binRequested()

    spacing: Theme.space12

    readonly property var scopes: [
        { "scope": CustomerListModel.All, "text": qsTr("All") },
        { "scope": CustomerListModel.Mine, "text": qsTr("Mine") },
        { "scope": CustomerListModel.DueContact, "text": qsTr("Due") },
        { "scope": CustomerListModel.Vip, "text": qsTr("VIP") }
    ]
    readonly property var orders: [
        { "order": CustomerListModel.Name, "text": qsTr("By name") },
        { "order": CustomerListModel.LastContact, "text": qsTr("Longest without contact") },
        { "order": CustomerListModel.Next, "text": qsTr("By what comes next") }
    ]

    RowLayout {
        Layout.margins: Theme.space16
        Layout.topMargin: Theme.space12
        Layout.bottomMargin: 0
        spacing: Theme.space8

        SearchField {
            Layout.fillWidth: true
            sunken: true
            placeholderText: pane.customers.total > 0 ? qsTr("Find among %1 customers").arg(Format.count(pane.customers.total)) : qsTr("Find a customer")
            onSought: text => pane.customers.search = text
        }

        IconButton {
            objectName: "newCustomer"
            outlined: true
            iconName: "add"
            iconColor: Theme.accent
            text: qsTr("New customer")
            onClicked: pane.newRequested()
        }

        IconButton {
            id: moreButton

            objectName: "more"
            outlined: true
            iconName: "more"
            text: qsTr("Pool and recycle bin")
            onClicked: moreMenu.open()

            ActionMenu {
                id: moreMenu

                objectName: "moreMenu"
                y: moreButton.height
                actions: [{ "text": qsTr("Public pool"), "iconName": "pool" }, { "text": qsTr("Recycle bin"), "iconName": "delete" }]
                onTriggered: index => index === 0 ? pane.poolRequested() : pane.binRequested()
            }
        }
    }

    RowLayout {
        Layout.leftMargin: Theme.space16
        Layout.rightMargin: Theme.space16
        spacing: Theme.space8

        Repeater {
            model: pane.scopes

            Chip {
                required property var modelData

                text: modelData.text
                checked: pane.customers.scope === modelData.scope
                onClicked: pane.customers.scope = modelData.scope
            }
        }

        Item {
            Layout.fillWidth: true
        }

        IconButton {
            id: sortButton

            iconName: "sort"
            text: qsTr("Sort")
            onClicked: sortMenu.open()

            ActionMenu {
                id: sortMenu

                y: sortButton.height
                actions: pane.orders.map(each => ({ "text": each.text, "checked": pane.customers.order === each.order }))
                onTriggered: index => pane.customers.order = pane.orders[index].order
            }
        }
    }

    StateView {
        Layout.fillWidth: true
        Layout.fillHeight: true
        phase: pane.customers.state
        skeletonRows: 9
        emptyIcon: "customers"
        emptyTitle: pane.customers.search === "" ? qsTr("No customers here") : qsTr("Nothing found")
        emptyText: pane.customers.search === "" ? qsTr("They come with the first sync, or from a lead that you convert.")
            : qsTr("Any part of a name, pinyin, initials or the end of a phone number will do.")
        emptyAction: pane.customers.search === "" ? qsTr("New customer") : ""
        failedCode: pane.customers.errorCode
        onEmptyActionTriggered: pane.newRequested()
        onRetried: pane.customers.reload()

        ListView {
            id: list

            anchors.fill: parent
            clip: true
            reuseItems: true
            model: pane.customers
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Customers")

            // `tier` is the row's own property; the model fills it by its name.
            delegate: ListRow {
                required property string recordId
                required property string name
                required tier
                required property string initial
                required property string city
                required property string syncMark
                required property string nextText
                required property string nextType
                required property var nextAt
                required property var lastContactAt

                readonly property bool overdue: nextAt !== undefined && nextAt < new Date()
                readonly property bool nextToday: nextAt !== undefined && Format.daysBetween(new Date(), nextAt) === 0

                width: ListView.view.width
                density: ListRow.Rich
                squareText: initial
                title: name
                subtitle: nextAt === undefined ? city
                    : Format.moment(nextAt, new Date()) + " " + (nextType === "visit" ? qsTr("Visit") : nextText)
                dotStatus: nextAt === undefined ? "" : nextToday ? "today" : overdue ? "overdue" : "later"
                status: syncMark
                timeText: lastContactAt === undefined ? "" : Format.relativeDay(lastContactAt, new Date())
                selected: recordId === pane.chosenId && Theme.landscape
                onClicked: pane.customerChosen(recordId)
            }

            ScrollLine {
                view: list
            }
        }
    }
}
