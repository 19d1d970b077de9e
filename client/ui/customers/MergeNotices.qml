pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// What stands open about this customer being one with another, a strip for each.
Column {
    id: notices

    required property AppContext app
    required property string customerId

    signal compareRequested(string mergeCase)
    signal said(string text)

    visible: cases.count > 0
    spacing: Theme.space8

    function wordsOf(state: string, other: string, undoUntil: var): string {
        if (state === "merged")
            return qsTr("%1 has gone into this customer. Until %2 that can be undone.").arg(other).arg(Format.day(undoUntil));
        return state === "proposed" ? qsTr("It is proposed to merge it with %1.").arg(other) : qsTr("It may be the same customer as %1.").arg(other);
    }

    MergeListModel {
        id: cases

        app: notices.app
        recordId: notices.customerId
        onDone: act => notices.said(act === "merge_case.undo" ? qsTr("Undone, saved on this tablet") : qsTr("Withdrawn, saved on this tablet"))
        onRefused: text => notices.said(text)
    }

    Repeater {
        model: cases

        Notice {
            id: entry

            required property string recordId
            required property string caseState
            required property string otherName
            required property string why
            required property bool mayDecide
            required property bool mayWithdraw
            required property var undoUntil

            width: parent?.width ?? 0
            objectName: "mergeNotice"
            status: caseState === "merged" ? "later" : "conflict"
            iconName: caseState === "merged" ? "merged" : "duplicate"
            text: notices.wordsOf(caseState, otherName, undoUntil) + (why === "" ? "" : "\n" + why)

            LinkButton {
                visible: entry.caseState !== "merged" && entry.mayDecide
                objectName: "compare"
                text: qsTr("Compare and decide")
                onClicked: notices.compareRequested(entry.recordId)
            }

            LinkButton {
                visible: entry.mayWithdraw
                objectName: "withdrawMerge"
                text: qsTr("Withdraw")
                onClicked: cases.withdraw(entry.recordId)
            }

            LinkButton {
                visible: entry.caseState === "merged" && entry.mayDecide
                objectName: "undoMerge"
                text: qsTr("Undo")
                onClicked: cases.undo(entry.recordId)
            }
        }
    }
}
