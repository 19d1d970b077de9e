pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell
import Fieldbook.Models

// Writing an order for one customer: categories, catalogue and the order side by side; on narrower screens the order comes
// as a sheet.
ShellPage {
    id: page

    required property AppContext app
    required property string customerId
    property string visitId
    property string opportunityId

    signal orderSubmitted(string orderId)

    title: draft.customerName
    tier: draft.tier
    lined: true
    searchShown: false

    CategoryModel {
        id: categories

        app: page.app
        recordId: page.customerId
        // What the customer usually orders comes first, where there is such a thing.
        onCountChanged: {
            if (catalogue.category === "" && catalogue.search === "" && categories.count > 0)
                catalogue.category = categories.nameAt(0);
        }
    }

    CatalogueModel {
        id: catalogue

        app: page.app
        recordId: page.customerId
    }

    OrderDraft {
        id: draft

        app: page.app
        customerId: page.customerId
        catalogue: catalogue
        visitId: page.visitId
        opportunityId: page.opportunityId
        onRefused: text => page.said(text, null)
        onLastOrderAdded: lines => page.said(lines === 0 ? qsTr("Nothing to add from the last order") : qsTr("%n line(s) of the last order added", "", lines), null)
        onSubmitted: (orderId, number) => {
            sheet.close();
            page.said(qsTr("Order %1 submitted, saved on this tablet").arg(number), null);
            page.orderSubmitted(orderId);
            page.closed();
        }
    }

    LineDialog {
        id: lineDialog

        draft: draft
    }

    SignDialog {
        id: signDialog

        draft: draft
    }

    DeliverySheet {
        id: delivery

        draft: draft
    }

    AskDialog {
        id: discardDialog

        danger: true
        title: qsTr("Discard this order?")
        text: qsTr("All its lines are removed from this tablet. Nothing was sent yet.")
        acceptText: qsTr("Discard")
        onAccepted: draft.discard()
    }

    StateView {
        anchors.fill: parent
        phase: draft.state
        emptyIcon: "customers"
        emptyTitle: qsTr("This customer is no longer on this tablet")
        failedCode: draft.errorCode
        onRetried: draft.reload()

        RowLayout {
            anchors.fill: parent
            spacing: 0

            CategoryPane {
                Layout.preferredWidth: Theme.sizeCategoryPane
                Layout.fillHeight: true
                visible: Theme.landscape
                categories: categories
                category: catalogue.search === "" ? catalogue.category : "?"
                onChosen: category => page.choose(category)
            }

            Divider {
                Layout.preferredWidth: 1
                Layout.fillHeight: true
                visible: Theme.landscape
            }

            Rectangle {
                Layout.fillWidth: true
                Layout.fillHeight: true
                color: Theme.surface

                ColumnLayout {
                    anchors.fill: parent
                    spacing: 0

                    RowLayout {
                        Layout.fillWidth: true
                        Layout.margins: Theme.space12
                        Layout.leftMargin: Theme.space16
                        Layout.rightMargin: Theme.space16
                        spacing: Theme.space8

                        SearchField {
                            id: search

                            Layout.fillWidth: true
                            sunken: true
                            placeholderText: qsTr("Name, code or pinyin")
                            onSought: text => catalogue.search = text
                        }

                        ActionButton {
                            visible: !Theme.phone
                            iconName: "reorder"
                            text: qsTr("Last order")
                            onClicked: draft.addLastOrder()
                        }

                        IconButton {
                            visible: Theme.phone
                            outlined: true
                            iconName: "reorder"
                            text: qsTr("Last order")
                            onClicked: draft.addLastOrder()
                        }
                    }

                    CategoryPane {
                        Layout.fillWidth: true
                        Layout.leftMargin: Theme.space16
                        Layout.rightMargin: Theme.space16
                        Layout.bottomMargin: Theme.space8
                        visible: !Theme.landscape
                        horizontal: true
                        categories: categories
                        category: catalogue.search === "" ? catalogue.category : "?"
                        onChosen: category => page.choose(category)
                    }

                    Divider {
                        Layout.fillWidth: true
                    }

                    ProductList {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        catalogue: catalogue
                        draft: draft
                    }

                    ActionBar {
                        Layout.fillWidth: true
                        visible: !Theme.landscape
                        note: qsTr("%n item(s), %1 pieces", "", draft.lineCount).arg(Format.count(draft.pieces))

                        ActionButton {
                            kind: ActionButton.Primary
                            large: true
                            iconName: "orders"
                            text: qsTr("Order %1").arg(Format.money(draft.total, draft.currency, true))
                            onClicked: sheet.open()
                        }
                    }
                }
            }

            Divider {
                Layout.preferredWidth: 1
                Layout.fillHeight: true
                visible: Theme.landscape
            }

            OrderCart {
                Layout.preferredWidth: Theme.sizeCartPane
                Layout.fillHeight: true
                visible: Theme.landscape
                draft: draft
                onLineChosen: (productId, name, quantity, percentOff) => lineDialog.openLine(productId, name, quantity, percentOff)
                onDiscountRequested: lineDialog.openOrder(draft.percentOff)
                onDeliveryRequested: delivery.open()
                onSignRequested: signDialog.begin()
                onDiscardRequested: discardDialog.open()
            }
        }
    }

    Sheet {
        id: sheet

        title: qsTr("This order")
        gap: Theme.space8

        CartLines {
            Layout.fillWidth: true
            draft: draft
            onLineChosen: (productId, name, quantity, percentOff) => lineDialog.openLine(productId, name, quantity, percentOff)
        }

        CartTotals {
            Layout.fillWidth: true
            draft: draft
            onDiscountRequested: lineDialog.openOrder(draft.percentOff)
            onDeliveryRequested: delivery.open()
        }

        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            wrapMode: Text.Wrap
            kind: Theme.small
            color: Theme.ink2
            text: draft.problem
        }

        footer: [
            ActionButton {
                large: true
                iconName: draft.signature === "" ? "signature" : "done"
                text: draft.signature === "" ? qsTr("Sign") : qsTr("Signed")
                enabled: draft.lineCount > 0
                onClicked: signDialog.begin()
            },
            ActionButton {
                Layout.fillWidth: true
                kind: ActionButton.Primary
                large: true
                iconName: "submit"
                text: qsTr("Submit order")
                busy: draft.busy
                enabled: draft.canSubmit
                onClicked: draft.submit()
            }
        ]
    }

    function choose(category: string) {
        search.text = "";
        catalogue.search = "";
        catalogue.category = category;
    }
}
