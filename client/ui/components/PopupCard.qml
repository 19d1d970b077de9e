import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fieldbook.Theme

// A small floating card over a scrim, in the middle of the window: pickers and keypads. Esc and a touch outside close it.
T.Popup {
    id: popup

    property string title
    default property alias content: column.data

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.phone ? Theme.space12 : Theme.space20
    modal: true
    focus: true
    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }

    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.motionFade }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.motionFade }
    }

    background: Rectangle {
        radius: Theme.radiusSheet
        color: Theme.surface
        border.width: 1
        border.color: Theme.line
        Accessible.role: Accessible.Dialog
        Accessible.name: popup.title
    }

    contentItem: ColumnLayout {
        id: column

        spacing: Theme.space16

        AppText {
            visible: popup.title !== ""
            kind: Theme.heading
            text: popup.title
        }
    }
}
