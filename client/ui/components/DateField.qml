import QtQuick
import Fieldbook.Theme

// A day, or none. value is a Date at midnight local time, or undefined.
PickField {
    id: field

    property var value
    property bool clearable: false
    property date now: new Date()

    signal picked(var value)

    text: value ? Format.relativeDay(value, now) : ""
    placeholder: qsTr("Choose a day")
    iconName: "calendar"
    onPicking: {
        calendar.selected = field.value ?? new Date(NaN);
        calendar.showMonthOf(field.value ?? field.now);
        popup.open();
    }

    function take(value) {
        field.value = value;
        popup.close();
        field.picked(value);
    }

    PopupCard {
        id: popup

        title: field.label
        onOpened: calendar.forceActiveFocus()

        DatePicker {
            id: calendar

            now: field.now
            onPicked: date => field.take(date)
        }

        LinkButton {
            visible: field.clearable && field.value !== undefined
            text: qsTr("No date")
            onClicked: field.take(undefined)
        }
    }
}
