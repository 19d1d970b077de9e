import QtQuick
import Fieldbook.Theme

// An amount in minor units of one currency. edited(minor) comes with each change that can be read as an amount; while it
// cannot be read, valid is false and the last good amount stands.
InputField {
    id: field

    property real minor: 0
    property string currency: "CNY"
    property bool blankWhenZero: true
    property bool valid: true
    readonly property int digits: currency === "JPY" || currency === "KRW" ? 0 : 2

    signal amountEdited(real minor)

    prefix: Format.symbol(currency)
    inputMethodHints: Qt.ImhFormattedNumbersOnly
    onMinorChanged: show()
    Component.onCompleted: show()
    onEdited: text => {
        const amount = parse(text);
        valid = amount !== undefined;
        if (valid && amount !== minor) {
            minor = amount;
            amountEdited(amount);
        }
    }
    onFinished: {
        valid = true;
        show(true);
    }

    // Written anew only when the person is not typing in it: a cursor must never jump.
    function show(now = false) {
        if (active && !now)
            return;
        text = minor === 0 && blankWhenZero ? "" : Format.money(minor, currency, false).slice(prefix.length);
    }

    function parse(written: string): var {
        const plain = written.replace(/[,\s，]/g, "");
        if (plain === "")
            return 0;
        const parts = /^(\d{1,13})(?:[.。](\d*))?$/.exec(plain);
        if (!parts || (parts[2] ?? "").length > digits)
            return undefined;
        const cents = (parts[2] ?? "").padEnd(digits, "0");
        return Number(parts[1]) * Math.pow(10, digits) + (cents === "" ? 0 : Number(cents));
    }
}
