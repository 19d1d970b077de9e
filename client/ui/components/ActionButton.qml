import QtQuick
import Fieldbook.Theme

// A button with words. A reason switches it off and stands beside it: nothing is grey without a reason.
Pressable {
    id: button

    enum Kind { Primary, Tint, Secondary, Plain, Danger }

    property int kind: ActionButton.Secondary
    property string iconName
    property string trailingIconName
    property bool large: false
    property bool busy: false
    // Where there is little room: the icon alone shows, and the words are its name.
    property bool wordless: false
    property string reason

    readonly property bool off: reason !== "" || (!enabled && !busy)
    readonly property bool strong: kind === ActionButton.Primary || kind === ActionButton.Tint
    readonly property real reasonSpace: reason === "" ? 0 : reasonText.implicitWidth + Theme.space8
    readonly property color foreground: {
        if (off)
            return Theme.ink3;
        switch (kind) {
        case ActionButton.Primary:
            return Theme.inkOnAccent;
        case ActionButton.Tint:
        case ActionButton.Plain:
            return Theme.accent;
        case ActionButton.Danger:
            return Theme.refused;
        default:
            return Theme.ink;
        }
    }
    readonly property color face: {
        if (off)
            return Theme.sunken;
        switch (kind) {
        case ActionButton.Primary:
            return down ? Theme.accentPressed : hovered ? Theme.accentHover : Theme.accent;
        case ActionButton.Tint:
            return down ? Theme.pressed : Theme.accentTint;
        case ActionButton.Plain:
            return down ? Theme.pressed : hovered ? Theme.hover : "transparent";
        default:
            return down ? Theme.pressed : hovered ? Theme.hover : Theme.surface;
        }
    }

    enabled: reason === "" && !busy
    cornerRadius: large ? Theme.radiusControl48 : Theme.radiusControl
    leftPadding: large && kind !== ActionButton.Plain ? Theme.space20 : Theme.space16
    rightPadding: leftPadding + reasonSpace
    rightInset: reasonSpace
    implicitHeight: Theme.grown(large ? Theme.sizeButtonLarge : Theme.sizeButton, 22)
    Accessible.description: reason

    background: Rectangle {
        radius: button.cornerRadius
        color: button.face
        border.width: button.off || button.kind === ActionButton.Secondary
            || button.kind === ActionButton.Danger ? 1 : 0
        border.color: Theme.lineStrong
    }

    contentItem: Item {
        implicitWidth: face.implicitWidth
        implicitHeight: face.implicitHeight

        Row {
            id: face

            anchors.centerIn: parent
            spacing: Theme.space8

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: name !== ""
                name: button.busy ? "busy" : button.off && button.reason !== "" ? "lock" : button.iconName
                size: Theme.iconControl
                color: button.foreground

                SequentialAnimation on opacity {
                    running: button.busy && !Theme.reduceMotion
                    loops: Animation.Infinite
                    alwaysRunToEnd: true

                    NumberAnimation { to: 0.35; duration: 500 }
                    NumberAnimation { to: 1; duration: 500 }
                }
            }

            AppText {
                anchors.verticalCenter: parent.verticalCenter
                visible: text !== "" && !button.wordless
                kind: button.strong ? Theme.bodyStrong : Theme.body
                color: button.foreground
                text: button.text
            }

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: name !== ""
                name: button.trailingIconName
                size: Theme.iconControl
                color: button.foreground
            }
        }
    }

    AppText {
        id: reasonText

        visible: button.reason !== ""
        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        kind: Theme.small
        color: Theme.ink2
        text: button.reason
        Accessible.ignored: true
    }
}
