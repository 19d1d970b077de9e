import QtQuick
import QtQuick.Shapes
import Fieldbook.Theme

// A share of a whole as an arc with the figure in its middle. value from 0 to 1; more than 1 draws a full ring.
Item {
    id: ring

    property real value: 0
    property string text: Math.round(value * 100) + "%"
    property real thickness: Math.max(6, width / 11)
    property string description

    implicitWidth: 112
    implicitHeight: implicitWidth
    Accessible.role: Accessible.Chart
    Accessible.name: description === "" ? text : description + " " + text

    Shape {
        anchors.fill: parent

        ShapePath {
            strokeColor: Theme.sunken
            strokeWidth: ring.thickness
            fillColor: "transparent"

            PathAngleArc {
                centerX: ring.width / 2
                centerY: ring.height / 2
                radiusX: (ring.width - ring.thickness) / 2
                radiusY: radiusX
                startAngle: 0
                sweepAngle: 360
            }
        }

        ShapePath {
            strokeColor: ring.value > 0 ? Theme.chart5 : "transparent"
            strokeWidth: ring.thickness
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: ring.width / 2
                centerY: ring.height / 2
                radiusX: (ring.width - ring.thickness) / 2
                radiusY: radiusX
                startAngle: -90
                sweepAngle: 360 * Math.min(1, Math.max(0, ring.value))
            }
        }
    }

    AppText {
        anchors.centerIn: parent
        kind: ring.width >= 100 ? Theme.greeting : Theme.heading
        font.pixelSize: Math.round(ring.width * 0.21)
        text: ring.text
        Accessible.ignored: true
    }
}
