import QtQuick

// One entry of the main menu and the page it opens. The page is made when it is first wanted and then kept, so that coming
// back finds selection, scroll and half-filled forms as they were.
QtObject {
    required property string key
    required property string text
    required property string iconName
    required property Component page
    property int badge: 0
    property bool lower: false
    property bool inBottomBar: false
}
