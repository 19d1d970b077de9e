import QtQuick
import QtTest
import Fieldbook.Theme
import Fieldbook.Components

Item {
    id: scene

    width: 600
    height: 700

    Component {
        id: stepper

        Stepper {
            x: 100
            y: 100
            label: "Oil"
        }
    }

    TestCase {
        id: testCase

        name: "Stepper"
        when: windowShown

        function initTestCase() {
            Theme.reduceMotion = true;
        }

        function make(properties: var): Stepper {
            return createTemporaryObject(stepper, scene, properties);
        }

        function spyOn(item: Stepper): SignalSpy {
            return createTemporaryQmlObject("import QtTest; SignalSpy { signalName: 'edited' }", scene, "spy");
        }

        function test_plusAndMinusMoveByOneStep() {
            const item = make({ "value": 24, "step": 2 });

            mouseClick(item, item.width - 20, 20);
            compare(item.value, 26);
            mouseClick(item, 20, 20);
            mouseClick(item, 20, 20);
            compare(item.value, 22);
        }

        function test_neverLeavesItsBounds() {
            const item = make({ "value": 1, "from": 0, "to": 2 });

            item.add(5);
            compare(item.value, 2);
            item.add(-9);
            compare(item.value, 0);
            mouseClick(item, 20, 20);
            compare(item.value, 0);
        }

        function test_saysNothingWhenNothingChanged() {
            const item = make({ "value": 2, "to": 2 });
            const spy = spyOn(item);
            spy.target = item;

            item.add(1);
            compare(spy.count, 0);
            item.add(-1);
            compare(spy.count, 1);
            compare(spy.signalArguments[0][0], 1);
        }

        function test_arrowKeysMoveIt() {
            const item = make({ "value": 5 });
            item.forceActiveFocus();

            keyClick(Qt.Key_Up);
            compare(item.value, 6);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Minus);
            compare(item.value, 4);
        }

        function test_tappingTheNumberOpensTheKeypadAndTypesANewOne() {
            const item = make({ "value": 24 });

            mouseClick(item, item.width / 2, 20);
            tryVerify(() => scene.Window.activeFocusItem !== null);
            wait(0);
            keyClick("6");
            keyClick("0");
            keyClick(Qt.Key_Return);
            compare(item.value, 60);
        }

        function test_escLeavesTheNumberAsItWas() {
            const item = make({ "value": 24 });

            mouseClick(item, item.width / 2, 20);
            wait(0);
            keyClick("9");
            keyClick(Qt.Key_Escape);
            compare(item.value, 24);
        }

        function test_collapsedShowsOnlyPlusUntilThereIsSome() {
            const item = make({ "collapsible": true });
            const narrow = item.width;

            mouseClick(item, item.width / 2, 20);
            compare(item.value, 1);
            verify(item.width > narrow);
        }

        function test_keepsTheDecimalsItWasGiven() {
            const item = make({ "value": 0.1, "step": 0.1, "decimals": 1 });

            item.add(0.1);
            item.add(0.1);
            compare(item.shown, "0.3");
        }
    }
}
