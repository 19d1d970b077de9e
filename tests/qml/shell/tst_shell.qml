import QtQuick
import QtTest
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell

Item {
    id: scene

    width: 1280
    height: 800

    Component {
        id: orderPage

        ShellPage {
            property string customerId

            title: "Order"
        }
    }

    Component {
        id: results

        SearchResults {
        }
    }

    Component {
        id: shells

        AppShell {
            id: shell

            property alias customers: customersSection

            width: 1280
            height: 800
            searchResults: results

            ShellSection {
                key: "today"
                text: "Today"
                iconName: "today"
                inBottomBar: true
                page: ShellPage {
                    title: "Today"
                }
            }

            ShellSection {
                id: customersSection

                key: "customers"
                text: "Customers"
                iconName: "customers"
                inBottomBar: true
                page: ShellPage {
                    id: customers

                    property bool detailOpen: false
                    property alias input: typed

                    title: "Customers"
                    canGoBack: detailOpen && !Theme.landscape
                    onBackRequested: detailOpen = false

                    ListDetail {
                        anchors.fill: parent
                        detailOpen: customers.detailOpen
                        list: Item {
                            objectName: "list"
                            anchors.fill: parent
                        }
                        detail: InputField {
                            id: typed

                            objectName: "detail"
                            width: 200
                        }
                    }
                }
            }
        }
    }

    SignalSpy {
        id: spy
    }

    TestCase {
        name: "Shell"
        when: windowShown

        function init() {
            Theme.reduceMotion = true;
            Theme.windowWidth = 1280;
            spy.target = null;
            spy.signalName = "";
            spy.clear();
        }

        function make(): AppShell {
            return createTemporaryObject(shells, scene);
        }

        function turn(shell: AppShell, width: int, height: int) {
            shell.width = width;
            shell.height = height;
            Theme.windowWidth = width;
        }

        function test_aSectionIsKeptAsItWasLeft() {
            const shell = make();
            const page = shell.show("customers");
            page.input.text = "half";

            shell.show("today");
            compare(shell.page.title, "Today");
            compare(shell.show("customers"), page);
            compare(page.input.text, "half");
        }

        function test_whatIsStillArrivingIsSaidOnEveryPageUntilItIsThere() {
            const shell = make();
            const arrival = findChild(shell, "arrival");
            verify(!arrival.visible);
            compare(arrival.height, 0);

            shell.arriving = true;
            shell.arrived = 12300;
            verify(arrival.visible && arrival.height > 0);
            verify(arrival.title.includes("12,300"));
            shell.show("customers");
            verify(arrival.visible);

            shell.arriving = false;
            compare(arrival.height, 0);
        }

        function test_turningTheTabletKeepsWhatIsOpenAndTyped() {
            const shell = make();
            const page = shell.show("customers");
            page.detailOpen = true;
            page.input.text = "half";
            const list = findChild(page, "list");
            verify(list.visible && findChild(page, "detail").visible);

            turn(shell, 800, 1280);
            verify(!list.visible);
            compare(page.input.text, "half");
            verify(shell.canGoBack);
            turn(shell, 1280, 800);
            verify(list.visible);
            compare(page.input.text, "half");
        }

        function test_escGoesFromTheDetailToTheList() {
            const shell = make();
            const page = shell.show("customers");
            turn(shell, 800, 1280);
            page.detailOpen = true;
            shell.forceActiveFocus();

            keyClick(Qt.Key_Escape);
            compare(page.detailOpen, false);
            verify(!shell.canGoBack);
        }

        function test_aPageIsOpenedAboveAndLeft() {
            const shell = make();
            const below = shell.show("customers");
            const order = shell.open(orderPage, { "customerId": "7" });
            compare(order.customerId, "7");
            compare(shell.page, order);

            order.closed();
            compare(shell.page, below);
            verify(!shell.back());
        }

        function test_leavingAPageGoesToTheOneBelowIt() {
            const shell = make();
            shell.show("customers");
            const below = shell.open(orderPage, { "customerId": "7" });
            shell.open(orderPage, { "customerId": "8" });

            verify(shell.back());

            compare(shell.page, below);
        }

        function test_choosingTheSectionAgainGoesToItsFirstPage() {
            const shell = make();
            const below = shell.show("customers");
            shell.open(orderPage, {});
            shell.open(orderPage, {});

            shell.show("customers");
            compare(shell.page, below);
        }

        function test_controlNAsksForSomethingNew() {
            const shell = make();
            spy.target = shell;
            spy.signalName = "newRequested";
            shell.forceActiveFocus();

            keyClick(Qt.Key_N, Qt.ControlModifier);
            compare(spy.count, 1);
        }

        function test_controlKSearchesAndEscGoesBack() {
            const shell = make();
            const page = shell.show("customers");
            shell.forceActiveFocus();

            keyClick(Qt.Key_K, Qt.ControlModifier);
            keyClick("a");
            const panel = findChild(shell, "searchPanel");
            verify(panel.visible);
            compare(panel.query, "a");
            keyClick(Qt.Key_Escape);
            verify(!panel.visible);
            compare(shell.page, page);
        }

        function test_theToastOfAPageIsShown() {
            const shell = make();
            const page = shell.show("customers");
            let undone = 0;

            page.said("Moved", () => ++undone);
            const host = findChild(shell, "toasts");
            verify(host.shown);
            host.undo();
            compare(undone, 1);
        }

        function test_thePhoneHasABarInPlaceOfTheRail() {
            const shell = make();
            verify(findChild(shell, "rail").visible);

            turn(shell, 400, 860);
            verify(!findChild(shell, "rail").visible);
            verify(findChild(shell, "bottomBar").visible);
        }
    }
}
