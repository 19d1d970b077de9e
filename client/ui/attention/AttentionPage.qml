pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell
import Fieldbook.Models

// The inbox of what needs a person: refused changes, and fields that two people changed.
ShellPage {
    id: page

    required property AppContext app
    property string itemKey

    signal recordOpened(string type, string recordId)

    title: qsTr("Attention")
    lined: Theme.landscape
    canGoBack: itemKey !== "" && !Theme.landscape
    onBackRequested: itemKey = ""

    AttentionListModel {
        id: items

        app: page.app
        onCountChanged: {
            if (page.itemKey !== "" && positionOf(page.itemKey) < 0)
                page.itemKey = "";
            if (Theme.landscape && page.itemKey === "")
                page.itemKey = keyAt(0);
        }
    }

    ListDetail {
        anchors.fill: parent
        detailOpen: page.itemKey !== ""

        list: StateView {
            anchors.fill: parent
            phase: items.state
            emptyIcon: "attention"
            emptyTitle: qsTr("Nothing needs you")
            emptyText: qsTr("What the server refuses, or what two people change at once, will wait for you here.")
            failedCode: items.errorCode
            onRetried: items.reload()

            // Above the list, not its header: Qt 6.4 does not create the header of a file whose components are bound.
            SectionHeader {
                id: listHead

                width: parent.width
                title: qsTr("For you to decide")
                count: items.count
            }

            ListView {
                id: list

                anchors.fill: parent
                anchors.topMargin: listHead.height
                clip: true
                model: items

                delegate: ListRow {
                    required property string itemKey
                    required property bool conflict
                    required property string heading
                    required property string customerName
                    required property string reason
                    required property int fieldCount
                    required property var at

                    width: ListView.view.width
                    density: ListRow.Rich
                    squareIcon: conflict ? "conflict" : "refused"
                    title: heading
                    subtitle: conflict ? qsTr("%n field(s) changed by two people", "", fieldCount) : reason
                    status: conflict ? "conflict" : "refused"
                    selected: itemKey === page.itemKey && Theme.landscape
                    onClicked: page.itemKey = itemKey
                }
            }
        }

        detail: AttentionDetail {
            anchors.fill: parent
            visible: page.itemKey !== ""
            app: page.app
            itemKey: page.itemKey
            onRecordOpened: (type, recordId) => page.recordOpened(type, recordId)
            onSettled: page.said(qsTr("Recorded on this tablet; it goes with the next sync."), undefined)
            onRefused: code => page.said(ErrorText.sentence(code), undefined)
        }
    }
}
