import QtQuick
import QtTest
import Fieldbook.Components

Item {
    id: scene

    width: 500
    height: 200

    Component {
        id: strip

        TabStrip {
            width: 500
            tabs: [{ "text": "Timeline" }, { "text": "Contacts", "count": 4 }, { "text": "Orders" }]
        }
    }

    Component {
        id: segmented

        Segmented {
            segments: [{ "text": "Board" }, { "text": "List" }]
        }
    }

    SignalSpy {
        id: spy

        signalName: "selected"
    }

    TestCase {
        name: "Tabs"
        when: windowShown

        function init() {
            spy.target = null;
            spy.clear();
        }

        function test_arrowsHomeAndEndMove() {
            const item = createTemporaryObject(strip, scene);
            spy.target = item;
            item.forceActiveFocus();

            keyClick(Qt.Key_Right);
            compare(item.currentIndex, 1);
            keyClick(Qt.Key_End);
            compare(item.currentIndex, 2);
            keyClick(Qt.Key_Home);
            compare(item.currentIndex, 0);
            compare(spy.count, 3);
        }

        function test_itStopsAtBothEnds() {
            const item = createTemporaryObject(strip, scene);
            spy.target = item;
            item.forceActiveFocus();

            keyClick(Qt.Key_Left);
            keyClick(Qt.Key_End);
            keyClick(Qt.Key_Right);
            compare(item.currentIndex, 2);
            compare(spy.count, 1);
        }

        function test_aTouchSelects() {
            const item = createTemporaryObject(strip, scene);
            waitForRendering(scene);

            mouseClick(item, 110, 24);
            compare(item.currentIndex, 1);
        }

        function test_oneTabStopForAll() {
            const item = createTemporaryObject(strip, scene);
            item.forceActiveFocus();
            keyClick(Qt.Key_Right);
            verify(item.activeFocus);

            keyClick(Qt.Key_Right);
            compare(item.currentIndex, 2);
        }

        function test_segmentsMoveToo() {
            const item = createTemporaryObject(segmented, scene);
            spy.target = item;
            item.forceActiveFocus();

            keyClick(Qt.Key_Right);
            keyClick(Qt.Key_Right);
            compare(item.currentIndex, 1);
            compare(spy.count, 1);
        }
    }
}
