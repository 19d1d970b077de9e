import QtQuick

// One step of the type scale: size and line in pixels at the text size chosen, and whether figures must stand in columns.
QtObject {
    required property real size
    required property real line
    required property int weight
    required property bool figures
}
