import QtQuick
import QtTest
import Fieldbook.Theme
import Fieldbook.Settings

Item {
    id: scene

    width: 1280
    height: 800

    Component {
        id: states

        DeviceStatePage {
            width: 1280
            height: 800
            deviceCode: "A7"
            userName: "Lin"
        }
    }

    Component {
        id: entrances

        SignInPage {
            id: entrance

            width: 1280
            height: 800
            server: "https://former.example"
            login: "lin"
            onInvitationTyped: text => entrance.useServer(text.indexOf("@") > 0 ? "https://" + text.split("@")[1] : "")
        }
    }

    SignalSpy {
        id: spy
    }

    TestCase {
        name: "Device"
        when: windowShown

        // Everything that is written where a person sees it.
        function words(item): var {
            let all = [];
            if (!item.visible)
                return all;
            if (typeof item.text === "string" && item.text !== "")
                all.push(item.text);
            if (typeof item.value === "string" && item.value !== "")
                all.push(item.value);
            for (let i = 0; i < item.children.length; ++i)
                all = all.concat(words(item.children[i]));
            return all;
        }

        function find(item, text: string): var {
            if (!item.visible)
                return null;
            if (item.text === text && typeof item.clicked === "function")
                return item;
            for (let i = 0; i < item.children.length; ++i) {
                const found = find(item.children[i], text);
                if (found !== null)
                    return found;
            }
            return null;
        }

        function press(item, text: string) {
            const button = find(item, text);
            verify(button !== null, text);
            mouseClick(button);
        }

        function has(item, part: string): bool {
            return words(item).some(text => text.indexOf(part) >= 0);
        }

        function test_eachStateSaysWhatIsSoAndWhatToDo_data() {
            return [
                { "tag": "pending", "says": "Waiting for approval", "button": "Ask now", "signal": "syncRequested" },
                { "tag": "revoked", "says": "no longer admitted", "button": "Enrol with a code", "signal": "beginRequested" },
                { "tag": "wiped", "says": "This tablet was wiped", "button": "Begin anew", "signal": "beginRequested" }
            ];
        }

        function test_eachStateSaysWhatIsSoAndWhatToDo(row) {
            const page = createTemporaryObject(states, scene, { "kind": row.tag, "wipedAt": new Date() });
            verify(has(page, row.says));
            spy.target = page;
            spy.signalName = row.signal;
            spy.clear();
            press(page, row.button);
            compare(spy.count, 1);
        }

        function test_aLockedTabletSaysWhomToCallAndOffersNothing() {
            const page = createTemporaryObject(states, scene, { "kind": "locked", "help": "IT 0571-8888 1234" });
            verify(has(page, "Locked by an administrator"));
            verify(has(page, "IT 0571-8888 1234"));
            verify(has(page, "A7"));
            for (const text of ["Ask now", "Enrol with a code", "Begin anew", "Sign out"])
                verify(find(page, text) === null, text);
        }

        function test_whatIsUnsentAndTheReceiptAreAccountedFor() {
            const page = createTemporaryObject(states, scene, { "kind": "wipe", "waiting": 2 });
            verify(has(page, "on the way to the company"));
            page.kind = "wiped";
            verify(has(page, "as soon as there is a connection"));
            page.receiptTaken = true;
            verify(!has(page, "as soon as there is a connection"));
            verify(has(page, "With the company"));
        }

        function test_aCodeSaysWhereTheServerIs() {
            const page = createTemporaryObject(entrances, scene, {});
            press(page, "I have a code for a new tablet");
            page.invitation = "K7QM@fieldbook.example";
            verify(has(page, "https://fieldbook.example"));
        }
    }
}
