pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// A customer's opportunities, with how far each has come.
Card {
    id: card

    required property AppContext app
    required property string customerId
    property bool alsoClosed: false

    signal recordOpened(string type, string recordId)

    padding: Theme.space16
    gap: Theme.space12

    OpportunityListModel {
        id: deals

        app: card.app
        recordId: card.customerId
        alsoClosed: card.alsoClosed
    }

    CardHeader {
        Layout.fillWidth: true
        title: qsTr("Deals")
        count: deals.count
    }

    StateView {
        Layout.fillWidth: true
        phase: deals.state
        skeletonRows: 2
        emptyIcon: "deal"
        emptyTitle: qsTr("No deals yet")
        failedCode: deals.errorCode
        onRetried: deals.reload()

        Column {
            width: parent.width
            spacing: Theme.space12

            Repeater {
                model: deals

                Pressable {
                    id: deal

                    required property string recordId
                    required property string name
                    required property string stage
                    required property string currency
                    required property string syncMark
                    required property var amountMinor
                    required property var expectedClose
                    required property var winRate

                    width: parent?.width ?? 0
                    text: name
                    onClicked: card.recordOpened("opportunity", recordId)

                    contentItem: ColumnLayout {
                        spacing: Theme.space4

                        RowLayout {
                            Layout.fillWidth: true
                            spacing: Theme.space8

                            AppText {
                                Layout.fillWidth: true
                                elide: Text.ElideRight
                                text: deal.name
                            }

                            Badge {
                                visible: deal.syncMark !== ""
                                status: deal.syncMark
                            }

                            FigureText {
                                visible: deal.amountMinor !== undefined
                                text: deal.amountMinor === undefined ? "" : Format.money(deal.amountMinor, deal.currency, false)
                            }
                        }

                        MeterBar {
                            Layout.fillWidth: true
                            visible: deal.stage !== "lost"
                            value: deal.winRate / 10000
                            ink: deal.stage === "won" ? Theme.won : Theme.accent
                            description: qsTr("Win rate of %1").arg(deal.name)
                        }

                        RowLayout {
                            Layout.fillWidth: true

                            AppText {
                                Layout.fillWidth: true
                                kind: Theme.micro
                                color: Theme.ink3
                                text: Labels.choice("opportunity", "stage", deal.stage) + " " + Math.round(deal.winRate / 100) + "%"
                            }

                            AppText {
                                visible: deal.expectedClose !== undefined
                                kind: Theme.micro
                                color: Theme.ink3
                                text: deal.expectedClose === undefined ? "" : qsTr("Expected %1").arg(Format.day(deal.expectedClose))
                            }
                        }
                    }
                }
            }
        }
    }
}
