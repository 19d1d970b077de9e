import QtQuick
import Fieldbook.Theme
import Fieldbook.Components

// A list and what is chosen in it: side by side where there is room (landscape), else one of the two. Both live on when the
// tablet is turned; only their places change.
FocusScope {
    id: panes

    property bool detailOpen: false
    property real listWidth: Theme.sizeListPane
    property alias list: listSlot.data
    property alias detail: detailSlot.data
    readonly property bool together: Theme.landscape

    FocusScope {
        id: listSlot

        width: panes.together ? panes.listWidth : panes.width
        height: panes.height
        visible: panes.together || !panes.detailOpen
        focus: visible && !panes.detailOpen

        Rectangle {
            anchors.fill: parent
            color: Theme.surface
            z: -1
        }
    }

    Divider {
        x: listSlot.width
        visible: panes.together
        width: 1
        height: panes.height
    }

    FocusScope {
        id: detailSlot

        x: panes.together ? listSlot.width + 1 : 0
        width: panes.width - x
        height: panes.height
        visible: panes.together || panes.detailOpen
        focus: visible && panes.detailOpen
    }
}
