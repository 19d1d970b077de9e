import QtQuick
import QtTest
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models
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
        id: customerForms

        CustomerFormPage {
            width: 1280
            height: 800
        }
    }

    Component {
        id: contactForms

        ContactFormPage {
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
        id: spy
    }

    TestCase {
        name: "CustomerForms"
        when: windowShown

        property Book book

        function init() {
            Theme.reduceMotion = true;
            Theme.windowWidth = 1280;
            book = createTemporaryObject(books, scene);
        }

        function open(component: Component, properties: var): Item {
            const form = createTemporaryObject(component, scene, Object.assign({ "app": book.app }, properties));
            tryCompare(form.draft, "state", StateView.Ready);
            waitForRendering(form);
            spy.target = form;
            spy.signalName = "saved";
            spy.clear();
            return form;
        }

        function type(field: Item, text: string) {
            verify(field !== null);
            mouseClick(field);
            for (const letter of text)
                keyClick(letter);
        }

        function test_aPhoneIsChanged() {
            const form = open(customerForms, { "recordId": book.customer });
            const phone = findChild(form, "phone");
            compare(phone.text, "0571-8800 1234");

            mouseClick(phone);
            keySequence(StandardKey.SelectAll);
            type(phone, "");
            keySequence(StandardKey.SelectAll);
            for (const digit of "057188009999")
                keyClick(digit);
            mouseClick(findChild(form, "save"));

            tryCompare(spy, "count", 1);
            compare(book.text(book.customer, "phone"), "057188009999");
            compare(book.outbox(), ["edit customer"]);
        }

        function test_aPhoneThatReachesNobodyIsNotSaved() {
            const form = open(customerForms, { "recordId": book.customer });

            type(findChild(form, "phone"), "abc");
            mouseClick(findChild(form, "save"));

            verify(findChild(form, "phone").error.includes("phone.malformed"));
            compare(spy.count, 0);
            compare(book.outbox(), []);
        }

        function test_theIdNumberOfAPersonIsHeldAgainstItsCheckCharacter() {
            const form = open(customerForms, { "recordId": "" });
            form.draft.put("kind", "person");
            type(findChild(form, "name"), "Zhang Wei");
            type(findChild(form, "id_number"), "110105194912310021");

            mouseClick(findChild(form, "save"));

            tryVerify(() => findChild(form, "id_number").error.includes("identity.checksum"));
            compare(book.outbox(), []);
            form.draft.put("id_number", "11010519491231002X");
            mouseClick(findChild(form, "save"));
            tryCompare(spy, "count", 1);
            compare(book.outbox(), ["create customer"]);
        }

        function test_aContactIsAddedAndBecomesThePrimaryOne() {
            const form = open(contactForms, { "customerId": book.customer });
            compare(form.names.customer, "杭州恒通汽车");

            type(findChild(form, "name"), "Shen Jiayi");
            mouseClick(findChild(form, "is_primary"));
            mouseClick(findChild(form, "save"));

            tryCompare(spy, "count", 1);
            compare(book.contactsOf(book.customer), ["Shen Jiayi", "陈国栋"]);
            compare(book.outbox(), ["create contact", "edit contact"]);
        }

        function button(page: Item, text: string): Item {
            const buttons = [];
            const look = item => {
                if (item instanceof ActionButton && item.text === text)
                    buttons.push(item);
                for (let i = 0; i < item.children.length; ++i)
                    look(item.children[i]);
            };
            look(page);
            return buttons[0] ?? null;
        }

        function test_oneTapCallsAndAnotherFindsTheWay() {
            const page = createTemporaryObject(details, scene, { "app": book.app, "customerId": book.customer });
            tryCompare(page, "phase", StateView.Ready);
            waitForRendering(page);

            mouseClick(button(page, "Call"));
            mouseClick(button(page, "Navigate"));

            const taken = book.handedOut();
            compare(taken[0], "tel:057188001234");
            verify(taken[1].startsWith("geo:"));
        }

        function test_aContactNeedsAName() {
            const form = open(contactForms, { "customerId": book.customer });

            type(findChild(form, "title"), "Buyer");
            mouseClick(findChild(form, "save"));

            verify(findChild(form, "name").error !== "");
            verify(findChild(form, "name").activeFocus);
            compare(book.outbox(), []);
        }
    }
}
