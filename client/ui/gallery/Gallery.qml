import QtQuick
import Fieldbook.Theme
import Fieldbook.Components

// The window of the gallery: the page chosen, and above it (unless it is drawn to a file) the switches for what all pages
// must stand: light and dark, the two languages, larger text.
Window {
    id: gallery

    property string page: "overview"
    property bool switchesShown: true
    readonly property bool framed: gallery.page !== "overview" && gallery.page !== "more"
    readonly property var scales: [1, 1.15, 1.3, 2]
    readonly property var pages: ["overview", "more", "shell", "sheet", "dialog", "menu", "keypad"]

    signal languageChosen(string code)

    visible: true
    title: qsTr("Fieldbook components")
    color: Theme.canvas

    Binding {
        target: Theme
        property: "windowWidth"
        value: gallery.width
    }

    Row {
        id: switches

        x: Theme.space16
        y: Theme.space8
        visible: gallery.switchesShown
        height: visible ? implicitHeight + 2 * Theme.space8 : 0
        spacing: Theme.space12

        Segmented {
            label: qsTr("Page")
            segments: gallery.pages.map(name => ({ "text": name }))
            currentIndex: gallery.pages.indexOf(gallery.page)
            onSelected: index => gallery.page = gallery.pages[index]
        }

        Segmented {
            label: qsTr("Theme")
            segments: [{ "text": qsTr("light") }, { "text": qsTr("dark") }]
            currentIndex: Theme.dark ? 1 : 0
            onSelected: index => Theme.dark = index === 1
        }

        Segmented {
            label: qsTr("Language")
            segments: [{ "text": "中文" }, { "text": "English" }]
            currentIndex: Format.chinese ? 0 : 1
            onSelected: index => gallery.languageChosen(index === 0 ? "zh_CN" : "en")
        }

        Segmented {
            label: qsTr("Text size")
            segments: gallery.scales.map(scale => ({ "text": Math.round(scale * 100) + " %" }))
            currentIndex: gallery.scales.indexOf(Theme.textScale)
            onSelected: index => Theme.textScale = gallery.scales[index]
        }
    }

    Scroller {
        id: scroll

        anchors.fill: parent
        anchors.topMargin: switches.height
        visible: !gallery.framed
        contentHeight: paged.implicitHeight

        Loader {
            id: paged

            width: scroll.width
            active: !gallery.framed
            source: gallery.page === "more" ? "MorePage.qml" : "OverviewPage.qml"
        }
    }

    Loader {
        anchors.fill: parent
        anchors.topMargin: switches.height
        active: gallery.framed
        source: gallery.page === "shell" ? "ShellDemo.qml" : "FloatingDemo.qml"
        onLoaded: {
            if (item instanceof FloatingDemo)
                (item as FloatingDemo).floating = gallery.page;
        }
    }
}
