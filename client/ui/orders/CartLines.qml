pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// The lines of the order that is being written; a press opens one.
Column {
    id: column

    required property OrderDraft draft

    signal lineChosen(string productId, string name, real quantity, real percentOff)

    Repeater {
        model: column.draft.lines

        OrderLine {
            required name
            required property string productId
            required property string unit
            required property string currency
            required property real quantity
            required property real priceMinor
            required property real percentOff
            required property real goodsMinor
            required property real totalMinor

            width: parent?.width ?? 0
            total: Format.money(totalMinor, currency, true)
            detail: Format.money(priceMinor, currency, true) + " × " + Number(quantity.toFixed(3)) + (unit === "" ? "" : " " + unit)
            discount: percentOff > 0 ? "−" + Number(percentOff.toFixed(2)) + "%" : ""
            oldTotal: percentOff > 0 ? Format.money(goodsMinor, currency, true) : ""
            onClicked: column.lineChosen(productId, name, quantity, percentOff)
        }
    }
}
