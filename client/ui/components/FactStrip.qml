pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme

// The few figures that matter, side by side in one card; two by two on a phone. facts: [{ label, value, note, status }].
Card {
    id: strip

    property var facts: []

    GridLayout {
        Layout.fillWidth: true
        columns: Theme.phone ? 2 : Math.max(1, strip.facts.length)
        columnSpacing: 0
        rowSpacing: 0

        Repeater {
            model: strip.facts

            Item {
                id: fact

                required property var modelData
                required property int index

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                implicitHeight: column.implicitHeight + 22

                Column {
                    id: column

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
