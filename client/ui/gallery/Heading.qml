import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components

// The name of a group of components and the line beside it.
RowLayout {
    property alias text: words.text

    Layout.fillWidth: true
    Layout.topMargin: Theme.space12
    spacing: Theme.space8

    AppText {
        id: words

        kind: Theme.micro
        font.weight: Theme.bodyStrong.weight
        color: Theme.accent
    }

    Divider {
        Layout.fillWidth: true
    }
}
