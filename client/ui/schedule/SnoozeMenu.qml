import QtQuick
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// Until when a reminder is put off.
ActionMenu {
    id: menu

    required property ReminderActions reminders
    property string reminderId

    readonly property list<int> choices: [ReminderActions.TenMinutes, ReminderActions.OneHour, ReminderActions.Tomorrow, ReminderActions.NextWeek]
    readonly property list<string> names: [qsTr("In 10 minutes"), qsTr("In an hour"), qsTr("Tomorrow morning"), qsTr("Next week")]
    readonly property list<string> icons: ["snooze", "time", "sun", "calendar"]

    // A reminder that is not due yet is only ever put off to later than that; `dueAt` may be left out for one that rings.
    function openFor(id: string, anchor: Item, dueAt: var) {
        reminderId = id;
        parent = anchor;
        y = anchor.height;
        const now = new Date();
        actions = choices.map((choice, index) => {
            const until = reminders.until(choice);
            return {
                "text": names[index],
                "note": choice === ReminderActions.NextWeek ? Format.moment(until, now) : Format.time(until),
                "iconName": icons[index],
                "enabled": dueAt === undefined || until > dueAt
            };
        });
        open();
    }

    implicitWidth: 280
    onTriggered: index => reminders.snooze(reminderId, choices[index])
}
