pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// Who one talks to at a customer.
Card {
    id: card

    required property AppContext app
    required property string customerId

    signal contactRequested(string contactId)

    padding: Theme.space16
    gap: Theme.space8

    ContactListModel {
        id: contacts

        app: card.app
        recordId: card.customerId
    }

    CardHeader {
        Layout.fillWidth: true
        title: qsTr("Contacts")
        count: contacts.count

        IconButton {
            iconName: "lead"
            text: qsTr("Add contact")
            onClicked: card.contactRequested("")
        }
    }

    StateView {
        Layout.fillWidth: true
        phase: contacts.state
        skeletonRows: 2
        emptyIcon: "contact"
        emptyTitle: qsTr("Nobody yet")
        emptyAction: qsTr("Add contact")
        failedCode: contacts.errorCode
        onEmptyActionTriggered: card.contactRequested("")
        onRetried: contacts.reload()

        Column {
            width: parent.width

            Repeater {
                model: contacts

                ListRow {
                    id: contact

                    required property string recordId
                    required property string name
                    required property string role
                    required property string phone
                    required property string syncMark
                    required property bool leftCompany
                    required property string jobTitle

                    width: parent?.width ?? 0
                    density: ListRow.Compact
                    leftPadding: 0
                    rightPadding: 0
                    divided: false
                    personName: name
                    title: name
                    subtitle: leftCompany ? qsTr("Has left") : jobTitle
                    struck: leftCompany
                    status: syncMark
                    onClicked: card.contactRequested(recordId)

                    Badge {
                        anchors.verticalCenter: parent?.verticalCenter
                        visible: text !== ""
                        outlined: true
                        text: Labels.choice("contact", "role", contact.role)
                    }

                    IconButton {
                        visible: contact.phone !== ""
                        iconName: "call"
                        text: qsTr("Call %1").arg(contact.name)
                        onClicked: card.app.call(contact.phone)
                    }
                }
            }
        }
    }
}
