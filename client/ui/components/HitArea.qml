import QtQuick
import Fieldbook.Theme

// Given as the containmentMask of a control smaller than a fingertip: touches land from 48 dp on.
Item {
    property real minimum: Theme.sizeTouch

    anchors.centerIn: parent
    width: parent ? Math.max(parent.width, minimum) : 0
    height: parent ? Math.max(parent.height, minimum) : 0
}
