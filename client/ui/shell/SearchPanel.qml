import QtQuick
import Fieldbook.Theme
import Fieldbook.Components

// Where results of a search stand: under the top bar's field, or over the page with a field of its own.
FocusScope {
    id: panel

    property Component results: null
    property bool ownField: false
    property string query

    signal closed()
    // A former search was chosen.
    signal repeated(string text)

    readonly property SearchResults shown: host.item as SearchResults

    visible: false
    z: 10

    function seek(text: string) {
        query = text;
        if (text !== "" && results !== null)
            visible = true;
        else if (text === "" && !ownField)
            close();
    }

    // With a field of its own it takes the keyboard; under the top bar that has it already.
    function open() {
        if (results === null && !ownField)
            return;
        visible = true;
        if (ownField)
            field.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    function step(by: int) {
        shown?.step(by);
    }

    function choose() {
        shown?.choose();
    }

    function repeat(text: string) {
        query = text;
        field.text = text;
        repeated(text);
    }

    function close() {
        if (!visible)
            return;
        visible = false;
        query = "";
        field.clear();
        closed();
    }

    Keys.onEscapePressed: close()

    Rectangle {
        anchors.fill: parent
        radius: panel.ownField ? 0 : Theme.radiusCard
        color: Theme.surface
    }

    SearchField {
        id: field

        x: Theme.pageMargin
        y: Theme.space8
        width: parent.width - 2 * x - leave.width
        visible: panel.ownField
        focus: panel.ownField
        placeholderText: qsTr("Search name, pinyin, phone tail")
        onSought: text => panel.query = text
        onAbandoned: panel.close()
        onStepped: by => panel.step(by)
        onAccepted: panel.choose()
    }

    ActionButton {
        id: leave

        anchors.left: field.right
        anchors.verticalCenter: field.verticalCenter
        visible: panel.ownField
        kind: ActionButton.Plain
        text: qsTr("Cancel")
        onClicked: panel.close()
    }

    ComponentHost {
        id: host

        anchors.fill: parent
        anchors.topMargin: panel.ownField ? field.y + field.height + Theme.space8 : Theme.space8
        anchors.margins: 1
        anchors.bottomMargin: panel.ownField ? 0 : Theme.space8
        active: panel.visible
        component: panel.results
        onItemChanged: {
            if (item !== null) {
                item.anchors.fill = host;
                (item as SearchResults).closed.connect(panel.close);
                (item as SearchResults).sought.connect(panel.repeat);
            }
        }

        Binding {
            target: host.item
            property: "query"
            value: panel.query
            when: host.item !== null
        }
    }

    // Drawn last: rows reach the edge.
    Rectangle {
        anchors.fill: parent
        visible: !panel.ownField
        radius: Theme.radiusCard
        color: "transparent"
        border.width: 1
        border.color: Theme.lineStrong
    }
}
