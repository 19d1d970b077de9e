import QtQuick
import QtTest
import Fieldbook.Components

Item {
    id: scene

    width: 500
    height: 300

    Component {
        id: pad

        SignaturePad {
            width: 500
            height: 200
        }
    }

    Component {
        id: box

        SignatureBox {
            width: 400
        }
    }

    SignalSpy {
        id: spy
    }

    TestCase {
        name: "Signature"
        when: windowShown

        function init() {
            spy.target = null;
            spy.signalName = "";
            spy.clear();
        }

        function draw(item: Item) {
            mousePress(item, 20, 50);
            mouseMove(item, 60, 90);
            mouseMove(item, 120, 40);
            mouseRelease(item, 120, 40);
        }

        function test_aStrokeIsKeptInThousandthsOfTheWidth() {
            const item = createTemporaryObject(pad, scene);
            verify(item.empty);

            draw(item);
            compare(item.empty, false);
            verify(item.strokes.startsWith("M40 100L"), item.strokes);
            verify(item.strokes.endsWith("240 80"), item.strokes);
        }

        function test_whatWasStoredIsDrawnAgain() {
            const item = createTemporaryObject(pad, scene);
            const stored = "M40 100L120 180L240 80M300 50L310 60";

            item.strokes = stored;
            compare(item.strokes, stored);
            compare(item.empty, false);
        }

        function test_brokenTextDrawsNothingAndDoesNotCrash() {
            const item = createTemporaryObject(pad, scene);

            for (const text of ["", "M", "L L L", "<svg/>", "M99999999999 1", "Mx yL1"]) {
                item.strokes = text;
                verify(item.empty, text);
            }
        }

        function test_clearEmptiesIt() {
            const item = createTemporaryObject(pad, scene);
            draw(item);

            item.clear();
            verify(item.empty);
            compare(item.strokes, "");
        }

        function test_itSaysWhenAStrokeIsDone() {
            const item = createTemporaryObject(pad, scene);
            spy.target = item;
            spy.signalName = "strokesChanged";

            draw(item);
            compare(spy.count, 1);
        }

        function test_onlyASignedBoxCanBeAccepted() {
            const item = createTemporaryObject(box, scene);
            spy.target = item;
            spy.signalName = "accepted";

            mouseClick(item, item.width - 60, item.height - 20);
            compare(spy.count, 0);
            draw(item.pad);
            mouseClick(item, item.width - 60, item.height - 20);
            compare(spy.count, 1);
            verify(spy.signalArguments[0][0].length > 0);
        }
    }
}
