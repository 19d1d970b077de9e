import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components

// Visits planned and done on each working day of the week.
Card {
    id: card

    required property var week
    required property var now

    readonly property int planned: week.reduce((sum, day) => sum + day.planned, 0)
    readonly property int done: week.reduce((sum, day) => sum + day.done, 0)
    readonly property int today: (now.getDay() + 6) % 7

    padding: Theme.space16
    gap: Theme.space12

    function nameOf(index: int): string {
        const day = new Date(now);
        day.setDate(day.getDate() - today + index);
        return Format.chinese ? Format.weekday(day).slice(-1) : Format.weekday(day);
    }

    CardHeader {
        title: qsTr("Visits this week")

        AppText {
            kind: Theme.small
            color: Theme.ink2
            text: qsTr("%1 planned, %2 done").arg(card.planned).arg(card.done)
        }
    }

    PlanChart {
        Layout.fillWidth: true
        description: qsTr("%1 planned, %2 done").arg(card.planned).arg(card.done)
        days: card.week.map((day, index) => ({
            "label": card.nameOf(index),
            "planned": day.planned,
            "done": day.done,
            "past": index < card.today,
            "today": index === card.today
        })).filter((day, index) => index < 5 || day.planned > 0 || day.done > 0)
    }
}
