import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// This installation, as IT asks for it on the telephone.
Card {
    id: card

    required property SyncState sync

    padding: Theme.space16
    gap: Theme.space4

    CardHeader {
        title: qsTr("This tablet")
    }

    FactRow {
        Layout.fillWidth: true
        iconName: "server"
        label: qsTr("Server")
        value: card.sync.server
    }

    FactRow {
        Layout.fillWidth: true
        iconName: "tablet"
        label: qsTr("Device")
        value: card.sync.deviceCode
    }

    FactRow {
        Layout.fillWidth: true
        iconName: "shield"
        label: qsTr("Storage, encrypted")
        value: Format.bytes(card.sync.storeBytes)
    }

    FactRow {
        Layout.fillWidth: true
        iconName: "sending"
        label: qsTr("Live connection")
        value: card.sync.live ? qsTr("Open") : qsTr("Asks from time to time")
    }

    FactRow {
        Layout.fillWidth: true
        iconName: "tablet"
        label: qsTr("App version")
        value: Qt.application.version
    }

    Notice {
        Layout.fillWidth: true
        visible: card.sync.errorCode !== ""
        status: "waiting"
        text: ErrorText.sentence(card.sync.errorCode)
    }
}
