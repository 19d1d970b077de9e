import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components

// What floats above a page: a sheet, a dialog, a menu, a keypad, a toast.
Item {
    id: demo

    property string floating

    onFloatingChanged: {
        shell.toast(qsTr("Moved to Negotiation"), () => {});
        if (floating === "sheet")
            sheet.open();
        else if (floating === "dialog")
            dialog.open();
        else if (floating === "menu")
            menu.open();
        else if (floating === "keypad")
            keypad.open();
    }

    ShellDemo {
        id: shell

        anchors.fill: parent
    }

    Sheet {
        id: sheet

        title: qsTr("Quick add")

        TileGrid {
            Layout.fillWidth: true
            currentKey: "lead"
            tiles: [
                { "key": "visit", "text": qsTr("Visit"), "iconName": "visit" },
                { "key": "lead", "text": qsTr("Lead"), "iconName": "lead" },
                { "key": "order", "text": qsTr("Order"), "iconName": "orders" },
                { "key": "reminder", "text": qsTr("Reminder"), "iconName": "reminder" },
                { "key": "note", "text": qsTr("Note"), "iconName": "note" },
                { "key": "customer", "text": qsTr("Customer"), "iconName": "customers" },
                { "key": "opportunity", "text": qsTr("Opportunity"), "iconName": "pipeline" },
                { "key": "voice", "text": qsTr("Voice"), "iconName": "voice" },
                { "key": "scan", "text": qsTr("Card"), "iconName": "scan" },
                { "key": "photo", "text": qsTr("Photo"), "iconName": "photo" }
            ]
        }

        Divider {
            Layout.fillWidth: true
        }

        InputField {
            Layout.fillWidth: true
            label: qsTr("Name or company")
            required: true
            text: qsTr("Yongjiang Auto Parts")
        }

        InputField {
            Layout.fillWidth: true
            focus: true
            label: qsTr("Phone")
            required: true
            text: "138 0574 62"
        }

        Notice {
            Layout.fillWidth: true
            status: "waiting"
            iconName: "duplicate"
            title: qsTr("This customer may exist already")
            text: qsTr("Yongjiang Auto Parts, yours")

            LinkButton {
                text: qsTr("Open it")
            }

            LinkButton {
                text: qsTr("Create anyway")
            }
        }

        IconText {
            iconName: "check"
            iconColor: Theme.won
            color: Theme.ink2
            text: qsTr("The draft is saved on this tablet; closing loses nothing")
        }

        footer: [
            ActionButton {
                large: true
                text: qsTr("More fields")
            },
            ActionButton {
                Layout.fillWidth: true
                large: true
                kind: ActionButton.Primary
                text: qsTr("Save lead")
            }
        ]
    }

    AskDialog {
        id: dialog

        title: qsTr("Sign out?")
        text: qsTr("3 changes are not sent. They stay on this tablet, encrypted, until you sign in again.")
        acceptText: qsTr("Sign out, keep them")
    }

    ActionMenu {
        id: menu

        x: demo.width - 260
        y: 120
        actions: [
            { "text": qsTr("Edit"), "iconName": "edit" }, { "text": qsTr("Share"), "iconName": "customers" },
            { "text": qsTr("Mine"), "checked": true, "iconName": "person" },
            { "text": qsTr("Delete…"), "iconName": "delete", "danger": true }
        ]
    }

    PopupCard {
        id: keypad

        title: qsTr("5W-30 oil")

        Keypad {
            placeholder: "24"
            decimals: 0
        }

        ActionButton {
            Layout.fillWidth: true
            kind: ActionButton.Primary
            text: qsTr("Set")
        }
    }
}
