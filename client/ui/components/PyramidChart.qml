pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme

// Steps from few to many, each centred, its number at its right. steps: [{ label, value, text }], the smallest first.
Item {
    id: chart

    property var steps: []
    property string description
    readonly property real most: steps.reduce((top, step) => Math.max(top, step.value), 1)
    readonly property real room: width - 40

    signal stepPressed(int index)

    implicitWidth: 120
    implicitHeight: Math.max(1, steps.length) * 22
    Accessible.role: Accessible.Chart
    Accessible.name: description

    Column {
        spacing: 6

        Repeater {
            model: chart.steps

            Item {
                id: step

                required property var modelData
                required property int index

                width: chart.width
                height: (chart.height - 6 * (chart.steps.length - 1)) / chart.steps.length
                Accessible.role: Accessible.StaticText
                Accessible.name: (modelData.label ?? "") + " " + (modelData.text ?? modelData.value)

                Rectangle {
                    id: bar

                    // Squared, or the few at the top would be a hair beside the many below.
                    width: Math.max(14, chart.room * Math.sqrt(step.modelData.value / chart.most))
                    x: (chart.room - width) / 2
                    height: parent.height
                    radius: 2
                    color: [Theme.chart5, Theme.chart4, Theme.chart3, Theme.chart2, Theme.chart1][Math.min(4,
                        Math.round(step.index * 4 / Math.max(1, chart.steps.length - 1)))]
                }

                FigureText {
                    anchors.left: bar.right
                    anchors.leftMargin: Theme.space4
                    anchors.verticalCenter: parent.verticalCenter
                    kind: Theme.micro
                    color: Theme.ink2
                    text: step.modelData.text ?? step.modelData.value
                }

                TapHandler {
                    onTapped: chart.stepPressed(step.index)
                }
            }
        }
    }
}
