import QtQuick
import QtTest
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models
import Fieldbook.Schedule
import Fieldbook.Capture

// The pages of the schedule over a real store, with a finger's and a keyboard's events.
Item {
    id: stage

    width: 1024
    height: 900

    Component {
        id: reminderPage

        ReminderPage {
            anchors.fill: parent
            app: desk.app
        }
    }

    Component {
        id: appointmentPage

        AppointmentPage {
            anchors.fill: parent
            app: desk.app
        }
    }

    Component {
        id: notePage

        NotePage {
            anchors.fill: parent
            app: desk.app
        }
    }

    Component {
        id: schedulePage

        SchedulePage {
            anchors.fill: parent
            app: desk.app
        }
    }

    Component {
        id: quickSheet

        QuickAddSheet {
            app: desk.app
        }
    }

    SignalSpy {
        id: said

        signalName: "said"
    }

    SignalSpy {
        id: closed

        signalName: "closed"
    }

    SignalSpy {
        id: chosen

        signalName: "chosen"
    }

    SignalSpy {
        id: asked

        signalName: "newRequested"
    }

    TestCase {
        id: test

        name: "Schedule"
        when: windowShown

        function initTestCase() {
            Theme.reduceMotion = true;
            Theme.windowWidth = stage.width;
        }

        function named(root: Item, name: string): Item {
            if (root.objectName === name)
                return root;
            for (let i = 0; i < root.children.length; ++i) {
                const found = named(root.children[i], name);
                if (found !== null)
                    return found;
            }
            return null;
        }

        // What says so on its face.
        function labelled(root: Item, text: string): Item {
            if (root.visible && root.text === text && typeof root.clicked === "function")
                return root;
            for (let i = 0; i < root.children.length; ++i) {
                const found = labelled(root.children[i], text);
                if (found !== null)
                    return found;
            }
            return null;
        }

        function write(page: Item, field: string, text: string) {
            const item = named(page, field);
            verify(item !== null, field);
            mouseClick(item, item.width / 2, 46);
            for (let i = 0; i < text.length; ++i)
                keyClick(text.charAt(i));
        }

        function press(page: Item, text: string) {
            let button = null;
            tryVerify(() => (button = labelled(page, text)) !== null, 5000, text);
            waitForRendering(page);
            mouseClick(button);
        }

        function test_aReminderIsMadeSnoozedAndDone() {
            const form = createTemporaryObject(reminderPage, stage, {
                "customerId": desk.customer,
                "at": new Date(Date.now() + 24 * 3600 * 1000)
            });
            said.target = form;
            said.clear();
            waitForRendering(form);
            press(form, "Save");
            compare(said.count, 1);
            compare(desk.reminderNamed(""), "");

            write(form, "title", "call back");
            press(form, "Save");
            tryVerify(() => desk.reminders().includes("call back"));
            const id = desk.reminderNamed("call back");

            const standing = createTemporaryObject(reminderPage, stage, { "reminderId": id });
            press(standing, "Snooze");
            const window = stage.Window.window.contentItem;
            tryVerify(() => labelled(window, "In an hour") !== null);
            compare(labelled(window, "In an hour").enabled, false); // It is due tomorrow.
            press(window, "Next week");
            tryVerify(() => desk.isSnoozed("call back"));

            const again = createTemporaryObject(reminderPage, stage, { "reminderId": id });
            press(again, "Done");
            tryVerify(() => desk.text(id, "state") === "done");
        }

        function test_cancelLeavesAFormAndForgetsWhatWasTyped() {
            const form = createTemporaryObject(reminderPage, stage);
            closed.target = form;
            closed.clear();
            waitForRendering(form);
            write(form, "title", "never mind");
            press(form, "Cancel");
            compare(closed.count, 1);
            closed.target = null;
            form.destroy();
            wait(0);

            const again = createTemporaryObject(reminderPage, stage);
            waitForRendering(again);
            compare(named(again, "title").text, "");
            verify(!desk.reminders().includes("never mind"));
        }

        function test_anAppointmentWithoutTitleIsNotSaved() {
            const form = createTemporaryObject(appointmentPage, stage);
            said.target = form;
            said.clear();
            waitForRendering(form);

            press(form, "Save");

            compare(said.count, 1);
            const title = named(form, "title");
            verify(title.error !== "");
        }

        function test_aNoteIsKeptWithItsNextStep() {
            const form = createTemporaryObject(notePage, stage, { "customerId": desk.customer });
            waitForRendering(form);
            write(form, "content", "agreed on filters");
            write(form, "nextTitle", "send quote");
            press(form, "Save");

            tryVerify(() => desk.notesOfCustomer().includes("agreed on filters"));
            verify(desk.reminders().includes("send quote"));
        }

        function test_quickAddSaysWhatIsToBeMadeAndForWhom() {
            const sheet = createTemporaryObject(quickSheet, stage);
            chosen.target = sheet;
            chosen.clear();
            sheet.openFor(desk.customer);
            tryVerify(() => sheet.opened);
            const tile = labelled(sheet.contentItem, "Note");
            waitForRendering(sheet.contentItem);
            mouseClick(tile);

            compare(chosen.count, 1);
            compare(chosen.signalArguments[0][0], "note");
            compare(chosen.signalArguments[0][1], desk.customer);
        }

        // A warning ends the tests: a layout that goes in circles says so with one.
        function test_aDayWithMoreThanThePanelHoldsIsLaidOut() {
            Theme.windowWidth = 1280;
            for (let i = 0; i < 60; ++i)
                desk.remindToday("reminder " + i);

            const page = createTemporaryObject(schedulePage, stage);
            let list = null;
            tryVerify(() => (list = named(page, "dayList")) !== null && list.count >= 60);
            waitForRendering(page);

            verify(list.height < list.contentHeight);
            Theme.windowWidth = stage.width;
        }

        function test_aPressOnAnEmptyHourOffersSomethingNewThere() {
            const page = createTemporaryObject(schedulePage, stage);
            asked.target = page;
            asked.clear();
            waitForRendering(page);
            tryVerify(() => named(page, "wall") !== null && named(page, "wall").height > 0);
            const wall = named(page, "wall");
            wall.contentY = 0;
            waitForRendering(page);

            mouseClick(wall, wall.width - 30, 20);

            compare(asked.count, 1);
            compare(asked.signalArguments[0][0].getHours(), 0);
        }
    }
}
