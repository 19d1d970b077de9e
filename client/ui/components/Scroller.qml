import QtQuick

// A page that scrolls, with a thin bar at its right.
Flickable {
    id: scroller

    clip: true
    contentWidth: width
    boundsBehavior: Flickable.StopAtBounds
    flickableDirection: Flickable.VerticalFlick
    pixelAligned: true

    ScrollLine {
        view: scroller
    }
}
