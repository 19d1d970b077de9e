import QtQuick
import QtTest
import Fieldbook.Theme
import Fieldbook.Components

Item {
    id: scene

    width: 500
    height: 600

    Component {
        id: input

        InputField {
            width: 300
        }
    }

    Component {
        id: money

        MoneyField {
            width: 300
        }
    }

    Component {
        id: choice

        ChoiceField {
            width: 300
            label: "Outcome"
            options: [{ "value": "a", "text": "First" }, { "value": "b", "text": "Second" }]
        }
    }

    Component {
        id: notes

        Column {
            property alias first: one
            property alias second: two

            NoteField {
                id: one

                width: 300
            }

            InputField {
                id: two

                width: 300
            }
        }
    }

    Component {
        id: dates

        DateField {
            width: 300
            now: new Date(2026, 4, 14)
        }
    }

    SignalSpy {
        id: spy
    }

    TestCase {
        name: "Fields"
        when: windowShown

        function init() {
            Theme.reduceMotion = true;
            spy.target = null;
            spy.signalName = "";
            spy.clear();
        }

        // The text items that can be seen, as one string.
        function wordsOf(item) {
            let words = "";
            for (let i = 0; i < item.children.length; ++i) {
                const child = item.children[i];
                if (child.visible)
                    words += (typeof child.text === "string" ? child.text + "|" : "") + wordsOf(child);
            }
            return words;
        }

        function test_anErrorStandsBelowInWords() {
            const field = createTemporaryObject(input, scene, { "label": "Phone" });
            waitForRendering(scene);
            const calm = field.implicitHeight;

            field.error = "Too short";
            wait(0);
            verify(wordsOf(field).includes("Too short"));
            tryVerify(() => field.implicitHeight > calm);
            field.error = "";
            wait(0);
            verify(!wordsOf(field).includes("Too short"));
        }

        function test_whatIsTypedIsSaidButNotWhatIsSet() {
            const field = createTemporaryObject(input, scene);
            spy.target = field;
            spy.signalName = "edited";

            field.text = "set";
            compare(spy.count, 0);
            field.forceActiveFocus();
            keyClick(Qt.Key_End);
            keyClick("x");
            compare(spy.count, 1);
            compare(spy.signalArguments[0][0], "setx");
        }

        function test_aLockedFieldTakesNothingAndSaysWho() {
            const field = createTemporaryObject(input, scene, { "text": "1", "lockedBy": "Kept by finance" });

            mouseClick(field, 100, 30);
            keyClick("2");
            compare(field.text, "1");
            wait(0);
            verify(wordsOf(field).includes("Kept by finance"));
        }

        function test_money_data() {
            return [
                { "tag": "whole", "text": "1200", "minor": 120000 },
                { "tag": "grouped", "text": "1,200.5", "minor": 120050 },
                { "tag": "cents", "text": "0.07", "minor": 7 },
                { "tag": "empty", "text": "", "minor": 0 },
                { "tag": "large", "text": "9999999999999", "minor": 999999999999900 },
                { "tag": "words", "text": "12a", "minor": undefined },
                { "tag": "three decimals", "text": "1.234", "minor": undefined },
                { "tag": "two points", "text": "1.2.3", "minor": undefined },
                { "tag": "negative", "text": "-5", "minor": undefined }
            ];
        }

        function test_money(row: var) {
            const field = createTemporaryObject(money, scene);

            compare(field.parse(row.text), row.minor);
        }

        function test_moneyKeepsTheLastGoodAmount() {
            const field = createTemporaryObject(money, scene, { "minor": 50000 });
            field.forceActiveFocus();

            keyClick(Qt.Key_End);
            keyClick("x");
            compare(field.valid, false);
            compare(field.minor, 50000);
            keyClick(Qt.Key_Backspace);
            keyClick("0");
            compare(field.valid, true);
            compare(field.minor, 500000);
        }

        function test_aChoiceIsMadeWithTheKeyboard() {
            const field = createTemporaryObject(choice, scene, { "value": "a" });
            spy.target = field;
            spy.signalName = "chosen";
            field.forceActiveFocus();

            keyClick(Qt.Key_Return);
            wait(0);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
            compare(spy.count, 1);
            compare(field.value, "b");
            compare(field.text, "Second");
        }

        function test_tabLeavesALongField() {
            const column = createTemporaryObject(notes, scene);
            column.first.forceActiveFocus();

            keyClick("a");
            keyClick(Qt.Key_Tab);
            verify(column.second.activeFocus);
            compare(column.first.text, "a");
        }

        function test_aLongFieldStopsAtItsLimit() {
            const column = createTemporaryObject(notes, scene);
            column.first.maximumLength = 3;
            column.first.forceActiveFocus();

            for (const key of "abcdef")
                keyClick(key);
            compare(column.first.text, "abc");
        }

        function test_aDayIsPickedWithTheKeyboard() {
            const field = createTemporaryObject(dates, scene, { "value": new Date(2026, 4, 30) });
            spy.target = field;
            spy.signalName = "picked";
            field.forceActiveFocus();

            keyClick(Qt.Key_Return);
            wait(0);
            keyClick(Qt.Key_Right);
            keyClick(Qt.Key_Right);
            keyClick(Qt.Key_Return);
            compare(spy.count, 1);
            compare(field.value.getMonth(), 5);
            compare(field.value.getDate(), 1);
        }
    }
}
