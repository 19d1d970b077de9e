pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Fieldbook.Theme

// Polylines over a few hairlines, the last point marked. series: [{ values, target }], a target is drawn dashed in ochre.
Item {
    id: chart

    property var series: []
    property int gridLines: 3
    property string startLabel
    property string endLabel
    property string description: endLabel
    readonly property real inset: 5
    readonly property real low: edge(Math.min, 0)
    readonly property real high: edge(Math.max, 1)
    readonly property real plotHeight: height - (labels.visible ? labels.height + Theme.space8 : 0) - 2 * inset

    implicitWidth: 280
    implicitHeight: 104
    Accessible.role: Accessible.Chart
    Accessible.name: description

    function edge(pick: var, fallback: real): real {
        let all = [];
        for (const line of series)
            all = all.concat(line.values);
        return all.length === 0 ? fallback : pick(...all);
    }

    function place(values: var, index: int): point {
        const span = Math.max(1, values.length - 1);
        const range = high - low || 1;
        return Qt.point(inset + (width - 2 * inset) * index / span,
            inset + plotHeight * (1 - (values[index] - low) / range));
    }

    Repeater {
        model: chart.gridLines

        Rectangle {
            required property int index

            y: Math.round(chart.inset + chart.plotHeight * index / Math.max(1, chart.gridLines - 1))
            width: chart.width
            height: 1
            color: Theme.chartGrid
        }
    }

    Repeater {
        model: chart.series

        Item {
            id: line

            required property var modelData
            readonly property bool target: modelData.target ?? false
            readonly property point last: chart.place(modelData.values, modelData.values.length - 1)

            anchors.fill: parent

            Shape {
                anchors.fill: parent

                ShapePath {
                    strokeColor: line.target ? Theme.chartTarget : Theme.chart5
                    strokeWidth: line.target ? 2 : 2.5
                    strokeStyle: line.target ? ShapePath.DashLine : ShapePath.SolidLine
                    dashPattern: [2, 1.6]
                    fillColor: "transparent"
                    joinStyle: ShapePath.RoundJoin
                    capStyle: line.target ? ShapePath.FlatCap : ShapePath.RoundCap

                    PathPolyline {
                        path: line.modelData.values.map((value, index) => chart.place(line.modelData.values, index))
                    }
                }
            }

            Rectangle {
                visible: !line.target
                x: line.last.x - 5
                y: line.last.y - 5
                width: 10
                height: 10
                radius: 5
                color: Theme.chart5
            }
        }
    }

    Item {
        id: labels

        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.micro.line
        visible: chart.startLabel !== "" || chart.endLabel !== ""

        AppText {
            kind: Theme.micro
            color: Theme.ink3
            text: chart.startLabel
        }

        AppText {
            anchors.right: parent.right
            kind: Theme.micro
            color: Theme.ink2
            text: chart.endLabel
        }
    }
}
