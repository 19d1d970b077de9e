import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme

// The head of a record's page: who it is, previous, next, more, its buttons (inside) and the next step at the right.
ColumnLayout {
    id: header

    property string squareText
    property string squareIcon
    property string personName
    property string title
    property string tier
    property string address
    property string addressIcon: "visit"
    property string owner
    property string status
    property bool hasPrevious: false
    property bool hasNext: false
    property bool hasMore: true
    property string nextStep
    property string nextStepLabel: qsTr("Next step")
    property string nextStepStatus: "today"
    default property alias buttons: buttonRow.data

    signal previous()
    signal next()
    signal more(Item anchor)
    signal nextStepPressed()

    spacing: Theme.space12

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space16

        Square {
            visible: header.squareText !== "" || header.squareIcon !== ""
            implicitWidth: Theme.sizeSquareHeader
            accented: true
            text: header.squareText
            iconName: header.squareIcon
        }

        Avatar {
            visible: header.personName !== ""
            implicitWidth: Theme.sizeSquareHeader
            name: header.personName
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space4

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space8

                AppText {
                    Layout.fillWidth: true
                    Layout.maximumWidth: Math.ceil(implicitWidth)
                    kind: Theme.title
                    elide: Text.ElideRight
                    text: header.title
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }

                TierTag {
                    tier: header.tier
                }

                Badge {
                    visible: header.status !== ""
                    status: header.status
                }

                Item {
                    Layout.fillWidth: true
                }
            }

            Flow {
                Layout.fillWidth: true
                spacing: Theme.space12

                IconText {
                    visible: text !== ""
                    iconName: header.addressIcon
                    text: header.address
                }

                IconText {
                    visible: text !== ""
                    iconName: "person"
                    text: header.owner
                }
            }
        }

        Row {
            Layout.alignment: Qt.AlignTop
            spacing: Theme.space8

            IconButton {
                visible: !Theme.phone
                enabled: header.hasPrevious
                iconName: "previous"
                text: qsTr("Previous record")
                onClicked: header.previous()
            }

            IconButton {
                visible: !Theme.phone
                enabled: header.hasNext
                iconName: "next"
                text: qsTr("Next record")
                onClicked: header.next()
            }

            IconButton {
                id: moreButton

                visible: header.hasMore
                iconName: "more"
                text: qsTr("More about %1").arg(header.title)
                onClicked: header.more(moreButton)
            }
        }
    }

    GridLayout {
        Layout.fillWidth: true
        columns: Theme.landscape ? 2 : 1
        columnSpacing: Theme.space16
        rowSpacing: Theme.space12

        Flow {
            id: buttonRow

            Layout.fillWidth: true
            visible: children.length > 0
            spacing: Theme.space8
        }

        Row {
            visible: header.nextStep !== ""
            Layout.alignment: Theme.landscape ? Qt.AlignRight : Qt.AlignLeft
            spacing: Theme.space8

            AppText {
                anchors.verticalCenter: parent.verticalCenter
                kind: Theme.small
                color: Theme.ink3
                text: header.nextStepLabel
            }

            Pressable {
                id: step

                leftPadding: Theme.space12
                rightPadding: Theme.space12
                implicitHeight: Theme.grown(28, 20)
                cornerRadius: height / 2
                text: header.nextStep
                onClicked: header.nextStepPressed()

                background: Rectangle {
                    radius: step.cornerRadius
                    color: step.down ? Theme.pressed : Status.tint(header.nextStepStatus)
                }

                contentItem: IconText {
                    iconName: Status.icon(header.nextStepStatus)
                    color: Status.ink(header.nextStepStatus)
                    text: header.nextStep
                }
            }
        }
    }
}
