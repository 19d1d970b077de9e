pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// The day's visits in their order, three to five across the page; the rest by scrolling.
ListView {
    id: strip

    required property TodayVisits visits
    required property string nextId
    required property var now

    readonly property int across: Math.max(3, Math.min(5, count))

    signal visitChosen(string visitId)

    implicitHeight: Theme.grown(94, 60)
    orientation: ListView.Horizontal
    spacing: Theme.space8
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    model: visits
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Visits of the day")

    delegate: Pressable {
        id: stop

        required property string recordId
        required property string customerName
        required property string visitState
        required property string kind
        required property var plannedAt
        required property var checkInAt
        required property var checkOutAt
        required property string syncMark

        readonly property bool isNext: recordId === strip.nextId
        readonly property bool done: visitState === "done"
        readonly property bool overdue: visitState === "planned" && plannedAt !== undefined && plannedAt < strip.now

        width: Math.max(150, (strip.width - (strip.across - 1) * strip.spacing) / strip.across)
        height: strip.height
        padding: Theme.space16
        text: customerName
        onClicked: strip.visitChosen(recordId)

        background: Rectangle {
            radius: Theme.radiusCard
            color: stop.down ? Theme.pressed : stop.isNext ? Theme.accentTint : Theme.surface
            border.width: 1
            border.color: stop.isNext ? Theme.accent : Theme.line
        }

        contentItem: Column {
            spacing: 2

            Item {
                width: parent.width
                height: Theme.grown(22, 22)

                FigureText {
                    anchors.verticalCenter: parent.verticalCenter
                    kind: Theme.bodyStrong
                    color: stop.overdue ? Theme.overdue : stop.isNext ? Theme.accent : stop.done ? Theme.ink3 : Theme.ink
                    text: stop.plannedAt === undefined ? (stop.checkInAt === undefined ? "–" : Format.time(stop.checkInAt)) : Format.time(stop.plannedAt)
                }

                Icon {
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    visible: stop.done
                    name: "done"
                    size: Theme.iconInline
                    color: Theme.won
                }

                AppText {
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    visible: stop.isNext && !stop.done
                    kind: Theme.micro
                    font.weight: Theme.bodyStrong.weight
                    color: Theme.accent
                    text: stop.visitState === "in_progress" ? qsTr("Now") : qsTr("Next")
                }
            }

            AppText {
                width: parent.width
                elide: Text.ElideRight
                color: stop.done ? Theme.ink2 : Theme.ink
                text: stop.customerName
            }

            AppText {
                width: parent.width
                elide: Text.ElideRight
                kind: Theme.micro
                color: stop.overdue ? Theme.overdue : Theme.ink3
                text: stop.overdue ? Status.word("overdue") : stop.done && stop.checkInAt !== undefined && stop.checkOutAt !== undefined
                    ? Labels.choice("visit", "kind", stop.kind) + (Format.chinese ? "，" : ", ")
                        + qsTr("%1 minutes").arg(Math.round((stop.checkOutAt - stop.checkInAt) / 60000))
                    : Labels.choice("visit", "state", stop.visitState)
            }
        }
    }
}
