import QtQuick
import Fieldbook.Theme

// What waits, since when, and what needs you; always there, never loud. opened(): the sync page; attentionOpened(): the
// inbox of what needs a person.
Item {
    id: chip

    enum Phase { AllSent, Waiting, Sending, Offline, PhotosWaiting, LeaseEnding, SignedOut }

    property int phase: SyncChip.AllSent
    property int waiting: 0
    property int done: 0
    property int total: 0
    property int photos: 0
    property int daysLeft: 0
    property int attention: 0
    property string syncedAt
    property bool compact: Theme.phone
    // Where a title needs the room: of what waits only the number.
    property bool narrow: false

    signal opened()
    signal attentionOpened()

    readonly property string iconName: ["sent", "chipWaiting", "sending", "offline", "photosWaiting", "lease", "signInLost"][phase]
    readonly property color iconColor: phase === SyncChip.Waiting || phase === SyncChip.LeaseEnding ? Theme.waiting
        : phase === SyncChip.Sending || phase === SyncChip.PhotosWaiting ? Theme.sending
        : phase === SyncChip.SignedOut ? Theme.refused : Theme.ink2
    readonly property string words: {
        switch (phase) {
        case SyncChip.Waiting:
            return joined(qsTr("%n waiting", "", waiting), syncedAt === "" ? "" : qsTr("synced %1").arg(syncedAt));
        case SyncChip.Sending:
            return qsTr("Sending %1 of %2").arg(done).arg(total);
        case SyncChip.Offline:
            return waiting === 0 ? qsTr("Offline") : joined(qsTr("Offline"), qsTr("%n waiting", "", waiting), true);
        case SyncChip.PhotosWaiting:
            return qsTr("%n photos wait for Wi-Fi", "", photos);
        case SyncChip.LeaseEnding:
            return qsTr("%n days left offline", "", daysLeft);
        case SyncChip.SignedOut:
            return qsTr("Signed out, tap to sign in");
        default:
            return joined(qsTr("All sent"), syncedAt);
        }
    }

    implicitWidth: face.width
    implicitHeight: Theme.grown(Theme.sizeSyncChip, 20)

    function joined(first: string, second: string, always = false): string {
        return second === "" || (compact && !always) ? first : first + " · " + second;
    }

    Rectangle {
        id: face

        width: status.width + (needs.visible ? needs.width + 1 : 0)
        height: parent.height
        radius: height / 2
        color: Theme.surface
        border.width: 1
        border.color: Theme.line

        Rectangle {
            x: status.width
            visible: needs.visible
            width: 1
            height: parent.height
            color: Theme.line
        }
    }

    Pressable {
        id: status

        height: parent.height
        leftPadding: Theme.space12
        rightPadding: needs.visible ? Theme.space8 : chip.narrow ? Theme.space12 : Theme.space16
        cornerRadius: height / 2
        text: qsTr("Sync: %1").arg(chip.words)
        onClicked: chip.opened()

        background: Rectangle {
            anchors.margins: 1
            radius: height / 2
            color: status.down ? Theme.pressed : status.hovered ? Theme.hover : "transparent"
        }

        contentItem: Row {
            spacing: Theme.space8

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: chip.iconName
                size: Theme.iconControl
                color: chip.iconColor
            }

            AppText {
                anchors.verticalCenter: parent.verticalCenter
                visible: text !== ""
                kind: Theme.small
                color: Theme.ink2
                text: !chip.narrow ? chip.words : chip.waiting > 0 ? chip.waiting : ""
            }
        }
    }

    Pressable {
        id: needs

        anchors.left: status.right
        anchors.leftMargin: 1
        height: parent.height
        visible: chip.attention > 0
        leftPadding: Theme.space8 + 2
        rightPadding: Theme.space16 - 2
        cornerRadius: height / 2
        text: qsTr("%n need you", "", chip.attention)
        onClicked: chip.attentionOpened()

        background: Rectangle {
            radius: height / 2
            color: needs.down ? Theme.pressed : needs.hovered ? Theme.hover : "transparent"
        }

        contentItem: Row {
            spacing: Theme.space8 - 2

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "needsYou"
                size: Theme.iconInline
                color: Theme.refused
            }

            AppText {
                anchors.verticalCenter: parent.verticalCenter
                kind: Theme.small
                font.weight: Theme.bodyStrong.weight
                color: Theme.refused
                text: chip.compact ? chip.attention : needs.text
            }
        }
    }
}
