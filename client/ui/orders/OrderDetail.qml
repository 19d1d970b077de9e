pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// One order as it stands: head, lines, totals, signature; and its cancelling, with a reason.
StateView {
    id: pane

    required property AppContext app
    required property string orderId
    property bool hasPrevious: false
    property bool hasNext: false
    readonly property string number: order.number

    signal previous()
    signal next()
    signal said(string text)
    signal customerChosen(string customerId)
    signal orderRequested(string customerId)

    phase: order.state
    emptyIcon: "orders"
    emptyTitle: qsTr("This order is no longer on this tablet")
    failedCode: order.errorCode
    onRetried: order.reload()

    function money(minor: var): string {
        return minor === undefined ? "–" : Format.money(minor, order.currency, true);
    }

    function day(date: var): string {
        return date === undefined ? "–" : Format.fullDay(date);
    }

    OrderView {
        id: order

        app: pane.app
        recordId: pane.orderId
        onRefused: text => pane.said(text)
        onDone: pane.said(qsTr("Order %1 cancelled, saved on this tablet").arg(order.number))
    }

    OrderLineListModel {
        id: lines

        app: pane.app
        recordId: pane.orderId
    }

    AskDialog {
        id: cancelDialog

        danger: true
        title: qsTr("Cancel order %1?").arg(order.number)
        text: qsTr("A cancelled order cannot be taken up again.")
        acceptText: qsTr("Cancel the order")
        rejectText: qsTr("Keep it")
        acceptable: reason.text.trim() !== ""
        onAboutToShow: reason.text = ""
        onAccepted: order.cancel(reason.text)

        InputField {
            id: reason

            Layout.fillWidth: true
            required: true
            label: Labels.field("order", "cancel_reason")
            maximumLength: 130
        }
    }

    Scroller {
        id: scroller

        anchors.fill: parent
        contentHeight: column.implicitHeight + 2 * Theme.space16

        ColumnLayout {
            id: column

            x: Theme.pageMargin
            y: Theme.space16
            width: scroller.width - 2 * Theme.pageMargin
            spacing: Theme.space16

            RecordHeader {
                Layout.fillWidth: true
                squareIcon: "orders"
                title: order.customerName
                address: order.number
                addressIcon: "document"
                owner: order.ownerName
                status: order.syncMark
                hasPrevious: pane.hasPrevious
                hasNext: pane.hasNext
                onPrevious: pane.previous()
                onNext: pane.next()
                nextStepLabel: Labels.field("order", "state")
                hasMore: order.canCancel
                nextStep: Labels.choice("order", "state", order.orderState)
                nextStepStatus: order.orderState === "cancelled" ? "lost" : order.orderState === "closed" ? "won" : "today"
                onMore: anchor => {
                    menu.parent = anchor;
                    menu.open();
                }

                ActionButton {
                    iconName: "customers"
                    text: qsTr("Customer")
                    onClicked: pane.customerChosen(order.customerId)
                }

                ActionButton {
                    iconName: "reorder"
                    text: qsTr("New order")
                    onClicked: pane.orderRequested(order.customerId)
                }
            }

            ActionMenu {
                id: menu

                actions: [{ "text": qsTr("Cancel this order…"), "iconName": "cannotFinish", "danger": true }]
                onTriggered: cancelDialog.open()
            }

            Notice {
                Layout.fillWidth: true
                visible: order.cancelReason !== ""
                status: "lost"
                iconName: "cannotFinish"
                title: Labels.field("order", "cancel_reason")
                text: order.cancelReason
            }

            FactStrip {
                Layout.fillWidth: true
                facts: [
                    { "label": Labels.field("order", "total"), "value": pane.money(order.total), "note": qsTr("%n item(s)", "", order.lineCount) },
                    { "label": Labels.field("order", "ordered_on"), "value": pane.day(order.orderedOn), "note": order.submittedAt === undefined ? "" : Format.time(order.submittedAt) },
                    { "label": Labels.field("order", "requested_on"), "value": pane.day(order.requestedOn), "note": order.shipTo },
                    { "label": Labels.field("order", "shipped_on"), "value": pane.day(order.shippedOn), "note": "" }
                ]
            }

            Card {
                Layout.fillWidth: true

                CardHeader {
                    Layout.fillWidth: true
                    title: qsTr("Lines")
                    count: String(lines.count)
                    divided: true
                }

                StateView {
                    Layout.fillWidth: true
                    phase: lines.state
                    skeletonRows: 4
                    emptyIcon: "orders"
                    emptyTitle: qsTr("This order has no lines")
                    failedCode: lines.errorCode
                    onRetried: lines.reload()

                    Column {
                        width: parent.width

                        Repeater {
                            model: lines

                            OrderLine {
                                required property int index
                                required name
                                required property string code
                                required property string unit
                                required property string currency
                                required property real quantity
                                required property real priceMinor
                                required property real percentOff
                                required property var goodsMinor
                                required property var totalMinor

                                width: parent?.width ?? 0
                                enabled: false
                                divided: index < lines.count - 1
                                total: totalMinor === undefined ? "" : Format.money(totalMinor, currency, true)
                                detail: code + "  " + Format.money(priceMinor, currency, true) + " × " + Number(quantity.toFixed(3)) + (unit === "" ? "" : " " + unit)
                                discount: percentOff > 0 ? "−" + Number(percentOff.toFixed(2)) + "%" : ""
                                oldTotal: goodsMinor === undefined ? "" : Format.money(goodsMinor, currency, true)
                            }
                        }
                    }
                }
            }

            Card {
                Layout.fillWidth: true
                padding: Theme.space16

                FactRow {
                    Layout.fillWidth: true
                    figures: true
                    label: Labels.field("order", "goods_total")
                    value: pane.money(order.goods)
                }

                FactRow {
                    Layout.fillWidth: true
                    figures: true
                    label: Labels.field("order", "discount_total")
                    visible: order.discounts > 0
                    value: "−" + pane.money(order.discounts)
                    valueColor: Theme.waiting
                }

                FactRow {
                    Layout.fillWidth: true
                    figures: true
                    label: Labels.field("order", "tax_total")
                    value: pane.money(order.tax)
                }

                Divider {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.space8
                    Layout.bottomMargin: Theme.space8
                }

                FactRow {
                    Layout.fillWidth: true
                    figures: true
                    strong: true
                    label: Labels.field("order", "total")
                    value: pane.money(order.total)
                }

                FactRow {
                    Layout.fillWidth: true
                    visible: order.priceListName !== ""
                    label: Labels.field("order", "price_list")
                    value: order.priceListName
                }
            }

            Card {
                Layout.fillWidth: true
                visible: order.notes !== ""
                padding: Theme.space16
                gap: Theme.space8

                AppText {
                    kind: Theme.small
                    color: Theme.ink3
                    text: Labels.field("order", "notes")
                }

                AppText {
                    Layout.fillWidth: true
                    wrapMode: Text.Wrap
                    text: order.notes
                }
            }

            SignatureBox {
                Layout.fillWidth: true
                Layout.maximumWidth: Theme.sizeDialogMax
                visible: order.signature !== ""
                readOnly: true
                strokes: order.signature
                caption: order.signedBy + (order.signedAt === undefined ? "" : " " + Format.moment(order.signedAt, new Date()))
            }
        }
    }
}
