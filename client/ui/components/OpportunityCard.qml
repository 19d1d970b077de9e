import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme

// An opportunity on the board. It is moved by its handle or a long press (the board listens to grabbed) and by "Move to" in
// its menu; badges go inside, last.
Pressable {
    id: card

    property string name
    property string customer
    property string amount
    property string closeDate
    property string nextText
    property string nextStatus: "later"
    property bool selected: false
    property bool lifted: false
    default property alias badges: badgeRow.data
    readonly property alias handle: grip

    signal grabbed()
    signal menuRequested(Item anchor)

    implicitWidth: Theme.sizeBoardColumnMin - 16
    padding: Theme.space12
    topPadding: Theme.space12
    bottomPadding: Theme.space12
    leftPadding: Theme.space12 + 2
    rightPadding: Theme.space12 + 2
    cornerRadius: Theme.radiusControl48
    opacity: lifted ? 0.9 : 1
    text: name + ", " + customer + ", " + amount + ", " + nextText
    Accessible.role: Accessible.ListItem
    onPressAndHold: grabbed()
    Keys.onMenuPressed: menuRequested(grip)

    background: Rectangle {
        radius: card.cornerRadius
        color: card.down ? Theme.pressed : card.selected ? Theme.selected : card.hovered ? Theme.hover : Theme.surface
        border.width: card.lifted ? 2 : 1
        border.color: card.lifted ? Theme.accent : Theme.line
    }

    contentItem: ColumnLayout {
        spacing: Theme.space8 - 2

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space8

            AppText {
                Layout.fillWidth: true
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                kind: Theme.bodyStrong
                lineHeight: Math.round(20 * Theme.textScale)
                text: card.name
            }

            Pressable {
                id: grip

                Layout.alignment: Qt.AlignTop
                Layout.rightMargin: -6
                implicitWidth: 28
                implicitHeight: 24
                focusPolicy: Qt.TabFocus
                text: qsTr("Move or act on %1").arg(card.name)
                onClicked: card.menuRequested(grip)

                contentItem: Item {
                    Icon {
                        anchors.centerIn: parent
                        name: "move"
                        size: Theme.iconControl
                        color: Theme.ink2
                    }
                }
            }
        }

        AppText {
            Layout.fillWidth: true
            elide: Text.ElideRight
            kind: Theme.small
            color: Theme.ink2
            text: card.customer
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space8

            FigureText {
                Layout.fillWidth: true
                kind: Theme.heading
                text: card.amount
            }

            AppText {
                kind: Theme.micro
                color: Theme.ink2
                text: card.closeDate
            }
        }

        DotLabel {
            Layout.fillWidth: true
            visible: card.nextText !== ""
            status: card.nextStatus
            text: card.nextText
        }

        Flow {
            id: badgeRow

            Layout.fillWidth: true
            visible: children.length > 0
            spacing: Theme.space8 - 2
        }
    }
}
