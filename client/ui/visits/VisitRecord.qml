pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// A visit that is over, to read.
ColumnLayout {
    id: record

    required property VisitDraft draft
    required property AppContext app
    required property date now

    signal photoChosen(string photoId, string sha256, string caption)
    signal recordOpened(string type, string recordId)

    readonly property bool done: draft.visitState === "done"

    spacing: Theme.space16

    function minutes(): int {
        return draft.checkInAt === undefined || draft.checkOutAt === undefined ? 0 : Math.round((draft.checkOutAt - draft.checkInAt) / 60000);
    }

    Notice {
        Layout.fillWidth: true
        visible: !record.done
        status: "later"
        iconName: "cannotFinish"
        title: Labels.choice("visit", "state", record.draft.visitState)
        text: record.draft.cancelReason
    }

    FactStrip {
        Layout.fillWidth: true
        visible: record.draft.checkInAt !== undefined
        facts: [
            { "label": qsTr("Checked in"), "value": record.draft.checkInAt === undefined ? "–" : Format.time(record.draft.checkInAt), "note": record.draft.checkInAt === undefined ? "" : Format.fullDay(record.draft.checkInAt) },
            { "label": qsTr("Length"), "value": record.draft.checkOutAt === undefined ? "–" : qsTr("%1 min").arg(record.minutes()), "note": Labels.choice("visit", "kind", record.draft.kind) },
            { "label": qsTr("Position"), "value": record.draft.distance < 0 ? "–" : Format.count(record.draft.distance) + " m", "note": record.draft.noPosition !== "" ? Labels.choice("visit", "no_position", record.draft.noPosition) : record.draft.verdict === "" ? "" : Labels.choice("visit", "check_in_verdict", record.draft.verdict) },
            { "label": Labels.field("visit", "outcome"), "value": record.draft.outcome === "" ? "–" : Labels.choice("visit", "outcome", record.draft.outcome), "note": record.draft.ownerName }
        ]
    }

    Card {
        Layout.fillWidth: true
        padding: Theme.space16
        gap: Theme.space8

        CardHeader {
            iconName: "note"
            title: record.draft.purpose === "" ? qsTr("What was said") : record.draft.purpose
        }

        IconText {
            visible: record.draft.metCount > 0
            iconName: "contact"
            kind: Theme.small
            color: Theme.ink2
            maximumWidth: record.width - 2 * Theme.space16
            text: record.draft.metNames
        }

        AppText {
            Layout.fillWidth: true
            wrapMode: Text.Wrap
            color: record.draft.summary === "" ? Theme.ink3 : Theme.ink
            text: record.draft.summary === "" ? qsTr("Nothing was written down") : record.draft.summary
        }
    }

    Card {
        Layout.fillWidth: true
        visible: record.draft.nextStep !== ""
        padding: Theme.space16
        gap: Theme.space4

        CardHeader {
            iconName: "reminder"
            title: Labels.field("visit", "next_step")

            AppText {
                visible: text !== ""
                kind: Theme.small
                color: Theme.ink2
                text: record.draft.nextStepAt === undefined ? "" : Format.moment(record.draft.nextStepAt, record.now)
            }
        }

        AppText {
            Layout.fillWidth: true
            wrapMode: Text.Wrap
            text: record.draft.nextStep
        }
    }

    PhotoGrid {
        Layout.fillWidth: true
        visible: record.draft.photoCount > 0
        app: record.app
        visitId: record.draft.recordId
        editable: false
        onPhotoChosen: (photoId, sha256, caption) => record.photoChosen(photoId, sha256, caption)
    }

    LinkButton {
        visible: record.draft.opportunityId !== ""
        iconName: "deal"
        text: Labels.field("visit", "opportunity")
        onClicked: record.recordOpened("opportunity", record.draft.opportunityId)
    }
}
