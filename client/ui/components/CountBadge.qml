import QtQuick
import Fieldbook.Theme

// The red number of what needs a person; nothing when there is none.
Rectangle {
    property int count: 0

    visible: count > 0
    implicitHeight: Math.round(18 * Theme.textScale)
    implicitWidth: Math.max(implicitHeight, number.implicitWidth + 10)
    radius: height / 2
    color: Theme.badge
    Accessible.ignored: true

    AppText {
        id: number

        anchors.centerIn: parent
        kind: Theme.micro
        font.weight: Theme.bodyStrong.weight
        color: Theme.inkOnBadge
        text: parent.count > 99 ? "99+" : parent.count
    }
}
