pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// With whom a customer is shared, and for how long; what is entered here begins with the next pull of the other tablet.
Sheet {
    id: sheet

    required property AppContext app
    property string customerId
    readonly property var people: shares.people
    readonly property var partners: people.concat(shares.teams)
    readonly property var rights: Labels.choices("share", "access")

    signal said(string text)

    title: qsTr("Share this customer")

    function begin(id: string) {
        customerId = id;
        partner.value = undefined;
        until.value = undefined;
        why.text = "";
        rightsRow.currentIndex = 0;
        shares.findPartners();
        open();
    }

    ShareListModel {
        id: shares

        app: sheet.app
        recordId: sheet.customerId
        onShared: {
            sheet.close();
            sheet.said(qsTr("Shared, saved on this tablet"));
        }
        onEnded: sheet.said(qsTr("No longer shared, saved on this tablet"))
        onRefused: text => sheet.refusal = text
    }

    StateView {
        Layout.fillWidth: true
        phase: shares.state
        skeletonRows: 2
        emptyIcon: "assign"
        emptyTitle: qsTr("Shared with nobody")
        failedCode: shares.errorCode
        onRetried: shares.reload()

        Column {
            width: parent.width

            Repeater {
                model: shares

                ListRow {
                    id: entry

                    required property int index
                    required property string recordId
                    required property string withName
                    required property string access
                    required property string why
                    required property string syncMark
                    required property bool isTeam
                    required property bool mayEnd
                    required property var until

                    readonly property var about: [Labels.choice("share", "access", access),
                        until === undefined ? "" : qsTr("until %1").arg(Format.shortMoment(until, new Date())), why]

                    width: parent?.width ?? 0
                    leftPadding: 0
                    rightPadding: 0
                    divided: index < shares.count - 1
                    squareIcon: isTeam ? "team" : "person"
                    title: withName
                    subtitle: about.filter(word => word !== "").join(Format.chinese ? "，" : ", ")
                    status: syncMark
                    focusPolicy: Qt.NoFocus

                    LinkButton {
                        anchors.verticalCenter: parent?.verticalCenter
                        visible: entry.mayEnd
                        objectName: "endShare"
                        text: qsTr("End")
                        Accessible.name: text + (Format.chinese ? "：" : ": ") + entry.withName
                        onClicked: shares.end(entry.recordId)
                    }
                }
            }
        }
    }

    Divider {
        Layout.fillWidth: true
    }

    ChoiceField {
        id: partner

        Layout.fillWidth: true
        objectName: "sharePartner"
        required: true
        label: Labels.field("share", "user")
        options: sheet.partners
    }

    Segmented {
        id: rightsRow

        Layout.fillWidth: true
        objectName: "shareAccess"
        even: true
        label: Labels.field("share", "access")
        segments: sheet.rights
    }

    DateField {
        id: until

        Layout.fillWidth: true
        objectName: "shareUntil"
        required: true
        label: Labels.field("share", "until")
    }

    InputField {
        id: why

        Layout.fillWidth: true
        objectName: "shareReason"
        label: Labels.field("share", "reason")
        maximumLength: 130
    }

    footer: [
        ActionButton {
            large: true
            text: qsTr("Cancel")
            onClicked: sheet.close()
        },
        ActionButton {
            Layout.fillWidth: true
            objectName: "shareNow"
            kind: ActionButton.Primary
            large: true
            enabled: partner.value !== undefined && until.value !== undefined
            text: qsTr("Share")
            onClicked: shares.share(partner.value, sheet.rights[rightsRow.currentIndex].value, until.value, why.text)
        }
    ]
}
