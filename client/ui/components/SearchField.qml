import QtQuick
import QtQuick.Templates as T
import Fieldbook.Theme

// Where a search is typed. sought(text) follows the typing; Esc empties it, then gives the keyboard back.
T.TextField {
    id: field

    property bool sunken: false
    property string keyHint

    signal sought(string text)
    signal abandoned()
    // Down and Up, for a list of results below while the keyboard stays here; accepted() chooses.
    signal stepped(int by)

    implicitWidth: Theme.sizeSearchWidth
    implicitHeight: Theme.grown(Theme.sizeSearchHeight, 22)
    leftPadding: Theme.space12 + Theme.iconControl + Theme.space8
    rightPadding: 40
    verticalAlignment: TextInput.AlignVCenter
    font: Fonts.letters(Theme.body.size - 1, Theme.body.weight)
    color: Theme.ink
    selectionColor: Theme.accent
    selectedTextColor: Theme.inkOnAccent
    selectByMouse: true
    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
    Accessible.name: placeholderText
    onTextEdited: sought(text)
    Keys.onDownPressed: stepped(1)
    Keys.onUpPressed: stepped(-1)
    Keys.onEscapePressed: event => {
        if (text === "") {
            field.focus = false;
            field.abandoned();
            event.accepted = false;
        } else {
            field.empty();
        }
    }

    function empty() {
        clear();
        sought("");
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: field.sunken ? Theme.sunken : Theme.surface
        border.width: field.activeFocus ? 2 : field.sunken ? 0 : 1
        border.color: field.activeFocus ? Theme.focus : Theme.lineStrong
    }

    Icon {
        x: Theme.space12
        anchors.verticalCenter: parent.verticalCenter
        name: "search"
        size: Theme.iconControl
        color: Theme.ink3
    }

    AppText {
        x: field.leftPadding
        // Nothing to clear yet, so its place is free.
        width: field.width - field.leftPadding - (field.keyHint === "" ? Theme.space12 : field.rightPadding)
        anchors.verticalCenter: parent.verticalCenter
        visible: field.text === "" && field.preeditText === ""
        font.pixelSize: Theme.body.size - 1
        elide: Text.ElideRight
        color: Theme.ink3
        text: field.placeholderText
        Accessible.ignored: true
    }

    Rectangle {
        anchors.right: parent.right
        anchors.rightMargin: Theme.space12
        anchors.verticalCenter: parent.verticalCenter
        visible: field.keyHint !== "" && field.text === "" && !field.activeFocus
        width: 18
        height: 20
        radius: Theme.radiusTag
        color: "transparent"
        border.width: 1
        border.color: Theme.lineStrong

        AppText {
            anchors.centerIn: parent
            kind: Theme.micro
            color: Theme.ink3
            text: field.keyHint
        }
    }

    IconButton {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: field.text !== ""
        focusPolicy: Qt.NoFocus
        iconName: "close"
        iconSize: Theme.iconInline
        text: qsTr("Clear the search")
        onClicked: field.empty()
    }
}
