import QtQuick
import QtTest
import Fieldbook.Theme
import Fieldbook.Components

TestCase {
    name: "Format"

    readonly property date now: new Date(2026, 4, 14, 9, 24)

    function init() {
        Qt.uiLanguage = "en";
    }

    function test_moneyIsGroupedAndShowsCentsWhenThereAreSome() {
        compare(Format.money(8620000, "CNY", false), "¥86,200");
        compare(Format.money(2769944, "CNY", false), "¥27,699.44");
        compare(Format.money(126579304, "USD", true), "$1,265,793.04");
        compare(Format.money(-98856, "CNY", false), "−¥988.56");
        compare(Format.money(5, "CNY", false), "¥0.05");
        compare(Format.money(1500, "JPY", true), "¥1,500");
        compare(Format.money(0, "CNY", true), "¥0.00");
        compare(Format.money(100, "XYZ", false), "XYZ 1");
    }

    function test_daysReadAsPeopleSayThem() {
        compare(Format.relativeDay(new Date(2026, 4, 14, 23, 59), now), "Today");
        compare(Format.relativeDay(new Date(2026, 4, 13), now), "Yesterday");
        compare(Format.relativeDay(new Date(2026, 4, 15), now), "Tomorrow");
        compare(Format.relativeDay(new Date(2026, 4, 30), now), "30 May");
        compare(Format.relativeDay(new Date(2025, 11, 31), now), "31 Dec 2025");
    }

    function test_theLanguageDecidesTheForm() {
        Qt.uiLanguage = "zh_CN";
        compare(Format.day(now), "5月14日");
        compare(Format.longDay(now), "5月14日 星期四");
        Qt.uiLanguage = "en";
        compare(Format.day(now), "14 May");
        compare(Format.longDay(now), "Thursday 14 May");
    }

    function test_anIconOfEveryNameIsThere() {
        for (const name of ["visit", "needsYou", "stateToday", "busy", "backspace"])
            verify(icon.createObject(this, { "name": name }).implicitWidth > 0);
        ignoreWarning('There is no icon named "nonsense" in tokens.json.');
        icon.createObject(this, { "name": "nonsense" });
    }

    function test_aChineseNameGivesItsFirstCharacter() {
        const item = avatar.createObject(this);
        compare(item.initials("林晓雨"), "林");
        compare(item.initials("Lin Xiaoyu"), "LX");
        compare(item.initials("nancy"), "N");
        compare(item.initials("  "), "");
    }

    Component {
        id: icon

        Icon {
        }
    }

    Component {
        id: avatar

        Avatar {
        }
    }
}
