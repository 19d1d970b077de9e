pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// The open stages side by side. A card is carried by its handle or after a long press; while it is, won and lost lie at the
// foot. Its menu does the same without carrying.
Item {
    id: view

    required property PipelineBoard board
    // Where not all fit, the next one shows by half, so that nobody takes what is seen for all.
    readonly property int fitting: Math.floor((width + Theme.space12) / (Theme.sizeBoardColumnMin + Theme.space12))
    readonly property real columnWidth: fitting >= board.count
        ? (width - (Math.max(1, board.count) - 1) * Theme.space12) / Math.max(1, board.count)
        : Math.max(Theme.sizeBoardColumnMin, (width + Theme.space12) / (Math.max(1, fitting - 1) + 0.5) - Theme.space12)

    property var lifted: null
    property point carriedTo
    property string targetStage

    signal dealChosen(string recordId)
    signal moveRequested(string recordId, string stage)
    signal menuRequested(string recordId, Item anchor)

    function carry(scene: point) {
        carriedTo = view.mapFromItem(null, scene.x, scene.y);
        targetStage = stageAt(carriedTo);
    }

    function stageAt(at: point): string {
        if (at.y > height - ends.height) {
            if (at.x < 0 || at.x > width)
                return "";
            return at.x < width / 2 ? "won" : "lost";
        }
        const index = Math.floor((at.x + row.contentX) / (columnWidth + Theme.space12));
        const column = columns.itemAt(index) as BoardColumn;
        return column !== null && at.y >= 0 ? column.stage : "";
    }

    function drop() {
        const deal = lifted;
        const stage = targetStage;
        lifted = null;
        targetStage = "";
        if (deal !== null && stage !== "")
            moveRequested(deal.recordId, stage);
    }

    Flickable {
        id: row

        anchors.fill: parent
        clip: true
        interactive: view.lifted === null
        boundsBehavior: Flickable.StopAtBounds
        flickableDirection: Flickable.HorizontalFlick
        contentWidth: strip.width
        contentHeight: height

        Row {
            id: strip

            height: row.height
            spacing: Theme.space12

            Repeater {
                id: columns

                model: view.board

                BoardColumn {
                    id: column

                    width: view.columnWidth
                    height: row.height
                    dragging: view.lifted !== null
                    liftedId: view.lifted === null ? "" : view.lifted.recordId
                    isTarget: view.targetStage === stage
                    onDealChosen: recordId => view.dealChosen(recordId)
                    onMenuRequested: (recordId, anchor) => view.menuRequested(recordId, anchor)
                    onLifted: (deal, at) => {
                        view.lifted = deal;
                        view.carry(at);
                    }
                    onCarried: at => view.carry(at)
                    onDropped: view.drop()
                }
            }
        }
    }

    // Where the board is wider than the screen, a card held at an edge scrolls it.
    Timer {
        readonly property real edge: 56
        readonly property real pull: view.carriedTo.x < edge ? -1 : view.carriedTo.x > view.width - edge ? 1 : 0

        interval: 16
        repeat: true
        running: view.lifted !== null && pull !== 0
        onTriggered: {
            row.contentX = Math.max(0, Math.min(row.contentWidth - row.width, row.contentX + pull * 12));
            view.targetStage = view.stageAt(view.carriedTo);
        }
    }

    RowLayout {
        id: ends

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.grown(72, 22)
        visible: view.lifted !== null
        spacing: Theme.space12

        Repeater {
            model: ["won", "lost"]

            Rectangle {
                id: end

                required property string modelData

                Layout.fillWidth: true
                Layout.fillHeight: true
                radius: Theme.radiusCard
                color: Status.tint(modelData)
                border.width: view.targetStage === modelData ? 2 : 1
                border.color: view.targetStage === modelData ? Status.ink(modelData) : Theme.lineStrong

                IconText {
                    anchors.centerIn: parent
                    kind: Theme.bodyStrong
                    iconName: Status.icon(end.modelData)
                    color: Status.ink(end.modelData)
                    text: Labels.choice("opportunity", "stage", end.modelData)
                }
            }
        }
    }

    OpportunityCard {
        x: view.carriedTo.x - width / 2
        y: view.carriedTo.y - 24
        width: view.lifted === null ? view.columnWidth : view.lifted.width
        visible: view.lifted !== null
        enabled: false
        lifted: true
        name: view.lifted === null ? "" : view.lifted.name
        customer: view.lifted === null ? "" : view.lifted.customer
        amount: view.lifted === null ? "" : view.lifted.amount
        closeDate: view.lifted === null ? "" : view.lifted.closeDate
    }
}
