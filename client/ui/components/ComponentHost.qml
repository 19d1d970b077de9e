import QtQuick

// Holds what a component makes. A Loader of Qt 6.4 refuses components written in a file with "pragma ComponentBehavior: Bound"
// because it makes them in a context of its own; this makes them in theirs.
FocusScope {
    id: host

    property Component component: null
    property bool active: true
    property var properties: ({})
    readonly property Item item: made
    property Item made: null

    implicitWidth: made ? made.implicitWidth : 0
    implicitHeight: made ? made.implicitHeight : 0
    onComponentChanged: renew()
    onActiveChanged: renew()
    Component.onCompleted: renew()

    function renew() {
        if (made !== null)
            made.destroy();
        made = null;
        if (active && component !== null)
            made = component.createObject(host, properties) as Item;
    }
}
