pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// The same deals as rows, by stage.
ListView {
    id: list

    required property PipelineBoard board
    readonly property var now: new Date()

    signal dealChosen(string recordId)
    signal menuRequested(string recordId, Item anchor)

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    model: board.deals
    section.property: "stage"
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Deals")

    // The first of a stage carries its heading: Qt 6.4 does not create a section.delegate of a file whose components are bound.
    delegate: Column {
        id: entry

        required property string recordId
        required property string dealName
        required property string customerName
        required property string currency
        required property string syncMark
        required property string nextStep
        required property var nextStepAt
        required property var amountMinor
        required property var expectedClose

        width: ListView.view.width

        SectionHeader {
            width: parent.width
            visible: entry.ListView.section !== entry.ListView.previousSection
            status: "today"
            title: Labels.choice("opportunity", "stage", entry.ListView.section)
        }

        ListRow {
            width: parent.width
            density: ListRow.Normal
            squareIcon: "deal"
            title: entry.dealName
            subtitle: entry.customerName + (entry.nextStepAt === undefined ? "" : (Format.chinese ? "，" : ", ") + Format.moment(entry.nextStepAt, list.now) + " " + entry.nextStep)
            status: entry.syncMark
            timeText: (entry.amountMinor === undefined ? "–" : Format.money(entry.amountMinor, entry.currency, false))
                + (entry.expectedClose === undefined || Theme.phone ? "" : "  " + Format.day(entry.expectedClose))
            timeColor: Theme.ink
            onClicked: list.dealChosen(entry.recordId)

            IconButton {
                id: more

                iconName: "more"
                text: qsTr("Move or act on %1").arg(entry.dealName)
                onClicked: list.menuRequested(entry.recordId, more)
            }
        }
    }

    ScrollLine {
        view: list
    }
}
