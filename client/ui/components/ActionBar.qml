import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme

// The bar at the foot of a page: what may be done, the one primary button last, under the right thumb (or the left). What
// is in start stands at the other end.
Rectangle {
    id: bar

    property alias start: startRow.data
    property string note
    default property alias buttons: row.data

    implicitHeight: Theme.grown(Theme.sizeActionBar, 22)
    color: Theme.surface

    Divider {
        width: parent.width
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.pageMargin
        anchors.rightMargin: Theme.pageMargin
        layoutDirection: Theme.leftHanded ? Qt.RightToLeft : Qt.LeftToRight
        spacing: Theme.space12

        Row {
            id: startRow

            spacing: Theme.space12
        }

        AppText {
            Layout.fillWidth: true
            horizontalAlignment: Theme.leftHanded ? Text.AlignLeft : Text.AlignRight
            elide: Text.ElideRight
            kind: Theme.small
            color: Theme.ink2
            text: bar.note
        }

        Row {
            id: row

            layoutDirection: Theme.leftHanded ? Qt.RightToLeft : Qt.LeftToRight
            spacing: Theme.space12
        }
    }
}
