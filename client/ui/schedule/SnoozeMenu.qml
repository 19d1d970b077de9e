import QtQuick
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// Until when a reminder is put off.
ActionMenu {
    id: menu

    required property ReminderActions reminders
    property string reminderId

    function openFor(id: string, anchor: Item) {
        reminderId = id;
        parent = anchor;
        y = anchor.height;
        const now = new Date();
        actions = [
            { "text": qsTr("In 10 minutes"), "note": Format.time(reminders.until(ReminderActions.TenMinutes)), "iconName": "snooze" },
            { "text": qsTr("In an hour"), "note": Format.time(reminders.until(ReminderActions.OneHour)), "iconName": "time" },
            { "text": qsTr("Tomorrow morning"), "note": Format.time(reminders.until(ReminderActions.Tomorrow)), "iconName": "sun" },
            { "text": qsTr("Next week"), "note": Format.moment(reminders.until(ReminderActions.NextWeek), now), "iconName": "calendar" }
        ];
        open();
    }

    implicitWidth: 280
    onTriggered: index => reminders.snooze(reminderId, [ReminderActions.TenMinutes, ReminderActions.OneHour, ReminderActions.Tomorrow, ReminderActions.NextWeek][index])
}
