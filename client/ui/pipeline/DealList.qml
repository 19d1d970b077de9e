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
    section.delegate: SectionHeader {
        required property string section

        width: ListView.view?.width ?? 0
        status: "today"
        title: Labels.choice("opportunity", "stage", section)
    }
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Deals")

    delegate: ListRow {
        id: row

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
        density: ListRow.Normal
        squareIcon: "deal"
        title: dealName
        subtitle: customerName + (nextStepAt === undefined ? "" : (Format.chinese ? "，" : ", ") + Format.moment(nextStepAt, list.now) + " " + nextStep)
        status: syncMark
        timeText: (amountMinor === undefined ? "–" : Format.money(amountMinor, currency, false))
            + (expectedClose === undefined || Theme.phone ? "" : "  " + Format.day(expectedClose))
        timeColor: Theme.ink
        onClicked: list.dealChosen(recordId)

        IconButton {
            id: more

            iconName: "more"
            text: qsTr("Move or act on %1").arg(row.dealName)
            onClicked: list.menuRequested(row.recordId, more)
        }
    }

    ScrollLine {
        view: list
    }
}
