import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme

// Title, search, sync, who is signed in. back shows when canGoBack; a page's own buttons go inside, before the chip.
Item {
    id: bar

    property string title
    property string subtitle
    property string tier
    property bool canGoBack: false
    property bool searchShown: Theme.landscape
    property bool lined: false
    property string userName
    property string searchHint: qsTr("Search name, pinyin, phone tail")
    property alias searchText: search.text
    property alias chip: chip
    default property alias actions: slot.data

    signal back()
    signal sought(string text)
    signal searchRequested()
    signal searchEntered()
    signal searchStepped(int by)
    signal searchAccepted()
    signal syncRequested()
    signal attentionRequested()
    signal userRequested()

    implicitHeight: Theme.grown(Theme.phone ? Theme.sizeTopBarPhone : Theme.sizeTopBar, 28)

    // Ctrl+K and "/" come here.
    function startSearch() {
        if (search.visible)
            search.forceActiveFocus(Qt.ShortcutFocusReason);
        else
            searchRequested();
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: bar.canGoBack ? Theme.pageMargin - 12 : Theme.pageMargin
        anchors.rightMargin: Theme.pageMargin
        spacing: Theme.space16

        IconButton {
            visible: bar.canGoBack
            Layout.rightMargin: -Theme.space8
            iconName: "back"
            iconColor: Theme.ink
            text: qsTr("Back")
            onClicked: bar.back()
        }

        Avatar {
            id: phoneUser

            visible: Theme.phone && !bar.canGoBack
            name: bar.userName

            TapHandler {
                onTapped: bar.userRequested()
            }
        }

        AppText {
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
            Layout.minimumWidth: 40
            visible: !phoneUser.visible
            kind: Theme.title
            elide: Text.ElideRight
            text: bar.title
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        TierTag {
            Layout.leftMargin: -Theme.space8
            tier: bar.tier
        }

        AppText {
            Layout.fillWidth: true
            visible: !Theme.phone && text !== ""
            elide: Text.ElideRight
            kind: Theme.small
            color: Theme.ink3
            text: bar.subtitle
        }

        Item {
            Layout.fillWidth: true
        }

        Row {
            id: slot

            visible: children.length > 0
            spacing: Theme.space8
        }

        SearchField {
            id: search

            Layout.fillWidth: true
            Layout.maximumWidth: Theme.sizeSearchWidth
            Layout.minimumWidth: 160
            Layout.preferredWidth: Theme.sizeSearchWidth
            visible: bar.searchShown
            placeholderText: bar.searchHint
            keyHint: activeFocus ? "" : "/"
            onSought: text => bar.sought(text)
            onStepped: by => bar.searchStepped(by)
            onAccepted: bar.searchAccepted()
            onPressed: bar.searchEntered()
            onActiveFocusChanged: {
                if (activeFocus)
                    bar.searchEntered();
            }
        }

        IconButton {
            visible: !bar.searchShown && !Theme.phone
            iconName: "search"
            iconSize: Theme.iconRail
            text: qsTr("Search")
            onClicked: bar.searchRequested()
        }

        SyncChip {
            id: chip

            narrow: Theme.phone && bar.canGoBack
            onOpened: bar.syncRequested()
            onAttentionOpened: bar.attentionRequested()
        }

        IconButton {
            visible: Theme.phone
            iconName: "search"
            iconSize: Theme.iconRail
            iconColor: Theme.ink2
            text: qsTr("Search")
            onClicked: bar.searchRequested()
        }

        Pressable {
            visible: !Theme.phone
            cornerRadius: width / 2
            text: qsTr("Signed in as %1").arg(bar.userName)
            onClicked: bar.userRequested()

            contentItem: Avatar {
                name: bar.userName
            }
        }
    }

    Divider {
        anchors.bottom: parent.bottom
        visible: bar.lined
        width: parent.width
    }
}
