pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme

// Planned against done, day by day: the tall pale bar is the plan with its number above, the strong one what was done.
// days: [{ label, planned, done, past, today }].
Item {
    id: chart

    property var days: []
    property string description
    readonly property real peak: days.reduce((most, day) => Math.max(most, day.planned, day.done), 1)

    implicitWidth: 200
    implicitHeight: Theme.grown(72, 32)
    Accessible.role: Accessible.Chart
    Accessible.name: description

    Row {
        id: row

        anchors.fill: parent
        spacing: Theme.space12

        Repeater {
            model: chart.days

            Item {
                id: day

                required property var modelData
                readonly property real most: Math.max(modelData.planned, modelData.done)
                readonly property real floor: height - label.height - 2
                readonly property real room: floor - number.height

                width: (row.width - row.spacing * (chart.days.length - 1)) / chart.days.length
                height: row.height

                Rectangle {
                    id: plan

                    y: day.floor - height
                    width: parent.width
                    height: day.room * day.modelData.planned / chart.peak
                    radius: 3
                    color: day.modelData.past ? Theme.chart1 : Theme.sunken
                    border.width: day.modelData.past ? 0 : 1
                    border.color: Theme.line
                }

                Rectangle {
                    y: day.floor - height
                    width: parent.width
                    height: day.room * day.modelData.done / chart.peak
                    radius: 3
                    color: Theme.chart5
                }

                FigureText {
                    id: number

                    y: day.floor - day.room * day.most / chart.peak - height
                    anchors.horizontalCenter: parent.horizontalCenter
                    visible: day.most > 0
                    kind: Theme.micro
                    color: Theme.ink2
                    text: day.modelData.done > 0 ? day.modelData.done + "/" + day.modelData.planned : day.modelData.planned
                }

                AppText {
                    id: label

                    anchors.bottom: parent.bottom
                    anchors.horizontalCenter: parent.horizontalCenter
                    kind: Theme.micro
                    font.weight: day.modelData.today ? Theme.bodyStrong.weight : Theme.micro.weight
                    color: day.modelData.today ? Theme.accent : Theme.ink3
                    text: day.modelData.label
                }
            }
        }
    }
}
