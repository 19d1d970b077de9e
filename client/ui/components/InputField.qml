import QtQuick
import QtQuick.Templates as T
import Fieldbook.Theme

// One line of text. edited(text) comes with each change the person makes, never with one made by a program.
FieldFrame {
    id: field

    property alias text: input.text
    property alias placeholder: input.placeholderText
    property alias inputMethodHints: input.inputMethodHints
    property alias validator: input.validator
    property alias echoMode: input.echoMode
    property alias maximumLength: input.maximumLength
    property alias horizontalAlignment: input.horizontalAlignment
    property alias cursorPosition: input.cursorPosition
    property string prefix
    property bool figures: false

    signal edited(string text)
    signal accepted()
    signal finished()

    active: input.activeFocus
    onPressed: input.forceActiveFocus(Qt.MouseFocusReason)

    function selectAll() {
        input.selectAll();
    }

    AppText {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: Theme.space12
        anchors.verticalCenter: parent.verticalCenter
        visible: field.prefix !== ""
        font.family: Theme.figuresFamily
        text: field.prefix
    }

    T.TextField {
        id: input

        anchors.fill: parent
        focus: true
        enabled: !field.locked
        leftPadding: Theme.space12 + (mark.visible ? mark.width : 0)
        rightPadding: Theme.space12
        verticalAlignment: TextInput.AlignVCenter
        font: field.figures || field.prefix !== "" ? Fonts.figures(Theme.body.size, Theme.body.weight)
            : Fonts.letters(Theme.body.size, Theme.body.weight)
        color: Theme.ink
        placeholderTextColor: Theme.ink3
        selectionColor: Theme.accent
        selectedTextColor: Theme.inkOnAccent
        selectByMouse: true
        Accessible.name: field.label
        Accessible.description: field.note
        onTextEdited: field.edited(text)
        onAccepted: field.accepted()
        onEditingFinished: field.finished()

        AppText {
            x: input.leftPadding
            width: input.width - input.leftPadding - input.rightPadding
            anchors.verticalCenter: parent.verticalCenter
            visible: input.text === "" && input.preeditText === ""
            elide: Text.ElideRight
            color: Theme.ink3
            text: input.placeholderText
            Accessible.ignored: true
        }
    }
}
