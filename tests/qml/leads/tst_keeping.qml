import QtQuick
import QtTest
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Customers
import Fieldbook.Testing

Item {
    id: scene

    width: 1280
    height: 800

    Component {
        id: books

        Book {
        }
    }

    Component {
        id: pools

        PoolPage {
            width: 1280
            height: 800
        }
    }

    Component {
        id: bins

        RecycleBinPage {
            width: 1280
            height: 800
        }
    }

    Component {
        id: details

        CustomerDetail {
            width: 900
            height: 800
        }
    }

    SignalSpy {
        id: said

        signalName: "said"
    }

    TestCase {
        name: "KeepingCustomers"
        when: windowShown

        property Book book

        function init() {
            Theme.reduceMotion = true;
            Theme.windowWidth = 1280;
            book = createTemporaryObject(books, scene);
        }

        function open(component: Component, properties: var): QtObject {
            const page = createTemporaryObject(component, scene, Object.assign({ "app": book.app }, properties));
            said.target = page;
            said.clear();
            return page;
        }

        // The shown item of that name in what this one shows; a repeater's items are nobody's QObject children.
        function shownIn(item: Item, name: string): Item {
            if (!item.visible || item.objectName === name)
                return item.visible ? item : null;
            for (let i = 0; i < item.children.length; ++i) {
                const found = shownIn(item.children[i], name);
                if (found !== null)
                    return found;
            }
            return null;
        }

        // What a popup holds hangs on the window and not on the page.
        function inPopup(name: string): Item {
            const all = scene.Window.window.contentItem.parent ?? scene.Window.window.contentItem;
            tryVerify(() => shownIn(all, name) !== null);
            return shownIn(all, name);
        }

        function test_aClaimIsAskedForAndWaits() {
            const page = open(pools, {});
            tryCompare(findChild(page, "poolState"), "phase", StateView.Ready);
            waitForRendering(page);
            const list = findChild(page, "poolList");
            compare(list.count, 1);

            mouseClick(findChild(list, "claim"));
            tryCompare(page, "asking", true);
            keyClick(Qt.Key_Return);

            tryCompare(said, "count", 1);
            compare(book.outbox(), ["listing.claim"]);
            tryVerify(() => !findChild(list, "claim").visible);
        }

        function test_aPoolInWhichNothingFitsSaysSo() {
            const page = open(pools, {});
            const state = findChild(page, "poolState");
            tryCompare(state, "phase", StateView.Ready);

            mouseClick(findChild(page, "kind-returned"));

            tryCompare(state, "phase", StateView.Empty);
        }

        function test_whatWasDeletedIsRestored() {
            book.remove(book.customer);
            const page = open(bins, {});
            tryCompare(findChild(page, "binState"), "phase", StateView.Ready);
            waitForRendering(page);

            mouseClick(findChild(page, "restore"));

            tryCompare(said, "count", 1);
            tryCompare(findChild(page, "binState"), "phase", StateView.Empty);
            compare(book.outbox(), ["delete customer", "edit customer"]);
        }

        function test_anEmptyBinSaysForHowLongThingsLieThere() {
            const page = open(bins, {});

            tryCompare(findChild(page, "binState"), "phase", StateView.Empty);
            verify(findChild(page, "binState").emptyText.includes("30"));
        }

        function test_aCustomerIsReleasedWithAReason() {
            const page = open(details, { "customerId": book.customer });
            tryCompare(page, "phase", StateView.Ready);
            page.menu.find(each => each.iconName === "pool").chosen();
            const reason = inPopup("releaseReason");
            waitForRendering(reason);
            verify(!inPopup("accept").enabled);

            reason.text = "改用其他供应商";
            mouseClick(inPopup("accept"));

            tryCompare(said, "count", 1);
            compare(book.outbox(), ["customer.release"]);
        }

        function test_aShareThatHasEndedAlreadyIsRefusedOnTheSheet() {
            const page = open(details, { "customerId": book.customer });
            tryCompare(page, "phase", StateView.Ready);
            page.menu.find(each => each.text === "Share…").chosen();
            const partner = inPopup("sharePartner");
            waitForRendering(partner);
            tryVerify(() => partner.options.length > 0);

            partner.value = partner.options[0].value;
            inPopup("shareUntil").value = new Date(2020, 0, 1);
            mouseClick(inPopup("shareNow"));

            verify(inPopup("sheetRefusal").text !== "");
            compare(said.count, 0);
            compare(book.outbox(), []);
        }

        function test_aCaseThatWasLookedAtIsNotDecidedByTheNextProposal() {
            const page = open(details, { "customerId": book.customer });
            tryCompare(page, "phase", StateView.Ready);
            const sheet = findChild(page, "mergeSheet");
            page.menu.find(each => each.iconName === "merged").chosen();
            sheet.pick(book.otherCustomer);
            waitForRendering(inPopup("phone-loser"));
            mouseClick(inPopup("mergeNow"));
            tryVerify(() => findChild(page, "mergeNotice") !== null);
            tryCompare(sheet, "visible", false);
            sheet.decide(findChild(page, "mergeNotice").recordId);
            tryCompare(sheet, "opened", true);
            compare(sheet.title, "Are these the same?");
            sheet.close();
            tryCompare(sheet, "visible", false);

            page.menu.find(each => each.iconName === "merged").chosen();
            tryCompare(sheet, "opened", true);
            compare(sheet.title, "Merge with another customer");
            mouseClick(inPopup("notTheSame"));

            tryCompare(sheet, "visible", false);
            compare(book.outbox(), ["customer.propose_merge"]);
        }

        function test_aCustomerIsShared() {
            const page = open(details, { "customerId": book.customer });
            tryCompare(page, "phase", StateView.Ready);
            page.menu.find(each => each.text === "Share…").chosen();
            const partner = inPopup("sharePartner");
            waitForRendering(partner);
            tryVerify(() => partner.options.length > 0);
            verify(!inPopup("shareNow").enabled);

            partner.value = partner.options[0].value;
            inPopup("shareUntil").value = new Date(2026, 5, 1);
            mouseClick(inPopup("shareNow"));

            tryCompare(said, "count", 1);
            compare(book.outbox(), ["customer.share"]);
        }

        function test_aMergeIsProposedFieldByFieldAndWithdrawn() {
            const page = open(details, { "customerId": book.customer });
            tryCompare(page, "phase", StateView.Ready);
            const sheet = findChild(page, "mergeSheet");
            page.menu.find(each => each.iconName === "merged").chosen();
            sheet.pick(book.otherCustomer);

            const theirs = inPopup("phone-loser");
            waitForRendering(theirs);
            mouseClick(theirs);
            mouseClick(inPopup("mergeNow"));

            tryCompare(said, "count", 1);
            compare(book.outbox(), ["customer.propose_merge"]);
            tryVerify(() => findChild(page, "withdrawMerge") !== null && findChild(page, "withdrawMerge").visible);
            verify(!findChild(page, "compare").visible);
            waitForRendering(page);
            mouseClick(findChild(page, "withdrawMerge"));
            tryCompare(said, "count", 2);
            tryVerify(() => findChild(page, "withdrawMerge") === null);
        }
    }
}
