import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components

// One thing to know of the customer: icon, heading, and what stands below it.
ColumnLayout {
    id: section

    property string iconName
    property string title
    property color iconColor: Theme.accent
    default property alias content: column.data

    Layout.fillWidth: true
    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.space16
        spacing: Theme.space12

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 2
            name: section.iconName
            size: Theme.iconControl
            color: section.iconColor
        }

        ColumnLayout {
            id: column

            Layout.fillWidth: true
            spacing: Theme.space4

            AppText {
                Layout.fillWidth: true
                kind: Theme.small
                font.weight: Theme.bodyStrong.weight
                elide: Text.ElideRight
                text: section.title
            }
        }
    }

    Divider {
        Layout.fillWidth: true
    }
}
