pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell
import Fieldbook.Models

// Results by kind, or the former searches while nothing is typed. The keyboard stays in the field: Down and Up move, Enter opens.
SearchResults {
    id: search

    required property AppContext app
    readonly property bool asking: query.trim() !== ""

    signal recordOpened(string type, string recordId)

    function step(by: int) {
        const count = asking ? results.count : found.recent.length;
        const list = asking ? results : recents;
        if (count > 0)
            list.currentIndex = Math.max(0, Math.min(count - 1, list.currentIndex + by));
    }

    function choose() {
        if (asking)
            openAt(Math.max(0, results.currentIndex));
        else if (recents.currentIndex >= 0)
            sought(found.recent[recents.currentIndex]);
    }

    function targetAt(index: int): var {
        return found.targetAt(index);
    }

    function openAt(index: int) {
        const target = targetAt(index);
        if (target.type === undefined)
            return;
        found.remember();
        closed();
        recordOpened(target.type, target.id);
    }

    function styled(text: string): string {
        return text.replace(/<b>/g, "<b><font color=\"" + Theme.accent + "\">").replace(/<\/b>/g, "</font></b>");
    }

    SearchModel {
        id: found

        app: search.app
        query: search.query
    }

    StateView {
        anchors.fill: parent
        visible: search.asking
        phase: found.state
        skeletonRows: 6
        emptyIcon: "search"
        emptyTitle: qsTr("Nothing found for “%1”").arg(search.query.trim())
        emptyText: qsTr("Any part of a name, pinyin, initials or the end of a phone number will do.")
        failedCode: found.errorCode
        onRetried: found.reload()

        ListView {
            id: results

            anchors.fill: parent
            clip: true
            objectName: "searchResults"
            model: found
            currentIndex: 0
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Results")

            // The heading of a kind stands in its first row.
            delegate: Column {
                id: entry

                required property int index
                required property string recordType
                required property string subject
                required property string subjectMarked
                required property string note
                required property string noteMarked
                required property bool isFirst
                readonly property bool current: ListView.isCurrentItem
                readonly property string subtitle: row.subtitle

                width: ListView.view.width

                SectionHeader {
                    width: parent.width
                    visible: entry.isFirst
                    title: Labels.type(entry.recordType)
                }

                ListRow {
                    id: row

                    width: parent.width
                    density: ListRow.Compact
                    squareIcon: RecordIcons.of(entry.recordType)
                    styled: true
                    title: search.styled(entry.subjectMarked)
                    subtitle: search.styled(entry.noteMarked)
                    text: entry.note === "" ? entry.subject : entry.subject + ", " + entry.note
                    selected: entry.current
                    onClicked: search.openAt(entry.index)
                }
            }

            ScrollLine {
                view: results
            }
        }
    }

    ColumnLayout {
        anchors.fill: parent
        visible: !search.asking
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space16
            Layout.rightMargin: Theme.space16
            Layout.topMargin: Theme.space8
            visible: found.recent.length > 0

            AppText {
                Layout.fillWidth: true
                kind: Theme.small
                color: Theme.ink2
                text: qsTr("Searched before")
            }

            LinkButton {
                objectName: "forgetSearches"
                text: qsTr("Forget")
                onClicked: found.forget()
            }
        }

        ListView {
            id: recents

            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: found.recent.length > 0
            clip: true
            objectName: "recentSearches"
            model: found.recent
            currentIndex: -1
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Searched before")

            delegate: ListRow {
                required property int index
                required property string modelData

                width: ListView.view.width
                density: ListRow.Compact
                divided: false
                squareIcon: "history"
                title: modelData
                selected: ListView.isCurrentItem
                onClicked: search.sought(modelData)
            }
        }

        StateView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: found.recent.length === 0
            phase: StateView.Empty
            emptyIcon: "search"
            emptyTitle: qsTr("Customers, contacts, leads, deals, orders")
            emptyText: qsTr("Any part of a name, pinyin, initials or the end of a phone number will do.")
        }
    }
}
