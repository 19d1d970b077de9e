import QtQuick
import QtTest
import Fieldbook.Components

Item {
    id: scene

    width: 400
    height: 400

    Component {
        id: keypad

        Keypad {
        }
    }

    Component {
        id: pinPad

        PinPad {
        }
    }

    SignalSpy {
        id: spy
    }

    TestCase {
        name: "Keypad"
        when: windowShown

        function init() {
            spy.target = null;
            spy.signalName = "";
            spy.clear();
        }

        function typed(item: Keypad, keys: var): string {
            for (const key of keys)
                item.press(key);
            return item.text;
        }

        function test_typesWhatIsPressed() {
            const item = createTemporaryObject(keypad, scene);

            compare(typed(item, ["1", "2", ".", "5"]), "12.5");
        }

        function test_deletesTheLastDigit() {
            const item = createTemporaryObject(keypad, scene);

            compare(typed(item, ["1", "2", "back", "back", "back"]), "");
        }

        function test_takesNoSecondPointAndNoFurtherDecimals() {
            const item = createTemporaryObject(keypad, scene, { "decimals": 2 });

            compare(typed(item, [".", "1", ".", "2", "3"]), "0.12");
        }

        function test_takesNoPointWithoutDecimals() {
            const item = createTemporaryObject(keypad, scene, { "decimals": 0 });

            compare(typed(item, ["1", ".", "2"]), "12");
        }

        function test_keepsNoLeadingNought() {
            const item = createTemporaryObject(keypad, scene);

            compare(typed(item, ["0", "7"]), "7");
        }

        function test_hearsTheKeyboardToo() {
            const item = createTemporaryObject(keypad, scene);
            spy.target = item;
            spy.signalName = "accepted";
            item.forceActiveFocus();

            keyClick("4");
            keyClick("2");
            keyClick(Qt.Key_Backspace);
            keyClick(Qt.Key_Return);
            compare(item.text, "4");
            compare(spy.count, 1);
        }

        function test_touchesLandOnTheKeys() {
            const item = createTemporaryObject(keypad, scene);

            mouseClick(item, 30, 56 + 24);
            mouseClick(item, item.width / 2, 56 + 24);
            compare(item.text, "12");
        }

        function test_pinIsSaidOnceWhenItIsWhole() {
            const item = createTemporaryObject(pinPad, scene, { "length": 4 });
            spy.target = item;
            spy.signalName = "entered";
            item.forceActiveFocus();

            for (const key of "12345")
                keyClick(key);
            compare(spy.count, 1);
            compare(spy.signalArguments[0][0], "1234");
            item.clear();
            compare(item.pin, "");
        }
    }
}
