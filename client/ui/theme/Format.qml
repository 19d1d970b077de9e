pragma Singleton

import QtQuick

// How dates, times, money and counts are written in the language shown. Bindings that call these functions follow a change
// of language by themselves, because each function reads the property below.
QtObject {
    id: format

    readonly property bool chinese: Qt.uiLanguage.startsWith("zh")
    readonly property var locale: Qt.locale(chinese ? "zh_CN" : "en_GB")

    // 5月14日, 14 May
    function day(date: date): string {
        return date.toLocaleDateString(locale, chinese ? "M月d日" : "d MMM");
    }

    // 2026年5月14日, 14 May 2026
    function fullDay(date: date): string {
        return date.toLocaleDateString(locale, chinese ? "yyyy年M月d日" : "d MMM yyyy");
    }

    // 5月14日 星期四, Thursday 14 May
    function longDay(date: date): string {
        return date.toLocaleDateString(locale, chinese ? "M月d日 dddd" : "dddd d MMMM");
    }

    // 周四, Thu
    function weekday(date: date): string {
        return date.toLocaleDateString(locale, "ddd");
    }

    // 2026年5月, May 2026
    function month(date: date): string {
        return date.toLocaleDateString(locale, chinese ? "yyyy年M月" : "MMMM yyyy");
    }

    // 09:05
    function time(date: date): string {
        return date.toLocaleTimeString(locale, "HH:mm");
    }

    // How many calendar days lie from one moment to another.
    function daysBetween(from: date, to: date): int {
        const start = Date.UTC(from.getFullYear(), from.getMonth(), from.getDate());
        const end = Date.UTC(to.getFullYear(), to.getMonth(), to.getDate());
        return Math.round((end - start) / 86400000);
    }

    // 今天, 昨天, 明天, else the day; with the year when it is another one.
    function relativeDay(date: date, now: date): string {
        const days = daysBetween(now, date);
        if (days === 0)
            return qsTr("Today");
        if (days === 1)
            return qsTr("Tomorrow");
        if (days === -1)
            return qsTr("Yesterday");
        return date.getFullYear() === now.getFullYear() ? day(date) : fullDay(date);
    }

    // 昨天 17:00
    function moment(date: date, now: date): string {
        return relativeDay(date, now) + " " + time(date);
    }

    // The time alone today, the day alone otherwise: what a list has room for.
    function shortMoment(date: date, now: date): string {
        return daysBetween(now, date) === 0 ? time(date) : relativeDay(date, now);
    }

    // 1,284
    function count(number: real): string {
        return grouped(Math.round(Math.abs(number)).toString(), number < 0);
    }

    // ¥86,200, or ¥27,699.44 when there are cents to show or they are asked for.
    function money(minor: real, currency: string, cents: bool): string {
        const digits = currency === "JPY" || currency === "KRW" ? 0 : 2;
        const units = Math.pow(10, digits);
        const whole = Math.floor(Math.abs(minor) / units);
        const rest = Math.round(Math.abs(minor) % units);
        const tail = digits > 0 && (cents || rest > 0) ? "." + String(rest).padStart(digits, "0") : "";
        return grouped(whole.toString(), minor < 0, symbol(currency)) + tail;
    }

    function symbol(currency: string): string {
        switch (currency) {
        case "CNY":
        case "JPY":
            return "¥";
        case "USD":
            return "$";
        case "EUR":
            return "€";
        case "GBP":
            return "£";
        default:
            return currency + " ";
        }
    }

    function grouped(digits: string, negative: bool, prefix = ""): string {
        let text = digits;
        for (let place = digits.length - 3; place > 0; place -= 3)
            text = text.slice(0, place) + "," + text.slice(place);
        return (negative ? "−" : "") + prefix + text;
    }

    // 412 MB
    function bytes(number: real): string {
        const names = ["B", "kB", "MB", "GB"];
        let size = number;
        let step = 0;
        while (size >= 1000 && step < names.length - 1) {
            size /= 1000;
            ++step;
        }
        return (size >= 100 || step === 0 ? Math.round(size) : size.toFixed(1)) + " " + names[step];
    }
}
