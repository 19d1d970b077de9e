import QtQuick
import QtTest
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models
import Fieldbook.Leads
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
        id: forms

        LeadFormPage {
            width: 1280
            height: 800
        }
    }

    Component {
        id: pages

        LeadsPage {
            width: 1280
            height: 800
        }
    }

    SignalSpy {
        id: spy
    }

    TestCase {
        name: "Leads"
        when: windowShown

        property Book book

        function init() {
            Theme.reduceMotion = true;
            Theme.windowWidth = 1280;
            book = createTemporaryObject(books, scene);
            spy.target = null;
        }

        function listen(target: QtObject, signalName: string) {
            spy.target = target;
            spy.signalName = signalName;
            spy.clear();
        }

        function openForm(recordId: string): LeadFormPage {
            const form = createTemporaryObject(forms, scene, { "app": book.app, "recordId": recordId });
            tryCompare(form.draft, "state", StateView.Ready);
            waitForRendering(form);
            return form;
        }

        function openLeads(): LeadsPage {
            const page = createTemporaryObject(pages, scene, { "app": book.app });
            tryVerify(() => findChild(page, "convert") !== null && findChild(page, "convert").visible);
            waitForRendering(page);
            return page;
        }

        function press(item: Item) {
            verify(item !== null);
            mouseClick(item);
        }

        function type(field: Item, text: string) {
            press(field);
            for (const letter of text)
                keyClick(letter);
        }

        function test_twoFieldsAreEnough() {
            const form = openForm("");
            listen(form, "saved");

            type(findChild(form, "name"), "Beilun Garage");
            type(findChild(form, "phone"), "057486990000");
            press(findChild(form, "save"));

            tryCompare(spy, "count", 1);
            compare(book.text(spy.signalArguments[0][0], "name"), "Beilun Garage");
            compare(book.outbox(), ["create lead"]);
        }

        function test_whatIsMissingIsSaidAtItsField() {
            const form = openForm("");
            listen(form, "saved");

            type(findChild(form, "phone"), "call me");
            press(findChild(form, "save"));

            verify(findChild(form, "name").error !== "");
            verify(findChild(form, "phone").error !== "");
            verify(findChild(form, "name").activeFocus);
            compare(spy.count, 0);
            compare(book.outbox(), []);
        }

        function test_oneSeesWhileTypingWhoIsHereAlready() {
            const form = openForm("");
            type(findChild(form, "phone"), "057487654321");

            tryVerify(() => findChild(form, "duplicateNotice").visible);
            listen(form, "recordOpened");
            waitForRendering(form);
            press(findChild(form, "duplicate"));
            compare(spy.count, 1);
            compare(spy.signalArguments[0][0], "customer");

            press(findChild(form, "somebodyElse"));
            tryVerify(() => !findChild(form, "duplicateNotice").visible);
        }

        function test_aKilledAppFindsWhatWasTyped() {
            const form = openForm("");
            type(findChild(form, "name"), "Beilun");
            tryVerify(() => book.draft("lead:new").includes("Beilun"));
            form.destroy();
            wait(0);

            book.reopen();
            const again = openForm("");
            compare(findChild(again, "name").text, "Beilun");
            verify(findChild(again, "restoredNotice").visible);
        }

        function test_aLeadBecomesACustomerAtOnce() {
            const page = openLeads();
            press(findChild(page, "convert"));
            const sheet = page.Window.window;
            tryVerify(() => findChild(sheet, "opportunityName") !== null && findChild(sheet, "opportunityName").visible);
            const name = findChild(sheet, "opportunityName");
            tryCompare(name, "text", "慈溪快修店");
            listen(page, "recordOpened");
            waitForRendering(name);

            press(findChild(sheet, "convertNow"));

            tryCompare(spy, "count", 1);
            compare(book.outbox(), ["lead.convert"]);
            compare(book.text(book.lead, "stage"), "converted");
            const customer = spy.signalArguments[0][1];
            compare(book.text(customer, "name"), "慈溪快修店");
            compare(book.text(customer, "kind"), "organisation");
        }

        function test_givingUpNeedsAReason() {
            const page = openLeads();
            press(findChild(page, "giveUp"));
            const window = page.Window.window;
            tryVerify(() => findChild(window, "giveUpReason") !== null && findChild(window, "giveUpReason").visible);
            const reason = findChild(window, "giveUpReason");
            waitForRendering(reason);

            keyClick(Qt.Key_Return);
            compare(book.text(book.lead, "stage"), "new");
        }
    }
}
