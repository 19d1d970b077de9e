pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// The visit at a glance before it ends: what was recorded, and what is still missing.
ColumnLayout {
    id: step

    required property VisitDraft draft
    required property VisitSteps steps
    required property date now

    signal stepChosen(int index)

    // Notes and next step: what a visit is made for.
    readonly property var needed: [1, 4]
    readonly property var missing: needed.filter(index => !steps.list[index].done)

    spacing: Theme.space16

    Notice {
        Layout.fillWidth: true
        visible: step.missing.length > 0
        status: "waiting"
        iconName: "info"
        title: qsTr("Something is still missing")
        text: step.missing.map(index => step.steps.list[index].title).join(Format.chinese ? "、" : ", ")
    }

    Card {
        Layout.fillWidth: true

        Column {
            Layout.fillWidth: true

            Repeater {
                model: step.steps.list.slice(0, -1)

                ListRow {
                    id: row

                    required property var modelData
                    required property int index

                    width: parent?.width ?? 0
                    inCard: true
                    divided: index < step.steps.last - 1
                    title: modelData.title
                    subtitle: step.said(index)
                    onClicked: step.stepChosen(index)

                    leading: Icon {
                        name: row.modelData.done ? "circleCheck" : "minus"
                        size: Theme.iconRail
                        color: row.modelData.done ? Theme.won : Theme.ink3
                    }
                }
            }
        }
    }

    AppText {
        Layout.fillWidth: true
        wrapMode: Text.Wrap
        kind: Theme.small
        color: Theme.ink3
        text: qsTr("With the check-out everything is recorded on this tablet and sent when there is a network.")
    }

    function said(index: int): string {
        if (index === 1 && draft.summary !== "")
            return draft.summary.split("\n")[0];
        return steps.list[index].note;
    }
}
