pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// One item: mine, theirs and before side by side, or what was refused and why.
Item {
    id: detail

    required property AppContext app
    required property string itemKey

    signal recordOpened(string type, string recordId)
    signal settled()
    signal refused(string code)

    AttentionItem {
        id: item

        app: detail.app
        itemKey: detail.itemKey
        onSettled: detail.settled()
        onRefused: code => detail.refused(code)
    }

    StateView {
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        phase: item.state
        emptyIcon: "done"
        emptyTitle: qsTr("This is settled")
        failedCode: item.errorCode

        Scroller {
            id: scroller

            anchors.fill: parent
            contentHeight: column.implicitHeight + 2 * Theme.space16

            ColumnLayout {
                id: column

                x: Theme.pageMargin
                y: Theme.space16
                width: scroller.width - 2 * Theme.pageMargin
                spacing: Theme.space16

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.space8

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        RowLayout {
                            spacing: Theme.space8

                            AppText {
                                Layout.fillWidth: true
                                kind: Theme.title
                                elide: Text.ElideRight
                                text: item.heading
                            }

                            Badge {
                                status: item.conflict ? "conflict" : "refused"
                            }
                        }

                        AppText {
                            visible: text !== ""
                            kind: Theme.small
                            color: Theme.ink2
                            text: item.subtitle
                        }
                    }

                    ActionButton {
                        iconName: "open"
                        text: qsTr("Open the record")
                        onClicked: detail.recordOpened(item.recordType, item.recordId)
                    }
                }

                Notice {
                    Layout.fillWidth: true
                    status: item.conflict ? "conflict" : "refused"
                    text: item.conflict
                        ? qsTr("You and %1 changed the same fields. Pick one for each; until then both values are kept.").arg(item.theirName === "" ? qsTr("somebody else") : item.theirName)
                        : item.reason + (Format.chinese ? "（" + item.code + "）" : " (" + item.code + ")")
                }

                Card {
                    Layout.fillWidth: true
                    padding: Theme.space16
                    gap: Theme.space12

                    Repeater {
                        model: item.conflict ? item : null

                        ConflictRow {
                            required property int index
                            required property string fieldLabel
                            required property string mineText
                            required property string theirText
                            required property string beforeText
                            required property string picked

                            Layout.fillWidth: true
                            label: fieldLabel
                            mine: ({ "value": mineText, "note": qsTr("Mine") })
                            theirs: ({ "value": theirText, "note": item.theirName })
                            before: ({ "value": beforeText, "note": qsTr("Before") })
                            choice: picked
                            onChosen: which => item.choose(index, which)
                        }
                    }

                    Repeater {
                        model: item.conflict ? null : item

                        FactRow {
                            required property string fieldLabel
                            required property string mineText

                            label: fieldLabel
                            value: mineText
                        }
                    }
                }
            }
        }
    }

    ActionBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        visible: item.state === StateView.Ready
        note: item.conflict ? qsTr("%1 of %2 chosen").arg(item.chosen).arg(item.count) : ""

        ActionButton {
            large: true
            visible: item.conflict
            text: qsTr("All mine")
            onClicked: item.chooseAll("mine")
        }

        ActionButton {
            large: true
            visible: !item.conflict
            text: qsTr("Put away")
            onClicked: item.dismiss()
        }

        ActionButton {
            large: true
            kind: ActionButton.Primary
            iconName: item.conflict ? "done" : "sending"
            text: item.conflict ? qsTr("Save the choice") : item.code === "record.deleted" ? qsTr("Restore with my changes") : qsTr("Send again")
            reason: item.conflict && item.chosen < item.count ? qsTr("Choose one for every field") : ""
            onClicked: item.conflict ? item.settle() : item.retry()
        }
    }
}
