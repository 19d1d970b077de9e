import QtQuick
import QtQuick.Templates as T
import Fieldbook.Theme

// Several lines of text; it grows with them. What stands at its foot (saved at, microphone, camera) goes inside.
FieldFrame {
    id: field

    property alias text: input.text
    property string placeholder
    property real minimumLines: 3
    property int maximumLength: 20000
    default property alias footer: foot.data

    signal edited(string text)

    active: input.activeFocus
    boxHeight: Math.max(input.contentHeight, minimumLines * Theme.body.line) + 2 * Theme.space12
        + (foot.children.length > 0 ? foot.height : 0)
    onPressed: input.forceActiveFocus(Qt.MouseFocusReason)

    T.TextArea {
        id: input

        anchors.fill: parent
        anchors.bottomMargin: foot.children.length > 0 ? foot.height : 0
        focus: true
        enabled: !field.locked
        padding: Theme.space12
        wrapMode: TextEdit.Wrap
        textFormat: TextEdit.PlainText
        font: Fonts.letters(Theme.body.size, Theme.body.weight)
        color: Theme.ink
        selectionColor: Theme.accent
        selectedTextColor: Theme.inkOnAccent
        selectByMouse: true
        Accessible.role: Accessible.EditableText
        Accessible.multiLine: true
        Accessible.name: field.label
        Accessible.description: field.note
        // Tab leaves the field, as it does in every other one.
        Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        onTextChanged: {
            if (length > field.maximumLength)
                remove(field.maximumLength, length);
            else if (activeFocus)
                field.edited(text);
        }

        AppText {
            x: input.leftPadding
            y: input.topPadding
            width: input.width - input.leftPadding - input.rightPadding
            visible: input.text === "" && input.preeditText === ""
            color: Theme.ink3
            elide: Text.ElideRight
            text: field.placeholder
            Accessible.ignored: true
        }
    }

    Item {
        id: foot

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.sizeTouch
    }
}
