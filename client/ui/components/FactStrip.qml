pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme

// The few figures that matter, side by side in one card; two by two on a phone. facts: [{ label, value, note, status }]. Places
// them itself: a layout of Qt 6.4 that is measured while its items are made anew reaches for those that are gone.
Card {
    id: strip

    property var facts: []
    readonly property int across: Theme.phone ? 2 : Math.max(1, facts.length)
    readonly property real factHeight: 2 * Theme.micro.line + Theme.figure.line + 22

    Item {
        id: places

        Layout.fillWidth: true
        implicitHeight: Math.ceil(strip.facts.length / strip.across) * strip.factHeight

        Repeater {
            model: strip.facts

            Item {
                id: fact

                required property var modelData
                required property int index

                x: index % strip.across * width
                y: Math.floor(index / strip.across) * height
                width: places.width / strip.across
                height: strip.factHeight

                Column {
                    x: Theme.space16
                    y: 11
                    width: parent.width - 2 * Theme.space16

                    AppText {
                        width: parent.width
                        elide: Text.ElideRight
                        kind: Theme.micro
                        color: Theme.ink3
                        text: fact.modelData.label
                    }

                    FigureText {
                        width: parent.width
                        elide: Text.ElideRight
                        kind: Theme.figure
                        color: fact.modelData.status ? Status.ink(fact.modelData.status) : Theme.ink
                        text: fact.modelData.value
                    }

                    AppText {
                        width: parent.width
                        elide: Text.ElideRight
                        kind: Theme.micro
                        color: Theme.ink2
                        text: fact.modelData.note ?? ""
                    }
                }

                Divider {
                    visible: Theme.phone ? fact.index % 2 === 0 : fact.index < strip.facts.length - 1
                    anchors.right: parent.right
                    width: 1
                    height: parent.height
                }

                Divider {
                    visible: Theme.phone && fact.index < strip.facts.length - 2
                    anchors.bottom: parent.bottom
                    width: parent.width
                }
            }
        }
    }
}
