pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// Where one is signed in, and the end of that: asks the server, so it needs a connection.
Card {
    id: card

    required property OwnSessions sessions

    // The rows have the room at their sides themselves.
    padding: 0
    topPadding: Theme.space16
    bottomPadding: Theme.space8
    gap: Theme.space8

    Component.onCompleted: sessions.reload()

    CardHeader {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space16
        Layout.rightMargin: Theme.space16
        title: qsTr("Signed in on")
    }

    StateView {
        Layout.fillWidth: true
        Layout.preferredHeight: implicitHeight
        phase: card.sessions.phase
        skeletonRows: 2
        emptyIcon: "tablet"
        emptyTitle: qsTr("Nowhere else")
        failedTitle: qsTr("The list needs a connection")
        failedText: ErrorText.sentence(card.sessions.errorCode)
        onRetried: card.sessions.reload()

        ColumnLayout {
            width: parent.width
            spacing: 0

            Repeater {
                model: card.sessions.rows

                ListRow {
                    id: row

                    required property var modelData
                    required property int index

                    Layout.fillWidth: true
                    inCard: true
                    divided: index < card.sessions.rows.length - 1
                    squareIcon: "tablet"
                    title: modelData.name === "" ? modelData.device : modelData.device + ", " + modelData.name
                    subtitle: modelData.platform
                    timeText: modelData.current ? "" : Format.shortMoment(modelData.lastSeen, new Date())

                    Chip {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: row.modelData.current
                        text: qsTr("This tablet")
                    }

                    ActionButton {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: !row.modelData.current
                        kind: ActionButton.Plain
                        text: qsTr("Sign out there…")
                        onClicked: {
                            ask.session = row.modelData.session;
                            ask.where = row.title;
                            ask.open();
                        }
                    }
                }
            }
        }
    }

    AskDialog {
        id: ask

        property string session
        property string where

        title: qsTr("Sign out there?")
        text: qsTr("%1 asks for the password again. What is unsent there stays there.").arg(where)
        acceptText: qsTr("Sign out there")
        rejectText: qsTr("Cancel")
        onAccepted: card.sessions.end(session)
    }
}
