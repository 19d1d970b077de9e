import QtQuick
import Fieldbook.Theme
import Fieldbook.Models

// The steps of a visit: their words, and what is done.
QtObject {
    id: steps

    required property VisitDraft draft
    readonly property string comma: Format.chinese ? "，" : ", "
    readonly property var list: [
        {
            "title": qsTr("Check in"),
            "note": draft.checkInAt === undefined ? planned() : Format.time(draft.checkInAt) + (draft.verdict === "" ? "" : comma + Labels.choice("visit", "check_in_verdict", draft.verdict)),
            "done": draft.checkInAt !== undefined
        },
        {
            "title": qsTr("Notes"),
            "note": draft.metCount > 0 ? qsTr("Met %n", "", draft.metCount) : qsTr("Who, and what was said"),
            "done": draft.summary !== "" && draft.outcome !== ""
        },
        {
            "title": qsTr("Order"),
            "note": draft.orderCount > 0 ? qsTr("%n order(s)", "", draft.orderCount) : qsTr("The usual goods first"),
            "done": draft.orderCount > 0
        },
        {
            "title": qsTr("Photos"),
            "note": draft.photoCount > 0 ? qsTr("%n photo(s)", "", draft.photoCount) : qsTr("None yet"),
            "done": draft.photoCount > 0
        },
        {
            "title": qsTr("Next step"),
            "note": draft.nextStep !== "" ? draft.nextStep : qsTr("With a reminder"),
            "done": draft.nextStep !== ""
        },
        {
            "title": qsTr("Check out"),
            "note": leaving(),
            "done": draft.checkOutAt !== undefined
        }
    ]
    readonly property int last: list.length - 1

    function planned(): string {
        return draft.plannedAt === undefined ? qsTr("Not planned") : qsTr("Planned for %1").arg(Format.time(draft.plannedAt));
    }

    function leaving(): string {
        if (draft.checkInAt === undefined || draft.plannedMinutes <= 0)
            return qsTr("When you leave");
        const end = new Date(draft.checkInAt.getTime() + draft.plannedMinutes * 60000);
        return qsTr("About %1").arg(Format.time(end));
    }
}
