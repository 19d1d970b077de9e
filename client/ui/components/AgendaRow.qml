import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme

// An appointment or reminder in a day's list: time and length, the bar of its kind, what and where.
Pressable {
    id: row

    property string startText
    property string lengthText
    property string title
    property string subtitle
    property string kindName: "visit"
    property bool repeats: false
    property bool done: false
    property bool divided: true
    default property alias trailing: slot.data

    implicitWidth: 280
    implicitHeight: Theme.grown(Theme.sizeRow, 42)
    minimumHit: 0
    ringInset: 4
    cornerRadius: Theme.radiusControl
    text: startText + ", " + title
    Accessible.role: Accessible.ListItem
    Accessible.description: subtitle

    background: Rectangle {
        color: row.down ? Theme.pressed : row.hovered ? Theme.hover : "transparent"

        Divider {
            anchors.bottom: parent.bottom
            visible: row.divided
            width: parent.width
        }
    }

    contentItem: RowLayout {
        spacing: Theme.space12

        ColumnLayout {
            Layout.preferredWidth: Math.round(46 * Theme.textScale)
            spacing: 0

            FigureText {
                kind: Theme.bodyStrong
                text: row.startText
            }

            FigureText {
                kind: Theme.micro
                color: Theme.ink3
                text: row.lengthText
            }
        }

        Rectangle {
            implicitWidth: 3
            implicitHeight: Theme.grown(44, 22)
            radius: 1.5
            color: row.kindName === "call" ? Theme.sending : row.kindName === "reminder" ? Theme.waiting
                : row.kindName === "own" ? Theme.ink3 : Theme.accent
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            AppText {
                Layout.fillWidth: true
                elide: Text.ElideRight
                font.strikeout: row.done
                color: row.done ? Theme.ink3 : Theme.ink
                text: row.title
            }

            AppText {
                Layout.fillWidth: true
                visible: text !== ""
                elide: Text.ElideRight
                kind: Theme.small
                color: Theme.ink3
                text: row.subtitle
            }
        }

        Icon {
            visible: row.repeats
            name: "repeat"
            size: Theme.iconControl
            color: Theme.ink3
        }

        Row {
            id: slot

            visible: children.length > 0
            spacing: Theme.space8
        }
    }
}
