import QtQuick
import QtTest
import Fieldbook.Theme
import Fieldbook.Shell
import Fieldbook.Visits
import Fieldbook.Testing

// A visit as a person makes it, with taps and keys, over a real store.
Item {
    id: root

    width: 1280
    height: 800

    Component {
        id: books

        Book {}
    }

    Component {
        id: pages

        VisitPage {
            anchors.fill: parent
        }
    }

    SignalSpy {
        id: opened

        signalName: "visitOpened"
    }

    TestCase {
        id: test

        property Book book
        property VisitPage page

        name: "Visit"
        when: windowShown

        function initTestCase() {
            Theme.reduceMotion = true;
            Theme.windowWidth = root.width;
        }

        function init() {
            book = books.createObject(root);
            open(book.visit);
        }

        function cleanup() {
            close();
            book.destroy();
        }

        function open(visit: string) {
            page = pages.createObject(root, { app: book.app, sync: book.sync, recordId: visit });
            tryCompare(page, "title", visit === book.visit ? "Hengtong Motors" : "Jieda Repairs");
            waitForRendering(page, 200);
        }

        function close() {
            page.destroy();
            tryVerify(() => !test.page, 5000, "The page is gone before the store is");
        }

        function tap(name: string) {
            const item = findChild(page, name);
            verify(item !== null, name);
            tryCompare(item, "visible", true, 5000, name + " is shown");
            waitForRendering(page, 200);
            mouseClick(item);
        }

        function write(name: string, words: string) {
            tap(name);
            for (const letter of words)
                keyClick(letter);
        }

        function checkIn() {
            tap("checkIn");
            tryVerify(() => page.draft.underWay);
        }

        function goTo(step: int) {
            while (page.step < step)
                tap("nextStepButton");
        }

        function test_fromCheckInToCheckOut() {
            checkIn();
            compare(page.step, 1);
            compare(page.draft.verdict, "inside");

            tap("person");
            write("note", "price ok");
            const outcome = findChild(page, "outcome");
            mouseClick(outcome, 40, outcome.height / 2);
            compare(page.draft.outcome, "forward");
            compare(page.draft.metNames, "Chen");
            goTo(4);
            write("nextStep", "samples");
            tap("tomorrow");
            verify(page.draft.nextStepAt !== undefined);
            goTo(5);
            tap("checkOut");
            tryVerify(() => page.draft.over);

            compare(book.text(book.visit, "state"), "done");
            compare(book.text(book.visit, "summary"), "price ok");
            compare(book.text(book.visit, "outcome"), "forward");
            compare(book.text(book.visit, "next_step"), "samples");
            compare(book.reminders(), 1);
            compare(book.draft("visit:" + book.visit), "");
        }

        function test_goesOnAfterTheAppDied() {
            checkIn();
            write("note", "half a sentence");
            tryVerify(() => book.draft("visit:" + book.visit).includes("half a sentence"));
            close();

            book.reopen();
            open(book.visit);

            verify(page.draft.underWay);
            compare(page.step, 1);
            compare(findChild(page, "note").text, "half a sentence");
            compare(book.text(book.visit, "summary"), "", "Nothing is recorded before the check-out");
        }

        function test_showsTheWayToTheOpenVisit() {
            checkIn();
            close();
            open(book.otherVisit);
            opened.target = page;
            opened.clear();

            tap("checkIn");
            tap("openVisit");

            compare(opened.count, 1);
            compare(opened.signalArguments[0][0], book.visit);
            compare(book.text(book.otherVisit, "state"), "planned");
        }

        function test_takesAPhotoFromTheTablet() {
            checkIn();
            goTo(3);
            tap("photosAdd");
            const chooser = findChild(page, "pictureChooser");
            tryVerify(() => chooser.opened);
            tryVerify(() => findChild(chooser.contentItem, "picture") !== null);
            mouseClick(findChild(chooser.contentItem, "picture"));
            mouseClick(findChild(chooser.contentItem, "takePictures"));

            tryVerify(() => book.photos() === 1);
        }

        function test_asksWhyAVisitIsCancelled() {
            tap("endVisit");
            const dialog = findChild(page, "endDialog");
            tryVerify(() => dialog.opened);
            verify(!dialog.acceptable);

            mouseClick(findChild(dialog.contentItem, "reason"));
            for (const letter of "ill")
                keyClick(letter);
            verify(dialog.acceptable);
            keyClick(Qt.Key_Escape);
            tryVerify(() => !dialog.visible);

            compare(book.text(book.visit, "state"), "planned");
        }
    }
}
