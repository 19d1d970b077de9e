pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// Every change that the server does not have yet.
StateView {
    id: list

    required property AppContext app

    signal recordOpened(string type, string recordId)

    phase: outbox.state
    skeletonRows: 3
    emptyIcon: "sent"
    emptyTitle: qsTr("Everything is sent")
    failedCode: outbox.errorCode
    onRetried: outbox.reload()

    OutboxModel {
        id: outbox

        app: list.app
    }

    Column {
        width: parent.width

        Repeater {
            model: outbox

            ListRow {
                required property int index
                required property string recordId
                required property string recordType
                required property string heading
                required property string verb
                required property string details
                required property string syncMark
                required property var at

                width: parent?.width ?? 0
                inCard: true
                divided: index < outbox.count - 1
                squareIcon: RecordIcons.of(recordType)
                title: heading
                subtitle: (verb === "create" ? qsTr("New") : verb === "delete" ? qsTr("Deleted") : qsTr("Changed"))
                    + (details === "" ? "" : (Format.chinese ? "：" : ": ") + details)
                timeText: Format.shortMoment(at, new Date())
                status: syncMark
                onClicked: list.recordOpened(recordType, recordId)
            }
        }
    }
}
