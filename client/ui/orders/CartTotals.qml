pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// What the order comes to, and where it goes.
ColumnLayout {
    id: totals

    required property OrderDraft draft

    signal discountRequested()
    signal deliveryRequested()

    spacing: 0

    function money(minor: real): string {
        return Format.money(minor, draft.currency, true);
    }

    FactRow {
        Layout.fillWidth: true
        tall: 24
        figures: true
        label: qsTr("Goods")
        value: totals.money(totals.draft.goods)
    }

    FactRow {
        Layout.fillWidth: true
        visible: totals.draft.discounts > 0
        tall: 24
        figures: true
        label: qsTr("Discounts")
        value: "−" + totals.money(totals.draft.discounts)
        valueColor: Theme.waiting
    }

    FactRow {
        Layout.fillWidth: true
        tall: 24
        figures: true
        label: totals.draft.taxIncluded ? qsTr("VAT, included") : qsTr("VAT, added")
        value: totals.money(totals.draft.tax)
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space8
        Layout.bottomMargin: Theme.space4

        AppText {
            Layout.fillWidth: true
            kind: Theme.bodyStrong
            text: qsTr("Total")
        }

        FigureText {
            kind: Theme.figureLarge
            text: totals.money(totals.draft.total)
            Accessible.name: qsTr("Total %1").arg(text)
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space16

        LinkButton {
            text: totals.draft.percentOff > 0 ? qsTr("%1% off the order").arg(Number(totals.draft.percentOff.toFixed(2))) : qsTr("Discount")
            iconName: "discount"
            onClicked: totals.discountRequested()
        }

        Item {
            Layout.fillWidth: true
        }

        LinkButton {
            text: totals.draft.requestedOn === undefined ? qsTr("Delivery") : qsTr("Deliver by %1").arg(Format.day(totals.draft.requestedOn))
            iconName: "calendar"
            onClicked: totals.deliveryRequested()
        }
    }
}
