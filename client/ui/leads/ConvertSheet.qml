pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models
import Fieldbook.Forms

// A lead becomes a customer, a contact and an opportunity, at once or not at all. What is decided here is kept until it is done.
Sheet {
    id: sheet

    required property AppContext app
    readonly property var problems: conversion.problems
    readonly property bool isNew: conversion.existingId === ""

    signal said(string text)
    signal converted(string customerId)

    title: qsTr("Convert %1").arg(conversion.leadName)

    function begin(leadId: string) {
        conversion.leadId = leadId;
        conversion.reload();
        open();
    }

    LeadConversion {
        id: conversion

        app: sheet.app
        onFilled: {
            kinds.currentIndex = kind === "person" ? 1 : 0;
            dealName.text = opportunityName;
            amount.minor = conversion.amount;
            close.value = expectedClose;
        }
        onRefused: text => sheet.said(text)
        onConverted: customerId => {
            sheet.close();
            sheet.said(qsTr("%1 is a customer now, saved on this tablet").arg(leadName));
            sheet.converted(customerId);
        }
    }

    DuplicateModel {
        id: known

        app: sheet.app
        recordId: conversion.leadId
        name: conversion.customerName
        phone: conversion.phone
        customersOnly: true
    }

    CustomerChooser {
        id: chooser

        app: sheet.app
        onChosen: customerId => conversion.existingId = customerId
    }

    component Choice: Pressable {
        id: choice

        property bool picked: false
        property string title
        property string note

        Layout.fillWidth: true
        implicitHeight: Theme.grown(Theme.sizeTouch, 42)
        text: title
        Accessible.role: Accessible.RadioButton
        Accessible.checked: picked
        Accessible.description: note

        contentItem: RowLayout {
            spacing: Theme.space12

            RadioDot {
                on: choice.picked
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                AppText {
                    Layout.fillWidth: true
                    elide: Text.ElideRight
                    kind: choice.picked ? Theme.bodyStrong : Theme.body
                    text: choice.title
                }

                AppText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    elide: Text.ElideRight
                    kind: Theme.small
                    color: Theme.ink3
                    text: choice.note
                }
            }
        }
    }

    component Part: RowLayout {
        id: part

        property alias checked: toggle.checked
        property string title
        property string note
        property string switchName

        signal flipped(bool checked)

        Layout.fillWidth: true
        Layout.minimumHeight: Theme.sizeTouch
        spacing: Theme.space12

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            AppText {
                Layout.fillWidth: true
                elide: Text.ElideRight
                kind: Theme.bodyStrong
                text: part.title
            }

            AppText {
                Layout.fillWidth: true
                visible: text !== ""
                elide: Text.ElideRight
                kind: Theme.small
                color: Theme.ink3
                text: part.note
            }
        }

        Toggle {
            id: toggle

            objectName: part.switchName
            text: part.title
            onToggled: part.flipped(checked)
        }
    }

    StateView {
        Layout.fillWidth: true
        phase: conversion.state
        emptyIcon: "lead"
        emptyTitle: qsTr("This lead is no longer on this tablet")
        failedCode: conversion.errorCode
        onRetried: conversion.reload()

        ColumnLayout {
            width: parent.width
            spacing: Theme.space16

            AppText {
                Layout.fillWidth: true
                kind: Theme.heading
                text: qsTr("Customer")
            }

            Choice {
                objectName: "newCustomer"
                picked: sheet.isNew
                title: qsTr("New customer")
                note: conversion.customerName
                onClicked: conversion.existingId = ""
            }

            Segmented {
                id: kinds

                Layout.fillWidth: true
                visible: sheet.isNew
                even: true
                label: Labels.field("customer", "kind")
                segments: Labels.choices("customer", "kind")
                onSelected: index => conversion.kind = segments[index].value
            }

            Repeater {
                model: known

                Choice {
                    required property string customerId
                    required property string name
                    required property string subtitle
                    required property bool samePhone

                    objectName: "knownCustomer"
                    picked: conversion.existingId === customerId
                    title: name
                    note: (samePhone ? qsTr("Here already, same phone") : qsTr("Here already")) + (subtitle === "" ? "" : (Format.chinese ? "，" : ", ") + subtitle)
                    onClicked: conversion.existingId = customerId
                }
            }

            Choice {
                visible: !sheet.isNew && known.positionOf(conversion.existingId) < 0
                picked: true
                title: conversion.existingName
                note: qsTr("Here already")
            }

            LinkButton {
                text: qsTr("Choose another customer…")
                onClicked: chooser.open()
            }

            Divider {
                Layout.fillWidth: true
            }

            Part {
                switchName: "withContact"
                title: Labels.type("contact")
                note: conversion.contactName + (Format.chinese ? "，" : ", ") + conversion.phone
                checked: conversion.withContact
                onFlipped: checked => conversion.withContact = checked
            }

            Divider {
                Layout.fillWidth: true
            }

            Part {
                switchName: "withOpportunity"
                title: Labels.type("opportunity")
                checked: conversion.withOpportunity
                onFlipped: checked => conversion.withOpportunity = checked
            }

            InputField {
                id: dealName

                Layout.fillWidth: true
                visible: conversion.withOpportunity
                objectName: "opportunityName"
                required: true
                label: Labels.field("opportunity", "name")
                maximumLength: 130
                error: sheet.problems["opportunityName"] ?? ""
                onEdited: text => conversion.opportunityName = text
            }

            MoneyField {
                id: amount

                Layout.fillWidth: true
                visible: conversion.withOpportunity
                label: Labels.field("opportunity", "amount")
                currency: conversion.currency
                error: valid ? "" : ErrorText.sentence("money.malformed")
                onAmountEdited: minor => conversion.amount = minor
            }

            DateField {
                id: close

                Layout.fillWidth: true
                visible: conversion.withOpportunity
                label: Labels.field("opportunity", "expected_close")
                clearable: true
                onPicked: value => conversion.expectedClose = value
            }
        }
    }

    footer: [
        ActionButton {
            large: true
            text: qsTr("Cancel")
            onClicked: sheet.close()
        },
        ActionButton {
            Layout.fillWidth: true
            objectName: "convertNow"
            kind: ActionButton.Primary
            large: true
            busy: conversion.busy
            enabled: conversion.state === StateView.Ready && !busy
            text: qsTr("Convert")
            onClicked: conversion.convert()
        }
    ]
}
