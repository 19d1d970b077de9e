import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// Who is visited and since when; what waits to be sent. The way out leaves the visit open.
Rectangle {
    id: header

    required property VisitDraft draft
    required property SyncState sync
    property date now: new Date()

    signal leaving()

    readonly property string comma: Format.chinese ? "，" : ", "
    readonly property int seconds: draft.underWay && draft.checkInAt !== undefined ? Math.max(0, Math.floor((now - draft.checkInAt) / 1000)) : 0

    implicitHeight: Theme.grown(Theme.sizeTopBar, 36)
    color: Theme.spine

    function two(number: int): string {
        return String(number).padStart(2, "0");
    }

    function place(): string {
        if (draft.verdict === "")
            return Labels.choice("visit", "kind", draft.kind);
        const words = draft.noPosition !== "" ? Labels.choice("visit", "no_position", draft.noPosition) : Labels.choice("visit", "check_in_verdict", draft.verdict);
        return draft.distance < 0 ? words : qsTr("%1 m away").arg(Format.count(draft.distance)) + comma + words;
    }

    function summary(): string {
        if (draft.underWay)
            return qsTr("Visiting") + " · " + qsTr("checked in %1").arg(Format.time(draft.checkInAt)) + comma + place();
        if (draft.visitState === "")
            return qsTr("Not planned");
        const at = draft.checkInAt !== undefined ? draft.checkInAt : draft.plannedAt;
        return Labels.choice("visit", "state", draft.visitState) + (at === undefined ? "" : " · " + Format.moment(at, now));
    }

    Timer {
        interval: 1000
        running: header.visible && header.draft.underWay
        repeat: true
        triggeredOnStart: true
        onTriggered: header.now = new Date()
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.phone ? Theme.space8 : Theme.space16
        anchors.rightMargin: Theme.pageMargin
        spacing: Theme.space16

        IconButton {
            iconName: "chevronDown"
            iconColor: Theme.inkOnSpine
            ringColor: Theme.inkOnSpine
            text: qsTr("Leave the visit open")
            background: null
            onClicked: header.leaving()
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space8

                AppText {
                    Layout.fillWidth: true
                    Layout.maximumWidth: Math.ceil(implicitWidth)
                    kind: Theme.heading
                    color: Theme.inkOnSpine
                    elide: Text.ElideRight
                    text: header.draft.customerName
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }

                TierTag {
                    tier: header.draft.tier
                }
            }

            AppText {
                Layout.fillWidth: true
                kind: Theme.small
                color: Theme.inkOnSpine2
                elide: Text.ElideRight
                text: header.summary()
            }
        }

        Rectangle {
            visible: header.draft.underWay
            implicitWidth: clock.implicitWidth + 2 * Theme.space16
            implicitHeight: Theme.grown(Theme.sizeButton, 22)
            radius: height / 2
            color: Theme.spineActive
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("Visiting for %n minute(s)", "", Math.floor(header.seconds / 60))

            RowLayout {
                id: clock

                anchors.centerIn: parent
                spacing: Theme.space8

                Icon {
                    visible: !Theme.phone
                    name: "timer"
                    size: Theme.iconControl
                    color: Theme.inkOnSpine
                }

                FigureText {
                    kind: Theme.bodyStrong
                    color: Theme.inkOnSpine
                    text: header.two(Math.floor(header.seconds / 3600)) + ":" + header.two(Math.floor(header.seconds / 60) % 60) + ":" + header.two(header.seconds % 60)
                }
            }
        }

        IconText {
            visible: Theme.landscape
            iconName: header.sync.waiting > 0 ? "chipWaiting" : "sent"
            kind: Theme.small
            color: Theme.inkOnSpine2
            iconColor: Theme.inkOnSpine2
            text: header.sync.waiting > 0 ? qsTr("%n waiting to be sent", "", header.sync.waiting) : qsTr("All sent")
        }
    }
}
