pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme

// Upright bars with the value written above each; the last is the strong one unless highlight says otherwise. values are
// numbers, texts what is written (or nothing), labels what stands under them.
Item {
    id: chart

    property var values: []
    property var texts: []
    property var labels: []
    property int highlight: values.length - 1
    property string description
    readonly property real peak: values.reduce((most, value) => Math.max(most, value), 0)

    signal barPressed(int index)

    implicitWidth: 120
    implicitHeight: 100
    Accessible.role: Accessible.Chart
    Accessible.name: description

    Row {
        id: row

        readonly property real gap: chart.values.length > 8 ? 4 : 5

        anchors.fill: parent
        spacing: gap

        Repeater {
            model: chart.values.length

            Item {
                id: bar

                required property int index
                readonly property bool strong: index === chart.highlight
                readonly property real base: label.visible ? label.height + 2 : 0
                readonly property real room: height - base - (value.visible ? value.height : 0)

                width: (row.width - row.gap * (chart.values.length - 1)) / chart.values.length
                height: row.height

                Rectangle {
                    id: body

                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: bar.base
                    width: parent.width
                    height: chart.peak > 0 ? Math.max(1, bar.room * chart.values[bar.index] / chart.peak) : 1
                    radius: Math.min(3, height / 2)
                    color: bar.strong ? Theme.chart5 : Theme.chart2
                }

                FigureText {
                    id: value

                    anchors.horizontalCenter: parent.horizontalCenter
                    anchors.bottom: body.top
                    visible: text !== ""
                    kind: Theme.micro
                    font.weight: bar.strong ? Theme.bodyStrong.weight : Theme.micro.weight
                    color: bar.strong ? Theme.ink : Theme.ink2
                    text: chart.texts[bar.index] ?? ""
                }

                AppText {
                    id: label

                    anchors.horizontalCenter: parent.horizontalCenter
                    anchors.bottom: parent.bottom
                    visible: text !== ""
                    kind: Theme.micro
                    font.weight: bar.strong ? Theme.bodyStrong.weight : Theme.micro.weight
                    color: bar.strong ? Theme.accent : Theme.ink3
                    text: chart.labels[bar.index] ?? ""
                }

                TapHandler {
                    onTapped: chart.barPressed(bar.index)
                }
            }
        }
    }
}
