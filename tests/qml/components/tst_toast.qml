import QtQuick
import QtTest
import Fieldbook.Components

Item {
    id: scene

    width: 600
    height: 200

    Component {
        id: host

        ToastHost {
            width: 400
        }
    }

    SignalSpy {
        id: expired

        signalName: "expired"
    }

    TestCase {
        name: "Toast"
        when: windowShown

        property int undone: 0

        function init() {
            undone = 0;
            expired.target = null;
            expired.clear();
        }

        function test_undoRunsWhatItWasGivenOnce() {
            const toast = createTemporaryObject(host, scene);
            toast.show("Moved", () => ++undone);

            toast.undo();
            toast.undo();
            compare(undone, 1);
            compare(toast.shown, false);
        }

        function test_undoIsUnderTheFinger() {
            const toast = createTemporaryObject(host, scene);
            toast.show("Moved", () => ++undone);
            waitForRendering(scene);

            mouseClick(toast, toast.width - 36, toast.height / 2);
            compare(undone, 1);
        }

        function test_aNewOneEndsTheUndoOfTheOld() {
            const toast = createTemporaryObject(host, scene);
            expired.target = toast;
            toast.show("First", () => ++undone);

            toast.show("Second");
            compare(expired.count, 1);
            toast.undo();
            compare(undone, 0);
            compare(toast.text, "Second");
        }

        function test_nothingToUndoOffersNoUndo() {
            const toast = createTemporaryObject(host, scene);

            toast.show("Noted", null);
            compare(toast.undoAction, undefined);
            toast.undo();
            compare(toast.shown, true);
        }

        function test_dismissedItUndoesNothing() {
            const toast = createTemporaryObject(host, scene);
            toast.show("Moved", () => ++undone);

            toast.dismiss();
            toast.undo();
            compare(undone, 0);
        }
    }
}
