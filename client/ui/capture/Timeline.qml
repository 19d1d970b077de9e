pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// What happened with a customer or a lead, newest first, with the way to record one more thing on top.
ColumnLayout {
    id: timeline

    required property AppContext app
    required property string subjectId

    signal noteRequested()
    signal recordOpened(string type, string recordId)

    spacing: Theme.space16

    TimelineModel {
        id: entries

        app: timeline.app
        recordId: timeline.subjectId
    }

    PickField {
        Layout.fillWidth: true
        placeholder: qsTr("Note what was said…")
        iconName: "note"
        onPicking: timeline.noteRequested()
    }

    StateView {
        Layout.fillWidth: true
        phase: entries.state
        skeletonRows: 4
        emptyIcon: "note"
        emptyTitle: qsTr("Nothing recorded yet")
        emptyText: qsTr("Visits, calls, notes and orders will stand here.")
        emptyAction: qsTr("Note what was said")
        failedCode: entries.errorCode
        onEmptyActionTriggered: timeline.noteRequested()
        onRetried: entries.reload()

        Column {
            width: parent.width

            Repeater {
                model: entries

                TimelineEntry {
                    id: entry

                    required property int index
                    required property string recordId
                    required property string type
                    required property string kind
                    required property var at
                    required property var minutes
                    required property var distance
                    required property var amountMinor
                    required property var lines
                    required property string currency
                    required property string author
                    required property string syncMark
                    required property string outcome
                    required property string subject
                    required property string content
                    required property var photos

                    readonly property string heading: {
                        if (type === "order")
                            return qsTr("Order %1").arg(subject);
                        if (type === "ownership_change")
                            return qsTr("Change of responsibility: %1").arg(Labels.choice(type, "kind", kind));
                        const words = Labels.choice(type, "kind", kind);
                        return type === "visit" ? qsTr("Visit, %1").arg(words) : words;
                    }
                    readonly property bool changesHands: type === "ownership_change"
                    readonly property string words: changesHands ? qsTr("%1 → %2").arg(subject || qsTr("nobody")).arg(content || qsTr("the public pool"))
                        : type === "order" && amountMinor !== undefined
                        ? qsTr("%n item(s), %1", "", lines ?? 0).arg(Format.money(amountMinor, currency, true)) : content

                    width: parent?.width ?? 0
                    title: heading
                    body: words
                    kindName: type === "order" ? "order" : type === "visit" ? "visit" : changesHands ? "lead" : kind
                    timeText: Format.shortMoment(at, new Date())
                    status: syncMark
                    last: index === entries.count - 1
                    onOpened: timeline.recordOpened(type, recordId)
                    meta: {
                        const parts = [];
                        if (author !== "")
                            parts.push(author);
                        if (minutes !== undefined)
                            parts.push(qsTr("%1 minutes").arg(minutes));
                        if (distance !== undefined)
                            parts.push(qsTr("checked in %1 m away").arg(distance));
                        if (changesHands && outcome !== "")
                            parts.push(outcome);
                        else if (outcome !== "")
                            parts.push(Labels.choice(type, "outcome", outcome));
                        return parts.join(Format.chinese ? "，" : ", ");
                    }

                    Repeater {
                        model: entry.photos

                        PhotoTile {
                            required property string modelData

                            width: 84
                            height: 60
                            source: "image://store/" + modelData
                            onClicked: timeline.recordOpened("visit", entry.recordId)
                        }
                    }
                }
            }
        }
    }
}
