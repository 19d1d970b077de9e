pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// The order itself: its lines, totals pinned below them, signature and submission.
Rectangle {
    id: cart

    required property OrderDraft draft

    signal lineChosen(string productId, string name, real quantity, real percentOff)
    signal discountRequested()
    signal deliveryRequested()
    signal signRequested()
    signal discardRequested()

    color: Theme.surface

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.space16
            Layout.topMargin: Theme.space8
            Layout.bottomMargin: Theme.space8
            spacing: Theme.space8

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.space8

                    AppText {
                        kind: Theme.bodyStrong
                        text: qsTr("This order")
                    }

                    AppText {
                        Layout.fillWidth: true
                        elide: Text.ElideRight
                        color: Theme.ink2
                        text: qsTr("%n item(s), %1 pieces", "", cart.draft.lineCount).arg(Format.count(cart.draft.pieces))
                    }
                }

                AppText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    elide: Text.ElideRight
                    kind: Theme.small
                    color: Theme.ink3
                    text: cart.draft.number + (cart.draft.number !== "" && cart.draft.priceListName !== "" ? (Format.chinese ? "，" : ", ") : "") + cart.draft.priceListName
                }
            }

            Badge {
                status: "draft"
                outlined: true
            }

            IconButton {
                id: moreButton

                visible: cart.draft.lineCount > 0
                iconName: "more"
                text: qsTr("More about this order")
                onClicked: menu.open()

                ActionMenu {
                    id: menu

                    actions: [{ "text": qsTr("Discard this order…"), "iconName": "delete", "danger": true }]
                    onTriggered: cart.discardRequested()
                }
            }
        }

        Divider {
            Layout.fillWidth: true
        }

        Scroller {
            id: scroller

            Layout.fillWidth: true
            Layout.fillHeight: true
            contentHeight: lines.implicitHeight

            CartLines {
                id: lines

                width: scroller.width
                draft: cart.draft
                onLineChosen: (productId, name, quantity, percentOff) => cart.lineChosen(productId, name, quantity, percentOff)
            }

            AppText {
                x: Theme.space16
                y: Theme.space24
                width: scroller.width - 2 * Theme.space16
                visible: cart.draft.lineCount === 0
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                kind: Theme.small
                color: Theme.ink3
                text: qsTr("Add products with +. Everything is saved as you go.")
            }
        }

        Divider {
            Layout.fillWidth: true
        }

        CartTotals {
            Layout.fillWidth: true
            Layout.margins: Theme.space16
            Layout.topMargin: Theme.space8
            Layout.bottomMargin: Theme.space4
            draft: cart.draft
            onDiscountRequested: cart.discountRequested()
            onDeliveryRequested: cart.deliveryRequested()
        }

        IconText {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space16
            Layout.rightMargin: Theme.space16
            Layout.bottomMargin: Theme.space8
            visible: text !== ""
            kind: Theme.small
            color: cart.draft.problem !== "" && cart.draft.lineCount > 0 ? Theme.refused : Theme.ink3
            iconName: cart.draft.problem !== "" ? "needsYou" : "document"
            text: cart.draft.problem !== "" ? cart.draft.problem
                : cart.draft.savedAt === undefined ? "" : qsTr("Saved on this tablet %1").arg(Format.time(cart.draft.savedAt))
        }

        Divider {
            Layout.fillWidth: true
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.space16
            Layout.topMargin: Theme.space12
            Layout.bottomMargin: Theme.space12
            layoutDirection: Theme.leftHanded ? Qt.RightToLeft : Qt.LeftToRight
            spacing: Theme.space12

            ActionButton {
                large: true
                iconName: cart.draft.signature === "" ? "signature" : "done"
                text: cart.draft.signature === "" ? qsTr("Sign") : qsTr("Signed")
                enabled: cart.draft.lineCount > 0
                onClicked: cart.signRequested()
            }

            ActionButton {
                Layout.fillWidth: true
                kind: ActionButton.Primary
                large: true
                iconName: "submit"
                text: qsTr("Submit order")
                busy: cart.draft.busy
                enabled: cart.draft.canSubmit
                onClicked: cart.draft.submit()
            }
        }
    }
}
