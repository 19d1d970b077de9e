pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components

// Why a visit did not take place or could not be finished; the reason is needed.
AskDialog {
    id: dialog

    property bool underWay: false
    property bool late: false

    signal cancelled(string reason)
    signal missed(string reason)

    readonly property var reasons: [qsTr("The customer was out"), qsTr("The customer put it off"), qsTr("I could not come"), qsTr("No longer needed")]

    danger: true
    title: underWay ? qsTr("The visit cannot be finished?") : qsTr("The visit does not take place?")
    text: underWay ? qsTr("What you wrote is kept with it.") : ""
    acceptText: underWay ? qsTr("End the visit") : late ? qsTr("It did not take place") : qsTr("Cancel the visit")
    rejectText: qsTr("Back")
    acceptable: reason.text.trim() !== ""
    onAboutToShow: reason.text = ""
    onAccepted: late && !underWay ? dialog.missed(reason.text) : dialog.cancelled(reason.text)

    InputField {
        id: reason

        objectName: "reason"
        Layout.fillWidth: true
        required: true
        label: qsTr("Reason")
        maximumLength: 130
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.space8

        Repeater {
            model: dialog.reasons

            Chip {
                required property string modelData

                checkable: false
                text: modelData
                onClicked: reason.text = modelData
            }
        }
    }
}
