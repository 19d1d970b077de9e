import QtQuick
import QtTest
import Fieldbook.Theme
import Fieldbook.Components

Item {
    id: scene

    width: 600
    height: 300

    Component {
        id: button

        ActionButton {
            x: 100
            y: 100
            text: "Check in"
        }
    }

    Component {
        id: toggle

        Toggle {
            x: 100
            y: 100
            text: "Wi-Fi only"
        }
    }

    Component {
        id: chip

        SyncChip {
            x: 20
            y: 20
        }
    }

    Component {
        id: states

        StateView {
            width: 400
            height: 250
            emptyTitle: "None yet"
            emptyAction: "Make one"

            Text {
                objectName: "content"
                text: "rows"
            }
        }
    }

    Component {
        id: conflict

        ConflictRow {
            width: 600
            mine: ({ "value": "1" })
            theirs: ({ "value": "2" })
            before: ({ "value": "0" })
        }
    }

    SignalSpy {
        id: spy
    }

    TestCase {
        name: "Buttons"
        when: windowShown

        function init() {
            Theme.textScale = 1;
            spy.target = null;
            spy.signalName = "";
            spy.clear();
        }

        function test_aFingerLandsFourPixelsBesideIt() {
            const item = createTemporaryObject(button, scene);
            spy.target = item;
            spy.signalName = "clicked";
            compare(item.height, Theme.sizeButton);

            mouseClick(scene, 120, 97);
            compare(spy.count, 1);
            mouseClick(scene, 120, 90);
            compare(spy.count, 1);
        }

        function test_enterAndSpacePress() {
            const item = createTemporaryObject(button, scene);
            spy.target = item;
            spy.signalName = "clicked";
            item.forceActiveFocus();

            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_Space);
            compare(spy.count, 2);
        }

        function test_aReasonSwitchesItOff() {
            const item = createTemporaryObject(button, scene, { "reason": "Signature is missing" });
            spy.target = item;
            spy.signalName = "clicked";

            mouseClick(item, 20, 20);
            compare(spy.count, 0);
            verify(item.width > item.implicitContentWidth + 80);
        }

        function test_aBusyButtonIsPressedOnce() {
            const item = createTemporaryObject(button, scene, { "busy": true });
            spy.target = item;
            spy.signalName = "clicked";

            mouseClick(item, 20, 20);
            compare(spy.count, 0);
        }

        function test_aToggleFlipsByTouchSpaceAndEnter() {
            const item = createTemporaryObject(toggle, scene);
            spy.target = item;
            spy.signalName = "toggled";
            item.forceActiveFocus();

            mouseClick(item, 10, 10);
            compare(item.checked, true);
            keyClick(Qt.Key_Space);
            compare(item.checked, false);
            keyClick(Qt.Key_Return);
            compare(item.checked, true);
            compare(spy.count, 3);
        }

        function test_theChipLeadsToSyncAndTheRedPartToWhatNeedsOne() {
            const item = createTemporaryObject(chip, scene, { "phase": SyncChip.Waiting, "waiting": 3, "attention": 2 });
            spy.target = item;
            spy.signalName = "attentionOpened";

            mouseClick(item, item.width - 12, 18);
            compare(spy.count, 1);
            spy.clear();
            spy.signalName = "opened";
            mouseClick(item, 12, 18);
            compare(spy.count, 1);
        }

        function test_contentIsKeptWhileAnotherStateShows() {
            const item = createTemporaryObject(states, scene, { "phase": StateView.Ready });
            const content = findChild(item, "content");
            verify(content.visible);

            for (const phase of [StateView.Loading, StateView.Empty, StateView.Failed]) {
                item.phase = phase;
                verify(!content.visible);
            }
            item.phase = StateView.Ready;
            compare(findChild(item, "content"), content);
            verify(content.visible);
        }

        function test_aConflictIsDecidedWithOneTouch() {
            const item = createTemporaryObject(conflict, scene);
            spy.target = item;
            spy.signalName = "chosen";
            waitForRendering(scene);

            mouseClick(item, 350, 36);
            compare(item.choice, "theirs");
            compare(spy.count, 1);
        }

        function test_largerTextMakesTallerControls() {
            const item = createTemporaryObject(button, scene);
            const calm = item.height;

            Theme.textScale = 2;
            verify(item.height >= calm + 20);
        }
    }
}
