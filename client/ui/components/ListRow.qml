import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme

// A record in a list. leading (left) and the default slot (right) take what the plain properties do not cover.
Pressable {
    id: row

    enum Density { Compact, Normal, Rich }

    property int density: ListRow.Normal
    property string title
    property string subtitle
    property string dotStatus
    property string squareText
    property string squareIcon
    property string personName
    property string tier
    property string status
    property string timeText
    property color timeColor: Theme.ink2
    property string timeIcon
    property bool selected: false
    property bool struck: false
    property bool divided: true
    property bool inCard: false
    // Title and subtitle are styled text; `text`, which is read aloud, then has to be given.
    property bool styled: false
    property alias leading: leadingSlot.data
    default property alias trailing: trailingSlot.data

    readonly property bool rich: density === ListRow.Rich
    readonly property real inset: inCard ? Theme.space4 : 0

    implicitWidth: 320
    implicitHeight: Theme.grown(density === ListRow.Compact ? Theme.sizeRowCompact
        : rich ? Theme.sizeRowRich : Theme.sizeRow, 42)
    leftPadding: Theme.space16
    rightPadding: Theme.space16
    minimumHit: 0
    cornerRadius: inCard ? Theme.radiusControl : 0
    ringInset: inCard ? 6 : 4
    text: subtitle === "" ? title : title + ", " + subtitle
    Accessible.role: Accessible.ListItem
    Accessible.name: text
    Accessible.description: status === "" ? timeText : Status.spoken(status)
    Accessible.selected: selected

    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.margins: row.inset
            radius: row.inCard ? Theme.radiusControl : 0
            color: row.down ? Theme.pressed : row.selected ? Theme.selected : row.hovered ? Theme.hover : "transparent"
        }

        Rectangle {
            visible: row.selected
            x: row.inset
            width: 3
            height: parent.height - (row.divided ? 1 : 0)
            color: Theme.accent
        }

        Divider {
            anchors.bottom: parent.bottom
            visible: row.divided
            width: parent.width
        }
    }

    contentItem: RowLayout {
        spacing: Theme.space12

        Square {
            visible: row.squareText !== "" || row.squareIcon !== ""
            text: row.squareText
            iconName: row.squareIcon
            selected: row.selected
        }

        Avatar {
            visible: row.personName !== ""
            name: row.personName
        }

        Row {
            id: leadingSlot

            visible: children.length > 0
            spacing: Theme.space8
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: row.rich ? Theme.space4 : 0

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space8

                AppText {
                    Layout.fillWidth: true
                    elide: Text.ElideRight
                    kind: row.selected ? Theme.bodyStrong : Theme.body
                    color: row.struck ? Theme.ink3 : Theme.ink
                    font.strikeout: row.struck
                    textFormat: row.styled ? Text.StyledText : Text.PlainText
                    text: row.title
                }

                TierTag {
                    visible: row.rich && row.tier !== ""
                    tier: row.tier
                }
            }

            RowLayout {
                Layout.fillWidth: true
                visible: row.subtitle !== "" || row.rich
                spacing: Theme.space8

                DotLabel {
                    Layout.fillWidth: true
                    visible: row.dotStatus !== ""
                    status: row.dotStatus
                    text: row.subtitle
                }

                AppText {
                    Layout.fillWidth: true
                    visible: row.dotStatus === ""
                    elide: Text.ElideRight
                    kind: Theme.small
                    color: Theme.ink3
                    textFormat: row.styled ? Text.StyledText : Text.PlainText
                    text: row.subtitle
                }

                AppText {
                    visible: row.rich && row.status === "" && text !== ""
                    kind: Theme.small
                    color: row.timeColor
                    text: row.timeText
                }

                Badge {
                    visible: row.rich && row.status !== ""
                    status: row.status
                }
            }
        }

        Badge {
            visible: !row.rich && row.status !== ""
            status: row.status
        }

        TierTag {
            visible: !row.rich && row.tier !== ""
            tier: row.tier
        }

        Row {
            visible: !row.rich && row.timeText !== ""
            spacing: Theme.space8 - 2

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: name !== ""
                name: row.timeIcon
                size: Theme.iconInline
                color: row.timeColor
            }

            FigureText {
                anchors.verticalCenter: parent.verticalCenter
                kind: Theme.small
                color: row.timeColor
                text: row.timeText
            }
        }

        Row {
            id: trailingSlot

            visible: children.length > 0
            spacing: Theme.space8
        }
    }
}
