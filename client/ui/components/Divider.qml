import QtQuick
import Fieldbook.Theme

// A hairline; upright when it is taller than wide.
Rectangle {
    implicitWidth: 1
    implicitHeight: 1
    color: Theme.line
}
