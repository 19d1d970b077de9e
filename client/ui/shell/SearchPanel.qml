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

    visible: false
    z: 10

    function seek(text: string) {
        query = text;
        if (text !== "" && results !== null)
            visible = true;
        else if (text === "" && !ownField)
            close();
    }

    function open() {
        visible = true;
        field.forceActiveFocus(Qt.ShortcutFocusReason);
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
        border.width: panel.ownField ? 0 : 1
        border.color: Theme.lineStrong
    }

    SearchField {
        id: field

        x: Theme.pageMargin
        y: Theme.space8
        width: parent.width - 2 * x
        visible: panel.ownField
        focus: panel.ownField
        placeholderText: qsTr("Search name, pinyin, phone tail")
        onSought: text => panel.query = text
        onAbandoned: panel.close()
    }

    ComponentHost {
        id: host

        anchors.fill: parent
        anchors.topMargin: panel.ownField ? field.y + field.height + Theme.space8 : 1
        anchors.margins: 1
        active: panel.visible && panel.query !== ""
        component: panel.results
        onItemChanged: {
            if (item !== null) {
                item.anchors.fill = host;
                (item as SearchResults).closed.connect(panel.close);
            }
        }

        Binding {
            target: host.item
            property: "query"
            value: panel.query
            when: host.item !== null
        }
    }
}
