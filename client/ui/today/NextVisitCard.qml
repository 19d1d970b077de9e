import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// Where to go next, with what one must not forget there.
Card {
    id: card

    required property TodayView day
    required property var now

    signal visitRequested()
    signal customerChosen()

    padding: Theme.space20
    gap: Theme.space16

    function soon(): string {
        if (day.nextUnderWay)
            return qsTr("Under way");
        if (day.nextPlannedAt === undefined)
            return "";
        const minutes = Math.round((day.nextPlannedAt - now) / 60000);
        if (minutes < 0)
            return qsTr("%1 minutes ago").arg(-minutes);
        return minutes < 90 ? qsTr("in %1 minutes").arg(minutes) : qsTr("in %1 hours").arg(Math.round(minutes / 60));
    }

    GridLayout {
        Layout.fillWidth: true
        columns: Theme.phone ? 1 : 3
        columnSpacing: Theme.space16
        rowSpacing: Theme.space12

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            spacing: 0

            AppText {
                kind: Theme.small
                color: Theme.ink2
                text: card.day.nextUnderWay ? qsTr("Visiting now") : qsTr("Next visit")
            }

            FigureText {
                kind: Theme.figureLarge
                text: card.day.nextPlannedAt === undefined ? "–" : Format.time(card.day.nextPlannedAt)
            }

            AppText {
                kind: Theme.small
                font.weight: Theme.bodyStrong.weight
                color: Theme.accent
                text: card.soon()
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            spacing: Theme.space4

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space8

                LinkButton {
                    Layout.fillWidth: true
                    Layout.maximumWidth: Math.ceil(implicitWidth)
                    strong: true
                    text: card.day.nextCustomer
                    onClicked: card.customerChosen()
                }

                TierTag {
                    tier: card.day.nextTier
                }

                Item {
                    Layout.fillWidth: true
                }
            }

            IconText {
                visible: text !== ""
                iconName: "contact"
                kind: Theme.small
                color: Theme.ink2
                text: card.day.nextContact
            }

            IconText {
                visible: text !== ""
                iconName: "visit"
                kind: Theme.small
                color: Theme.ink2
                maximumWidth: parent.width
                text: card.day.nextAddress
            }
        }

        RowLayout {
            Layout.alignment: Qt.AlignVCenter
            spacing: Theme.space8

            IconButton {
                visible: card.day.nextPhone !== ""
                outlined: true
                iconName: "call"
                text: qsTr("Call")
                onClicked: Qt.openUrlExternally("tel:" + card.day.nextPhone.replace(/[^0-9+]/g, ""))
            }

            IconButton {
                visible: card.day.nextAddress !== ""
                outlined: true
                iconName: "navigate"
                text: qsTr("Navigate")
                onClicked: Qt.openUrlExternally("geo:0,0?q=" + encodeURIComponent(card.day.nextAddress))
            }

            ActionButton {
                kind: ActionButton.Primary
                iconName: "visit"
                text: card.day.nextUnderWay ? qsTr("Go on") : qsTr("Check in")
                onClicked: card.visitRequested()
            }
        }
    }

    Rectangle {
        Layout.fillWidth: true
        visible: card.day.nextPromise !== "" || card.day.nextLastOrderOn !== undefined
        implicitHeight: Math.max(40, promise.implicitHeight + 2 * Theme.space8)
        radius: Theme.radiusControl
        color: Theme.canvas

        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.space12
            anchors.rightMargin: Theme.space12
            spacing: Theme.space8

            Icon {
                visible: card.day.nextPromise !== ""
                name: "promise"
                size: Theme.iconControl
                color: Theme.accent
            }

            AppText {
                id: promise

                Layout.fillWidth: true
                kind: Theme.small
                color: Theme.ink2
                wrapMode: Text.Wrap
                text: card.day.nextPromise === "" ? "" : qsTr("You promised: %1").arg(card.day.nextPromise)
            }

            AppText {
                visible: card.day.nextLastOrderOn !== undefined
                kind: Theme.small
                color: Theme.ink2
                text: card.day.nextLastOrderOn === undefined || card.day.nextLastOrderMinor === undefined ? ""
                    : qsTr("Last order %1, %2").arg(Format.day(card.day.nextLastOrderOn)).arg(Format.money(card.day.nextLastOrderMinor, card.day.currency, false))
            }
        }
    }
}
