pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// The products of a category or a search, each with its price for this customer and how many are in the order.
StateView {
    id: pane

    required property CatalogueModel catalogue
    required property OrderDraft draft

    phase: catalogue.state
    skeletonRows: 9
    emptyIcon: "product"
    emptyTitle: catalogue.search === "" ? qsTr("No products here") : qsTr("Nothing found")
    emptyText: catalogue.search === "" ? qsTr("The catalogue comes with the first sync.")
        : qsTr("Part of a name, a code or pinyin initials will do.")
    failedCode: catalogue.errorCode
    onRetried: catalogue.reload()

    ListView {
        id: list

        anchors.fill: parent
        clip: true
        reuseItems: true
        model: pane.catalogue
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Products")

        delegate: Item {
            id: row

            required property string recordId
            required property string code
            required property string name
            required property string unit
            required property string currency
            required property var priceMinor
            required property var stock

            readonly property real quantity: pane.draft.quantities[recordId] ?? 0
            readonly property bool soldOut: stock !== undefined && stock <= 0
            readonly property bool scarce: stock !== undefined && quantity > stock

            width: ListView.view.width
            height: Theme.grown(Theme.sizeRowRich, 42)
            Accessible.role: Accessible.ListItem
            Accessible.name: name + ", " + code

            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: Theme.space16
                anchors.rightMargin: Theme.space16
                spacing: Theme.space12

                Rectangle {
                    Layout.preferredWidth: Theme.sizeTouch
                    Layout.preferredHeight: Theme.sizeTouch
                    visible: !Theme.phone
                    radius: Theme.radiusControl
                    color: Theme.sunken

                    Icon {
                        anchors.centerIn: parent
                        name: "product"
                        size: Theme.iconBar
                        color: Theme.ink2
                    }
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.space4

                    AppText {
                        Layout.fillWidth: true
                        elide: Text.ElideRight
                        text: row.name
                    }

                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Theme.space8

                        AppText {
                            kind: Theme.small
                            color: Theme.ink3
                            text: row.code
                        }

                        AppText {
                            Layout.fillWidth: true
                            visible: row.stock !== undefined
                            elide: Text.ElideRight
                            kind: Theme.small
                            color: row.soldOut ? Theme.refused : row.scarce ? Theme.waiting : Theme.ink3
                            text: row.stock === undefined ? "" : row.soldOut ? qsTr("Out of stock")
                                : row.scarce ? qsTr("Only %1 left").arg(Format.count(row.stock)) : qsTr("%1 in stock").arg(Format.count(row.stock))
                        }

                        Item {
                            Layout.fillWidth: true
                        }
                    }
                }

                ColumnLayout {
                    spacing: 0

                    FigureText {
                        Layout.alignment: Qt.AlignRight
                        kind: row.priceMinor === undefined ? Theme.small : Theme.bodyStrong
                        color: row.priceMinor === undefined ? Theme.ink3 : Theme.ink
                        text: row.priceMinor === undefined ? qsTr("No price") : Format.money(row.priceMinor, row.currency, true)
                    }

                    AppText {
                        Layout.alignment: Qt.AlignRight
                        visible: row.unit !== "" && row.priceMinor !== undefined
                        kind: Theme.micro
                        color: Theme.ink3
                        text: qsTr("per %1").arg(row.unit)
                    }
                }

                Item {
                    Layout.preferredWidth: Theme.sizeStepperWidth * (0.6 + 0.4 * Theme.textScale)
                    Layout.preferredHeight: stepper.implicitHeight

                    Stepper {
                        id: stepper

                        anchors.right: parent.right
                        height: implicitHeight
                        width: implicitWidth
                        visible: row.priceMinor !== undefined
                        collapsible: true
                        decimals: 3
                        label: row.name
                        onEdited: value => pane.draft.put(row.recordId, value)
                    }

                    // The stepper writes its value itself; this keeps it with the draft's.
                    Binding {
                        target: stepper
                        property: "value"
                        value: row.quantity
                        restoreMode: Binding.RestoreNone
                    }
                }
            }

            Divider {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }

        ScrollLine {
            view: list
        }
    }
}
