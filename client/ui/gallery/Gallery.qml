pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme
import Fieldbook.Components

// The window of the gallery: a strip of switches above, the page chosen below.
Window {
    id: gallery

    property string page: "overview"
    property bool chrome: false

    signal languageChosen(string code)

    visible: true
    title: "Fieldbook"
    color: Theme.canvas

    Binding {
        target: Theme
        property: "windowWidth"
        value: gallery.width
    }

    Scroller {
        id: scroll

        anchors.fill: parent
        contentHeight: page.implicitHeight

        OverviewPage {
            id: page

            width: scroll.width
        }
    }
}
