pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell
import Fieldbook.Models

// Customers of the board that nobody is responsible for. Claiming one is a wish: the server decides who was first.
ShellPage {
    id: page

    required property AppContext app
    readonly property bool asking: claimDialog.opened
    readonly property var any: [{ "value": "", "text": qsTr("All") }]
    readonly property var kinds: any.concat(Labels.choices("listing", "pool_kind"))

    title: qsTr("Public pool")

    function ask(listing: string, name: string) {
        claimDialog.listing = listing;
        claimDialog.name = name;
        claimDialog.open();
    }

    function barredWords(code: string): string {
        return code === "claim.cooldown" ? qsTr("You had it until lately") : code === "claim.new" ? qsTr("Only just in the pool") : "";
    }

    PoolListModel {
        id: pool

        app: page.app
        onClaimed: name => page.said(qsTr("%1: your claim is saved on this tablet, the server decides").arg(name), null)
        onRefused: text => page.said(text, null)
    }

    AskDialog {
        id: claimDialog

        property string listing
        property string name

        title: qsTr("Claim %1?").arg(name)
        text: qsTr("Whoever asks the server first gets it. Contacts, phone numbers and what was recorded come with it then.")
        acceptText: qsTr("Claim")
        onAccepted: pool.claim(listing)
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space12

        SearchField {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.pageMargin
            Layout.rightMargin: Theme.pageMargin
            Layout.topMargin: Theme.space12
            objectName: "poolSearch"
            sunken: true
            placeholderText: qsTr("Find in the pool")
            onSought: text => pool.search = text
        }

        RowLayout {
            Layout.leftMargin: Theme.pageMargin
            Layout.rightMargin: Theme.pageMargin
            spacing: Theme.space8

            Repeater {
                model: page.kinds

                Chip {
                    required property var modelData

                    objectName: "kind-" + modelData.value
                    text: modelData.text
                    checked: pool.kind === modelData.value
                    onClicked: pool.kind = modelData.value
                }
            }
        }

        StateView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            objectName: "poolState"
            phase: pool.state
            skeletonRows: 9
            emptyIcon: "pool"
            emptyTitle: pool.search === "" && pool.kind === "" ? qsTr("The pool is empty") : qsTr("Nothing found")
            emptyText: pool.search === "" && pool.kind === "" ? qsTr("Customers of your board that nobody is responsible for lie here.")
                : qsTr("The pool shows only what the company lets it show of a customer.")
            failedCode: pool.errorCode
            onRetried: pool.reload()

            ListView {
                id: list

                anchors.fill: parent
                clip: true
                reuseItems: true
                objectName: "poolList"
                model: pool
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Public pool")

                // `tier` is the row's own property; the model fills it by its name.
                delegate: ListRow {
                    id: entry

                    required property string recordId
                    required property string name
                    required tier
                    required property string city
                    required property string industry
                    required property string how
                    required property string why
                    required property string formerOwner
                    required property string barred
                    required property string syncMark
                    required property bool waiting
                    required property var pooledAt
                    required property var lastContactAt

                    readonly property bool open: barred === "" && !waiting
                    readonly property var about: [city, industry, Labels.choice("listing", "pool_kind", how), why,
                        formerOwner === "" ? "" : qsTr("formerly %1").arg(formerOwner),
                        lastContactAt === undefined ? "" : qsTr("last contact %1").arg(Format.day(lastContactAt))]

                    width: ListView.view.width
                    density: ListRow.Rich
                    leftPadding: Theme.pageMargin
                    rightPadding: Theme.pageMargin
                    squareIcon: "pool"
                    title: name
                    subtitle: waiting ? qsTr("Your claim waits for the server") : barred !== "" ? page.barredWords(barred)
                        : about.filter(word => word !== "").join(Format.chinese ? "，" : ", ")
                    dotStatus: waiting ? "waiting" : barred !== "" ? "later" : ""
                    status: syncMark
                    timeText: pooledAt === undefined ? "" : Format.relativeDay(pooledAt, new Date())
                    enabled: open
                    onClicked: page.ask(recordId, name)

                    ActionButton {
                        anchors.verticalCenter: parent?.verticalCenter
                        visible: entry.open
                        objectName: "claim"
                        kind: ActionButton.Tint
                        text: qsTr("Claim")
                        Accessible.name: text + (Format.chinese ? "：" : ": ") + entry.name
                        onClicked: page.ask(entry.recordId, entry.name)
                    }
                }

                ScrollLine {
                    view: list
                }
            }
        }
    }
}
