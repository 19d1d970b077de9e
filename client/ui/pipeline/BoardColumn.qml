pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// One stage of the board: what it is called, what stands in it and what it comes to, and its deals.
Rectangle {
    id: column

    required property string stage
    required property int index
    required property real winRate
    required property int dealCount
    required property real amountMinor
    required property real weightedMinor
    required property string currency
    required property StageDeals deals

    property bool isTarget: false
    // The deal that is being dragged, wherever it came from.
    property string liftedId
    property bool dragging: false
    readonly property var now: new Date()
    readonly property var ramp: [Theme.chart1, Theme.chart2, Theme.chart3, Theme.chart4, Theme.chart5]

    signal dealChosen(string recordId)
    signal menuRequested(string recordId, Item anchor)
    signal lifted(var deal, point at)
    signal carried(point at)
    signal dropped(point at)

    radius: Theme.radiusCard
    color: isTarget ? Theme.selected : Theme.sunken
    border.width: isTarget ? 2 : 0
    border.color: Theme.accent
    Accessible.role: Accessible.List
    Accessible.name: title.text

    function nextText(step: string, at: var, entered: var): string {
        if (at !== undefined)
            return Format.moment(at, now) + " " + step;
        if (step !== "")
            return step;
        return entered === undefined ? "" : qsTr("%n day(s) in this stage", "", Math.max(0, Format.daysBetween(entered, now)));
    }

    function nextStatus(at: var): string {
        if (at === undefined)
            return "later";
        const days = Format.daysBetween(now, at);
        return at < now && days < 0 ? "overdue" : days === 0 ? "today" : "later";
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: Theme.space12
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space12 + 2
            Layout.rightMargin: Theme.space12 + 2
            spacing: Theme.space8

            AppText {
                id: title

                Layout.maximumWidth: column.width - 110
                elide: Text.ElideRight
                kind: Theme.bodyStrong
                text: Labels.choice("opportunity", "stage", column.stage)
            }

            AppText {
                Layout.fillWidth: true
                kind: Theme.small
                color: Theme.ink3
                text: Format.count(column.dealCount)
            }

            FigureText {
                kind: Theme.small
                color: Theme.ink2
                text: Math.round(column.winRate / 100) + "%"
            }
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space12 + 2
            Layout.rightMargin: Theme.space12 + 2
            spacing: Theme.space8

            FigureText {
                Layout.fillWidth: true
                kind: Theme.small
                color: Theme.ink2
                text: Format.money(column.amountMinor, column.currency, false)
            }

            FigureText {
                kind: Theme.micro
                color: Theme.ink3
                visible: column.amountMinor > 0
                text: "≈ " + Format.money(Math.round(column.weightedMinor / 100) * 100, column.currency, false)
                Accessible.name: qsTr("Weighted %1").arg(text)
            }
        }

        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: 4
            Layout.margins: Theme.space12 + 2
            Layout.topMargin: Theme.space8
            Layout.bottomMargin: Theme.space12
            radius: 2
            color: column.ramp[Math.min(column.index, column.ramp.length - 1)]
        }

        ListView {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.space8
            Layout.rightMargin: Theme.space8
            clip: true
            spacing: Theme.space8
            bottomMargin: Theme.space8
            boundsBehavior: Flickable.StopAtBounds
            // A card that is being carried must not scroll what it is carried over.
            interactive: !column.dragging
            model: column.deals

            delegate: OpportunityCard {
                id: card

                required property string recordId
                required property string dealName
                required property string customerName
                required property string currency
                required property string syncMark
                required property string nextStep
                required property var nextStepAt
                required property var stageEnteredAt
                required property var amountMinor
                required property var expectedClose

                width: ListView.view.width
                name: dealName
                customer: customerName
                amount: amountMinor === undefined ? qsTr("No amount yet") : Format.money(amountMinor, currency, false)
                closeDate: expectedClose === undefined ? "" : Format.day(expectedClose)
                nextText: column.nextText(nextStep, nextStepAt, stageEnteredAt)
                nextStatus: column.nextStatus(nextStepAt)
                opacity: column.liftedId === recordId ? 0.4 : 1
                onClicked: column.dealChosen(recordId)
                onGrabbed: lift(hold.point.scenePosition)
                onMenuRequested: anchor => {
                    if (column.liftedId === "")
                        column.menuRequested(recordId, anchor);
                }

                function lift(at: point) {
                    column.lifted({
                        "recordId": recordId,
                        "name": dealName,
                        "customer": customerName,
                        "amount": amount,
                        "closeDate": closeDate,
                        "width": width
                    }, at);
                }

                Badge {
                    visible: card.syncMark !== ""
                    status: card.syncMark
                }

                // Follows the finger without taking it from the card, so that press, menu and scrolling stay as they are
                // until the card is lifted.
                PointHandler {
                    id: hold

                    acceptedDevices: PointerDevice.AllDevices
                    onPointChanged: {
                        if (active && column.liftedId === card.recordId)
                            column.carried(point.scenePosition);
                    }
                    onActiveChanged: {
                        if (!active && column.liftedId === card.recordId)
                            column.dropped(hold.point.scenePosition);
                    }
                }

                DragHandler {
                    id: pull

                    parent: card.handle
                    target: null
                    grabPermissions: PointerHandler.CanTakeOverFromAnything
                    onActiveChanged: {
                        if (active)
                            card.lift(centroid.scenePosition);
                        else if (column.liftedId === card.recordId)
                            column.dropped(centroid.scenePosition);
                    }
                    onCentroidChanged: {
                        if (active)
                            column.carried(centroid.scenePosition);
                    }
                }
            }

            AppText {
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.space16
                visible: column.dealCount === 0
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                kind: Theme.small
                color: Theme.ink3
                text: qsTr("Nothing in this stage")
            }

            ScrollLine {
                view: list
            }
        }
    }
}
