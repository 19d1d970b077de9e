import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme

// A line of an order: name and total; below, price × quantity, the discount, and the old price struck through.
Pressable {
    id: line

    property string name
    property string total
    property string detail
    property string discount
    property string oldTotal
    property bool divided: true

    implicitWidth: 280
    implicitHeight: Theme.grown(59, 42)
    leftPadding: Theme.space16
    rightPadding: Theme.space16
    minimumHit: 0
    cornerRadius: 0
    ringInset: 4
    text: name + ", " + detail + ", " + discount + ", " + total
    Accessible.role: Accessible.ListItem

    background: Rectangle {
        color: line.down ? Theme.pressed : line.hovered ? Theme.hover : "transparent"

        Divider {
            anchors.bottom: parent.bottom
            visible: line.divided
            width: parent.width
        }
    }

    contentItem: ColumnLayout {
        spacing: 0

        Item {
            Layout.fillHeight: true
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space8

            AppText {
                Layout.fillWidth: true
                elide: Text.ElideRight
                text: line.name
            }

            FigureText {
                kind: Theme.bodyStrong
                text: line.total
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space8

            FigureText {
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                elide: Text.ElideRight
                kind: Theme.micro
                color: Theme.ink3
                text: line.detail
            }

            IconText {
                visible: line.discount !== ""
                kind: Theme.micro
                iconName: line.width > 240 ? "discount" : ""
                color: Theme.waiting
                text: line.discount
            }

            Item {
                Layout.fillWidth: true
            }

            FigureText {
                visible: text !== ""
                kind: Theme.micro
                font.strikeout: true
                color: Theme.ink3
                text: line.oldTotal
            }
        }

        Item {
            Layout.fillHeight: true
        }
    }
}
