import QtQuick
import QtTest
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell
import Fieldbook.Models
import Fieldbook.Search
import Fieldbook.Testing

Item {
    id: scene

    width: 1280
    height: 800

    property var openedRecord: []

    Component {
        id: books

        Book {
        }
    }

    Component {
        id: shells

        AppShell {
            id: shell

            required property AppContext app

            width: 1280
            height: 800
            searchResults: Component {
                GlobalSearch {
                    app: shell.app
                    onRecordOpened: (type, recordId) => scene.openedRecord = [type, recordId]
                }
            }

            ShellSection {
                key: "today"
                text: "Today"
                iconName: "today"
                page: ShellPage {
                    title: "Today"
                }
            }
        }
    }

    TestCase {
        name: "Search"
        when: windowShown

        property Book book
        property AppShell shell

        function init() {
            Theme.reduceMotion = true;
            Theme.windowWidth = 1280;
            scene.openedRecord = [];
            book = createTemporaryObject(books, scene);
            shell = createTemporaryObject(shells, scene, { "app": book.app });
            shell.forceActiveFocus();
            keyClick(Qt.Key_K, Qt.ControlModifier);
        }

        function type(text: string): ListView {
            for (const letter of text)
                keyClick(letter);
            tryVerify(() => findChild(shell, "searchResults") !== null);
            return findChild(shell, "searchResults");
        }

        // Enter opens only what all the words have found, and that may take a moment longer than the first results.
        function enterUntil(done: var) {
            tryVerify(() => {
                keyClick(Qt.Key_Return);
                return done();
            });
        }

        function test_initialsFindACustomerAndEnterOpensIt() {
            const results = type("hzht");
            tryCompare(results, "count", 1);

            enterUntil(() => scene.openedRecord.length > 0);
            compare(scene.openedRecord, ["customer", book.customer]);
            verify(!findChild(shell, "searchPanel").visible);
        }

        function test_thePhoneTailFindsAContactAndATouchOpensIt() {
            const results = type("0005");
            tryCompare(results, "count", 1);
            waitForRendering(results);
            verify(results.itemAtIndex(0).subtitle.includes("<b>"));

            mouseClick(results.itemAtIndex(0), 200, results.itemAtIndex(0).height - 20);
            compare(scene.openedRecord, ["contact", book.contact]);
        }

        function test_downAndUpMoveAmongTheResults() {
            const results = type("0571");
            tryCompare(results, "count", 2);

            keyClick(Qt.Key_Down);
            compare(results.currentIndex, 1);
            keyClick(Qt.Key_Down);
            compare(results.currentIndex, 1);
            keyClick(Qt.Key_Up);
            enterUntil(() => scene.openedRecord.length > 0);
            compare(scene.openedRecord, ["customer", book.customer]);
        }

        function test_whatWasSearchedForIsOfferedAgainAlsoAfterARestart() {
            tryCompare(type("hzht"), "count", 1);
            enterUntil(() => book.draft("search:recent").includes("hzht"));
            shell.destroy();
            wait(0);

            book.reopen();
            shell = createTemporaryObject(shells, scene, { "app": book.app });
            shell.forceActiveFocus();
            keyClick(Qt.Key_K, Qt.ControlModifier);
            tryVerify(() => findChild(shell, "recentSearches")?.count === 1);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
            tryCompare(findChild(shell, "searchResults"), "count", 1);
        }

        function test_nothingFoundIsSaidAndEscLeaves() {
            type("qqqq");
            const panel = findChild(shell, "searchPanel");
            tryVerify(() => panel.visible);
            keyClick(Qt.Key_Return);
            compare(scene.openedRecord, []);
            keyClick(Qt.Key_Escape);
            verify(!panel.visible);
        }
    }
}
