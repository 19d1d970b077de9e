pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme

// Planned against done, day by day: the tall pale bar is the plan, the strong one what was done. days: [{ label, planned,
// done, past, today }].
Item {
    id: chart

    property var days: []
    property string description
    readonly property real peak: days.reduce((most, day) => Math.max(most, day.planned, day.done), 1)

    implicitWidth: 200
    implicitHeight: 72
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
                readonly property real room: height - label.height - 2

                width: (row.width - row.spacing * (chart.days.length - 1)) / chart.days.length
                height: row.height

                Rectangle {
                    id: plan

                    y: day.room - height
                    width: parent.width
                    height: day.room * day.modelData.planned / chart.peak
                    radius: 3
                    color: day.modelData.past ? Theme.chart1 : Theme.sunken
                }

                Rectangle {
                    y: day.room - height
                    width: parent.width
                    height: day.room * day.modelData.done / chart.peak
                    radius: 3
                    color: Theme.chart5
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
