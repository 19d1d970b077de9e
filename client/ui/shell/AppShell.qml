pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components

// The frame of the app: menu, top bar, and one stack of pages a section. It knows no page; whoever puts it together lists the
// sections and opens pages with show() and open(). Ctrl+K or "/" searches, Ctrl+N makes something new, Esc goes back.
FocusScope {
    id: shell

    default property list<ShellSection> sections
    property string currentKey: sections.length > 0 ? sections[0].key : ""
    property string userName
    // The first sync is under way; so many records have come.
    property bool arriving: false
    property int arrived: 0
    property Component searchResults: null
    property alias chip: bar.chip
    readonly property SectionStack stack: stacks.count > 0 ? stackOf(currentKey) : null
    readonly property ShellPage page: stack ? stack.page : null
    readonly property bool fullScreen: page !== null && page.fullScreen
    readonly property bool canGoBack: page !== null && (page.canGoBack || stack.depth > 1)

    signal newRequested()
    signal syncRequested()
    signal attentionRequested()
    signal userRequested()

    focus: true

    Keys.onEscapePressed: event => {
        event.accepted = shell.back();
    }

    function sectionOf(key: string): ShellSection {
        for (let i = 0; i < sections.length; ++i) {
            if (sections[i].key === key)
                return sections[i];
        }
        return null;
    }

    function stackOf(key: string): SectionStack {
        for (let i = 0; i < stacks.count; ++i) {
            const candidate = stacks.itemAt(i) as SectionStack;
            if (candidate !== null && candidate.modelData.key === key)
                return candidate;
        }
        return null;
    }

    // Shows a section as it was left; a second time, its first page.
    function show(key: string): ShellPage {
        if (key === currentKey && stack !== null)
            stack.leaveAll();
        currentKey = key;
        search.close();
        if (page !== null)
            page.forceActiveFocus();
        return page;
    }

    // Opens a page above the current one and gives it back.
    function open(component: Component, properties: var): ShellPage {
        search.close();
        return stack.open(component, properties);
    }

    function back(): bool {
        if (search.visible) {
            search.close();
        } else if (page !== null && page.canGoBack) {
            page.backRequested();
        } else if (stack !== null && stack.depth > 1) {
            stack.leave(stack.page);
        } else {
            return false;
        }
        return true;
    }

    function toast(text: string, undo = undefined) {
        toasts.show(text, undo);
    }

    function startSearch() {
        bar.startSearch();
    }

    function searchFor(text: string) {
        bar.startSearch();
        search.repeat(text);
    }

    function entriesOf(lower: bool): var {
        const entries = [];
        for (let i = 0; i < sections.length; ++i) {
            if (sections[i].lower === lower)
                entries.push(entryOf(sections[i]));
        }
        return entries;
    }

    function entryOf(section: ShellSection): var {
        return { "key": section.key, "text": section.text, "iconName": section.iconName, "badge": section.badge };
    }

    function phoneEntries(shownOnBar: bool): var {
        const entries = [];
        for (let i = 0; i < sections.length; ++i) {
            if (sections[i].inBottomBar === shownOnBar)
                entries.push(entryOf(sections[i]));
        }
        return entries;
    }

    Shortcut {
        sequences: ["Ctrl+K", "/"]
        onActivated: shell.startSearch()
    }

    Shortcut {
        sequence: "Ctrl+N"
        onActivated: shell.newRequested()
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.canvas
    }

    Rail {
        id: rail

        objectName: "rail"
        width: visible ? implicitWidth : 0
        height: shell.height
        visible: !Theme.phone && !shell.fullScreen
        entries: shell.entriesOf(false)
        lowerEntries: shell.entriesOf(true)
        currentKey: shell.currentKey
        onActivated: key => shell.show(key)
        onNewRequested: shell.newRequested()
    }

    TopBar {
        id: bar

        anchors.left: rail.right
        anchors.right: parent.right
        height: visible ? implicitHeight : 0
        visible: !shell.fullScreen
        title: shell.page ? shell.page.title : ""
        subtitle: shell.page ? shell.page.subtitle : ""
        tier: shell.page ? shell.page.tier : ""
        lined: shell.page ? shell.page.lined : false
        canGoBack: shell.canGoBack
        searchShown: Theme.landscape && shell.page !== null && shell.page.searchShown
        userName: shell.userName
        onBack: shell.back()
        onSought: text => search.seek(text)
        onSearchRequested: search.open()
        onSearchEntered: {
            if (searchText === "")
                search.open();
        }
        onSearchStepped: by => search.step(by)
        onSearchAccepted: search.choose()
        onSyncRequested: shell.syncRequested()
        onAttentionRequested: shell.attentionRequested()
        onUserRequested: shell.userRequested()

        ComponentHost {
            visible: component !== null
            component: shell.page ? shell.page.barActions : null
        }
    }

    // No page looks empty or whole by mistake while what it shows is still on its way.
    Notice {
        id: arrival

        objectName: "arrival"
        anchors.top: bar.bottom
        anchors.left: rail.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.pageMargin
        anchors.rightMargin: Theme.pageMargin
        height: visible ? implicitHeight : 0
        visible: shell.arriving && !shell.fullScreen
        status: "sending"
        iconName: "sending"
        title: qsTr("Your customers are still arriving: %1 records so far").arg(Format.count(shell.arrived))
        text: qsTr("You can already work; lists and sums are complete once this line is gone.")
    }

    Item {
        id: content

        anchors.top: arrival.bottom
        anchors.left: rail.right
        anchors.right: parent.right
        anchors.bottom: bottomBar.top

        Repeater {
            id: stacks

            model: shell.sections

            SectionStack {
                anchors.fill: parent
                shown: modelData.key === shell.currentKey
                onSaid: (text, undo) => shell.toast(text, undo)
            }
        }
    }

    BottomBar {
        id: bottomBar

        objectName: "bottomBar"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: visible ? implicitHeight : 0
        visible: Theme.phone && !shell.fullScreen
        currentKey: shell.currentKey
        entries: shell.phoneEntries(true).slice(0, 3).concat([{
            "key": "more",
            "text": qsTr("More"),
            "iconName": "more",
            "badge": shell.phoneEntries(false).reduce((sum, entry) => sum + entry.badge, 0)
        }])
        onActivated: key => {
            if (key === "more")
                more.open();
            else
                shell.show(key);
        }
        onNewRequested: shell.newRequested()
    }

    Sheet {
        id: more

        title: qsTr("More")
        gap: 0

        Repeater {
            model: shell.phoneEntries(false)

            ListRow {
                id: entry

                required property var modelData

                Layout.fillWidth: true
                inCard: true
                squareIcon: modelData.iconName
                title: modelData.text
                onClicked: {
                    more.close();
                    shell.show(entry.modelData.key);
                }

                CountBadge {
                    anchors.verticalCenter: parent ? parent.verticalCenter : undefined
                    count: entry.modelData.badge
                }
            }
        }
    }

    // A press beside the results leaves them.
    TapHandler {
        enabled: search.visible && !search.ownField
        gesturePolicy: TapHandler.DragThreshold
        onTapped: point => {
            if (!search.contains(search.mapFromItem(shell, point.position)) && !bar.contains(bar.mapFromItem(shell, point.position)))
                search.close();
        }
    }

    SearchPanel {
        id: search

        objectName: "searchPanel"
        anchors.top: bar.bottom
        anchors.left: Theme.landscape ? undefined : rail.right
        anchors.right: parent.right
        anchors.rightMargin: Theme.landscape ? Theme.pageMargin : 0
        width: Theme.landscape ? 640 : undefined
        height: Theme.landscape ? Math.min(560, content.height - Theme.space24) : content.height
        results: shell.searchResults
        ownField: !bar.searchShown || shell.fullScreen
        onRepeated: text => bar.searchText = text
        onClosed: {
            bar.searchText = "";
            if (shell.page !== null)
                shell.page.forceActiveFocus();
        }
    }

    ToastHost {
        id: toasts

        objectName: "toasts"
        anchors.horizontalCenter: content.horizontalCenter
        anchors.bottom: content.bottom
        // Above the buttons at the bottom of a page that fills the screen.
        anchors.bottomMargin: Theme.space24 + (shell.fullScreen ? Theme.grown(Theme.sizeActionBar, 22) : 0)
        width: implicitWidth
        z: 20
    }
}
