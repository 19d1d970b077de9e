pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme

// Stages with a bar each, values at the right and the share that goes on below. stages: [{ label, value, text, amount, note }].
Column {
    id: chart

    property var stages: []
    property string description
    readonly property real most: stages.reduce((top, stage) => Math.max(top, stage.value), 1)

    signal stagePressed(int index)

    spacing: Theme.space4
    Accessible.role: Accessible.Chart
    Accessible.name: description

    Repeater {
        model: chart.stages

        Pressable {
            id: stage

            required property var modelData
            required property int index

            width: chart.width
            implicitHeight: 24 + (note.visible ? note.height + 4 : 0)
            minimumHit: 0
            text: modelData.label + " " + (modelData.text ?? modelData.value) + " " + (modelData.amount ?? "")
            onClicked: chart.stagePressed(index)

            contentItem: Item {
                AppText {
                    id: label

                    width: Math.round(76 * Theme.textScale)
                    height: 24
                    verticalAlignment: Text.AlignVCenter
                    elide: Text.ElideRight
                    kind: Theme.small
                    text: stage.modelData.label
                }

                Item {
                    id: track

                    anchors.left: label.right
                    anchors.right: figures.left
                    anchors.rightMargin: Theme.space12
                    height: 24

                    Rectangle {
                        width: Math.max(2, track.width * stage.modelData.value / chart.most)
                        height: parent.height
                        radius: Theme.radiusTag
                        color: [Theme.chart1, Theme.chart2, Theme.chart3, Theme.chart4, Theme.chart5][Math.min(4, stage.index)]
                    }
                }

                Row {
                    id: figures

                    anchors.right: parent.right
                    height: 24
                    spacing: Theme.space12

                    FigureText {
                        anchors.verticalCenter: parent.verticalCenter
                        kind: Theme.small
                        font.weight: Theme.bodyStrong.weight
                        text: stage.modelData.text ?? stage.modelData.value
                    }

                    FigureText {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: text !== ""
                        width: Math.round(96 * Theme.textScale)
                        horizontalAlignment: Text.AlignRight
                        kind: Theme.small
                        color: Theme.ink2
                        text: stage.modelData.amount ?? ""
                    }
                }

                AppText {
                    id: note

                    x: label.width
                    y: 26
                    visible: text !== ""
                    kind: Theme.micro
                    color: Theme.ink3
                    text: stage.modelData.note ?? ""
                }
            }
        }
    }
}
