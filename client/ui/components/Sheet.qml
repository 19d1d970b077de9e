import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Fieldbook.Theme

// From the bottom on a phone, from the side on a tablet: quick add, related records. What is inside scrolls; footer stays.
T.Popup {
    id: sheet

    property string title
    property real gap: Theme.space16
    default property alias content: column.data
    property alias footer: foot.data
    // Why what was asked for here was refused; a toast would lie under the sheet.
    property string refusal

    readonly property bool fromBottom: Theme.phone
    readonly property real below: 16

    parent: T.Overlay.overlay
    x: fromBottom ? 0 : (parent ? parent.width : 0) - width
    y: fromBottom ? (parent ? parent.height : 0) - height + below : 0
    width: fromBottom ? (parent ? parent.width : 0) : Theme.sizeSideSheet
    height: {
        const whole = parent ? parent.height : 0;
        return fromBottom ? Math.min(whole - 40, column.implicitHeight + chrome.height + trouble.height + foot.implicitHeight + 80) + below : whole;
    }
    modal: true
    focus: true
    onAboutToShow: refusal = ""
    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }

    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.motionFade }
        NumberAnimation {
            property: sheet.fromBottom ? "y" : "x"
            from: sheet.fromBottom ? sheet.y + 60 : sheet.x + 60
            duration: Theme.motionSheet
            easing.type: Easing.BezierSpline
            easing.bezierCurve: Theme.easeOut
        }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.motionFade }
    }

    background: Rectangle {
        radius: sheet.fromBottom ? Theme.radiusSheet : 0
        color: Theme.surface
        Accessible.role: Accessible.Dialog
        Accessible.name: sheet.title

        Divider {
            visible: !sheet.fromBottom
            width: 1
            height: parent.height
        }
    }

    contentItem: Item {
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.space8
            visible: sheet.fromBottom
            width: 36
            height: 4
            radius: 2
            color: Theme.lineStrong
        }

        RowLayout {
            id: chrome

            x: Theme.space16
            y: sheet.fromBottom ? Theme.space24 : Theme.space8
            width: parent.width - 2 * Theme.space16
            height: Theme.grown(48, 28)

            AppText {
                Layout.fillWidth: true
                kind: Theme.title
                elide: Text.ElideRight
                text: sheet.title
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }

            IconButton {
                iconName: "close"
                text: qsTr("Close")
                onClicked: sheet.close()
            }
        }

        Scroller {
            id: scroll

            anchors.top: chrome.bottom
            anchors.topMargin: Theme.space8
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: trouble.top
            contentHeight: column.implicitHeight + Theme.space24

            ColumnLayout {
                id: column

                x: Theme.space16
                width: scroll.width - 2 * Theme.space16
                spacing: sheet.gap
            }
        }

        Notice {
            id: trouble

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: foot.top
            anchors.leftMargin: Theme.space16
            anchors.rightMargin: Theme.space16
            anchors.bottomMargin: visible ? Theme.space8 : 0
            visible: sheet.refusal !== ""
            height: visible ? implicitHeight : 0
            objectName: "sheetRefusal"
            status: "refused"
            text: sheet.refusal
        }

        RowLayout {
            id: foot

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.leftMargin: Theme.space16
            anchors.rightMargin: Theme.space16
            anchors.bottomMargin: children.length > 0 ? Theme.space16 + (sheet.fromBottom ? sheet.below : 0) : 0
            layoutDirection: Theme.leftHanded ? Qt.RightToLeft : Qt.LeftToRight
            spacing: Theme.space12
        }
    }
}
