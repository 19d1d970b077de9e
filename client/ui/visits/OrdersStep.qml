pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// What was ordered during the visit, and the ways to write more: an order, a lead that was heard of.
ColumnLayout {
    id: step

    required property VisitDraft draft
    required property AppContext app

    signal orderRequested()
    signal leadRequested()
    signal recordOpened(string type, string recordId)

    spacing: Theme.space16

    OrderListModel {
        id: orders

        app: step.app
        recordId: step.draft.customerId
    }

    Card {
        Layout.fillWidth: true
        visible: step.draft.orderCount > 0

        Column {
            Layout.fillWidth: true

            Repeater {
                model: orders

                ListRow {
                    required property string recordId
                    required property string visitId
                    required property string number
                    required property string orderState
                    required property string syncMark
                    required property var totalMinor
                    required property string currency

                    width: parent?.width ?? 0
                    visible: visitId !== "" && visitId === step.draft.recordId
                    inCard: true
                    squareIcon: "orders"
                    title: number
                    subtitle: Labels.choice("order", "state", orderState)
                    status: syncMark
                    timeText: totalMinor === undefined ? "" : Format.money(totalMinor, currency, true)
                    timeColor: Theme.ink
                    onClicked: step.recordOpened("order", recordId)
                }
            }
        }
    }

    Card {
        Layout.fillWidth: true
        visible: step.draft.orderCount === 0
        padding: Theme.space24
        gap: Theme.space8

        Icon {
            Layout.alignment: Qt.AlignHCenter
            name: "orders"
            size: 28
            color: Theme.ink3
        }

        AppText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            color: Theme.ink2
            text: qsTr("No order on this visit yet")
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.space8

        ActionButton {
            objectName: "writeOrder"
            kind: ActionButton.Tint
            iconName: "orders"
            text: qsTr("Write an order")
            onClicked: step.orderRequested()
        }

        ActionButton {
            iconName: "lead"
            text: qsTr("Note a lead")
            onClicked: step.leadRequested()
        }
    }
}
