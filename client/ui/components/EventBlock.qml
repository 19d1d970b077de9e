import QtQuick
import Fieldbook.Theme

// An appointment in the week: its height is its length (hourHeight an hour). kindName: visit, call, own, reminder.
Pressable {
    id: event

    property string title
    property string place
    property string kindName: "visit"
    property bool done: false

    readonly property color ink: kindName === "call" ? Theme.sending : kindName === "reminder" ? Theme.tierVip
        : kindName === "own" ? Theme.ink3 : Theme.accent
    readonly property color tint: kindName === "call" ? Theme.sendingTint : kindName === "reminder" ? Theme.tierVipTint
        : kindName === "own" ? Theme.sunken : Theme.accentTint

    implicitWidth: 118
    implicitHeight: Theme.sizeCalendarHour
    minimumHit: 0
    cornerRadius: 6
    text: done ? qsTr("%1, done").arg(title) : title
    Accessible.description: place

    background: Rectangle {
        radius: 6
        color: event.down ? Theme.pressed : event.tint
        clip: false

        Rectangle {
            width: 6
            height: parent.height
            radius: 6
            color: event.ink
        }

        Rectangle {
            x: 3
            width: 4
            height: parent.height
            color: event.down ? Theme.pressed : event.tint
        }
    }

    contentItem: Item {
        clip: true

        Icon {
            id: tick

            x: 10
            y: 5
            visible: event.done
            name: "circleCheck"
            size: 13
            color: event.ink
        }

        AppText {
            id: words

            x: tick.visible ? 27 : 10
            y: 3
            width: parent.width - x - 4
            elide: Text.ElideRight
            kind: Theme.micro
            font.weight: Theme.bodyStrong.weight
            color: event.ink
            text: event.title
        }

        AppText {
            x: 10
            y: 3 + words.height
            width: parent.width - x - 4
            visible: event.height >= y + height
            elide: Text.ElideRight
            kind: Theme.micro
            color: Theme.ink2
            text: event.place
        }
    }
}
