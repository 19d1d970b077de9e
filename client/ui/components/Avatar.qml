import QtQuick
import Fieldbook.Theme

// A person: the first character of a Chinese name, the initials of any other.
Rectangle {
    id: avatar

    property string name
    property color ink: Theme.accent
    property color tint: Theme.accentTint

    implicitWidth: Theme.grown(Theme.sizeAvatar, 16)
    implicitHeight: implicitWidth
    radius: width / 2
    color: tint
    Accessible.ignored: true

    // A Chinese name gives its first character, any other its initials.
    function initials(whole) {
        const words = whole.trim().split(/\s+/);
        const first = String(words[0]).slice(0, 1);
        if (words.length < 2 || first.charCodeAt(0) > 0x2e7f)
            return first.toUpperCase();
        return (first + String(words[words.length - 1]).slice(0, 1)).toUpperCase();
    }

    AppText {
        anchors.centerIn: parent
        kind: Theme.bodyStrong
        font.pixelSize: Math.round(avatar.width * 0.39)
        lineHeight: Math.round(avatar.width * 0.56)
        color: avatar.ink
        text: avatar.initials(avatar.name)
    }
}
