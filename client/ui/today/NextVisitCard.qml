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

    readonly property bool overdue: !day.nextUnderWay && day.nextPlannedAt !== undefined && day.nextPlannedAt < now

    // "in 36 minutes", "3 hours overdue": the unit is the largest that tells enough.
    function soon(): string {
        if (day.nextUnderWay)
            return qsTr("Under way");
        if (day.nextPlannedAt === undefined)
            return "";
        const minutes = Math.round(Math.abs(day.nextPlannedAt - now) / 60000);
        const hours = Math.round(minutes / 60);
        const days = Math.abs(Format.daysBetween(now, day.nextPlannedAt));
        if (overdue) {
            if (minutes < 90)
                return qsTr("%n minute(s) overdue", "", minutes);
            return hours < 24 ? qsTr("%n hour(s) overdue", "", hours) : qsTr("%n day(s) overdue", "", days);
        }
        if (minutes < 90)
            return qsTr("in %n minute(s)", "", minutes);
        return days === 0 ? qsTr("in %n hour(s)", "", hours) : Format.relativeDay(day.nextPlannedAt, now);
    }

    function lastOrder(): string {
        if (day.nextLastOrderOn === undefined || day.nextLastOrderMinor === undefined)
            return "";
        return qsTr("Last order %1, %2").arg(Format.day(day.nextLastOrderOn)).arg(Format.money(day.nextLastOrderMinor, day.currency, false));
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
                color: card.overdue ? Theme.overdue : Theme.accent
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
                    kind: Theme.title
                    ink: Theme.ink
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
                onClicked: card.day.app.call(card.day.nextPhone)
            }

            IconButton {
                visible: card.day.nextAddress !== ""
                outlined: true
                iconName: "navigate"
                text: qsTr("Navigate")
                onClicked: card.day.app.navigate(card.day.nextLatitude, card.day.nextLongitude, card.day.nextAddress)
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
        id: strip

        readonly property string order: card.lastOrder()

        Layout.fillWidth: true
        visible: card.day.nextPromise !== "" || order !== ""
        implicitHeight: words.implicitHeight + 2 * Theme.space8
        radius: Theme.radiusControl
        color: Theme.canvas

        GridLayout {
            id: words

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.space12
            anchors.rightMargin: Theme.space12
            columns: Theme.phone ? 1 : 2
            columnSpacing: Theme.space16
            rowSpacing: Theme.space4

            RowLayout {
                Layout.fillWidth: true
                visible: card.day.nextPromise !== ""
                spacing: Theme.space8

                Icon {
                    Layout.alignment: Qt.AlignTop
                    name: "promise"
                    size: Theme.iconControl
                    color: Theme.accent
                }

                AppText {
                    Layout.fillWidth: true
                    kind: Theme.small
                    color: Theme.ink2
                    wrapMode: Text.Wrap
                    text: qsTr("You promised: %1").arg(card.day.nextPromise)
                }
            }

            IconText {
                visible: strip.order !== ""
                iconName: "orders"
                kind: Theme.small
                color: Theme.ink2
                maximumWidth: words.width
                text: strip.order
            }
        }
    }
}
