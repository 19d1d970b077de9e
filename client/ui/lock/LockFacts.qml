import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Lock

// What waits on the closed tablet, and until when it opens without a network.
Card {
    id: card

    required property LockState lock
    required property date now

    padding: Theme.space20
    gap: Theme.space12

    component Fact: RowLayout {
        id: fact

        property string iconName
        property color iconColor: Theme.ink3
        property string title
        property string note

        Layout.fillWidth: true
        spacing: Theme.space12

        Icon {
            Layout.alignment: Qt.AlignTop
            name: fact.iconName
            size: Theme.iconControl
            color: fact.iconColor
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            AppText {
                Layout.fillWidth: true
                wrapMode: Text.Wrap
                text: fact.title
            }

            AppText {
                Layout.fillWidth: true
                kind: Theme.small
                color: Theme.ink3
                wrapMode: Text.Wrap
                text: fact.note
            }
        }
    }

    Fact {
        iconName: card.lock.unsent === 0 ? "sent" : "sending"
        iconColor: card.lock.unsent === 0 ? Theme.sent : Theme.waiting
        title: card.lock.unsent > 0 ? qsTr("%n record(s) are not sent yet", "", card.lock.unsent) : card.lock.unsent === 0 ? qsTr("Everything is sent") : qsTr("Your records are on this tablet")
        note: card.lock.unsent === 0 ? qsTr("Kept encrypted on this tablet") : qsTr("Kept encrypted here; sent by themselves after unlocking, when there is a network")
    }

    Divider {
        Layout.fillWidth: true
    }

    Fact {
        iconName: "lease"
        iconColor: card.lock.reason === LockState.LeaseEnded ? Theme.overdue : Theme.ink3
        title: card.lock.reason === LockState.LeaseEnded ? qsTr("Works again after a sign-in") : card.lock.leaseEndsAt === undefined ? "" : qsTr("Works without a network until %1").arg(Format.day(card.lock.leaseEndsAt))
        note: card.lock.lastContact === undefined ? "" : qsTr("Last contact with the server: %1").arg(Format.moment(card.lock.lastContact, card.now))
    }
}
