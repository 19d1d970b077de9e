pragma Singleton

import QtQuick
import Fieldbook.Theme

// How a state looks and reads: colour, tint, icon and word belong together. Names: waiting, sending, sent, refused, conflict,
// overdue, today, later, newer, won, lost, applied, merged, draft.
QtObject {
    function ink(status: string): color {
        switch (status) {
        case "waiting":
            return Theme.waiting;
        case "sending":
            return Theme.sending;
        case "refused":
            return Theme.refused;
        case "conflict":
            return Theme.conflict;
        case "overdue":
            return Theme.overdue;
        case "today":
            return Theme.today;
        case "won":
        case "applied":
        case "merged":
            return Theme.won;
        case "lost":
            return Theme.lost;
        case "sent":
            return Theme.sent;
        default:
            return Theme.later;
        }
    }

    function tint(status: string): color {
        switch (status) {
        case "waiting":
            return Theme.waitingTint;
        case "sending":
            return Theme.sendingTint;
        case "refused":
            return Theme.refusedTint;
        case "conflict":
            return Theme.conflictTint;
        case "overdue":
            return Theme.overdueTint;
        case "today":
            return Theme.todayTint;
        case "won":
        case "applied":
        case "merged":
            return Theme.wonTint;
        case "lost":
            return Theme.lostTint;
        case "sent":
            return Theme.sentTint;
        default:
            return Theme.laterTint;
        }
    }

    function icon(status: string): string {
        switch (status) {
        case "today":
            return "stateToday";
        case "later":
            return "stateLater";
        case "applied":
            return "check";
        case "draft":
            return "document";
        default:
            return status;
        }
    }

    function word(status: string): string {
        switch (status) {
        case "waiting":
            return qsTr("Waiting");
        case "sending":
            return qsTr("Sending");
        case "sent":
            return qsTr("Sent");
        case "refused":
            return qsTr("Refused");
        case "conflict":
            return qsTr("Conflict");
        case "overdue":
            return qsTr("Overdue");
        case "today":
            return qsTr("Today");
        case "later":
            return qsTr("Later");
        case "newer":
            return qsTr("Newer on server");
        case "won":
            return qsTr("Won");
        case "lost":
            return qsTr("Lost");
        case "applied":
            return qsTr("Applied");
        case "merged":
            return qsTr("Merged");
        case "draft":
            return qsTr("Draft");
        default:
            return "";
        }
    }

    // What a screen reader says for a badge on a record.
    function spoken(status: string): string {
        switch (status) {
        case "waiting":
            return qsTr("waiting to send");
        case "sending":
            return qsTr("being sent");
        case "refused":
            return qsTr("refused by the server, needs you");
        case "conflict":
            return qsTr("conflict, needs you");
        default:
            return word(status);
        }
    }
}
