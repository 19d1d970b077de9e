import QtQuick
import Fieldbook.Theme

// A page inside the shell. What the top bar shows is said here; what the page did is said with a toast. canGoBack with
// backRequested() is for a page that has a way back inside itself, such as from the detail to the list.
FocusScope {
    property string title
    property string subtitle
    property string tier
    property bool lined: false
    property bool searchShown: true
    property bool fullScreen: false
    property bool canGoBack: false
    property Component barActions: null

    signal backRequested()
    signal said(string text, var undo)
    signal closed()

    implicitWidth: Theme.sizeListPane
    implicitHeight: Theme.sizeListPane
}
