import QtQuick

// A time of day in minutes since midnight, or -1 for none.
PickField {
    id: field

    property int minutes: -1
    property int step: 5

    signal picked(int minutes)

    text: minutes < 0 ? "" : String(Math.floor(minutes / 60)).padStart(2, "0") + ":" + String(minutes % 60).padStart(2, "0")
    placeholder: qsTr("Choose a time")
    iconName: "time"
    onPicking: {
        clock.minutes = field.minutes < 0 ? 9 * 60 : field.minutes;
        popup.open();
    }

    PopupCard {
        id: popup

        title: field.label
        onOpened: clock.forceActiveFocus()

        TimePicker {
            id: clock

            step: field.step
        }

        ActionButton {
            kind: ActionButton.Primary
            text: qsTr("Set")
            onClicked: {
                field.minutes = clock.minutes;
                popup.close();
                field.picked(clock.minutes);
            }
        }
    }
}
