pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// What the server answered, newest first.
StateView {
    id: list

    required property AppContext app

    signal recordOpened(string type, string recordId)

    phase: receipts.state
    skeletonRows: 3
    emptyIcon: "server"
    emptyTitle: qsTr("No answers yet")
    emptyText: qsTr("They come when something was sent.")
    failedCode: receipts.errorCode
    onRetried: receipts.reload()

    ReceiptModel {
        id: receipts

        app: list.app
    }

    Column {
        width: parent.width

        Repeater {
            model: receipts

            ListRow {
                required property int index
                required property string recordId
                required property string recordType
                required property string heading
                required property string outcome
                required property string details
                required property var at

                width: parent?.width ?? 0
                inCard: true
                divided: index < receipts.count - 1
                squareIcon: RecordIcons.of(recordType)
                title: heading
                subtitle: details
                timeText: Format.shortMoment(at, new Date())
                status: outcome
                onClicked: list.recordOpened(recordType, recordId)
            }
        }
    }
}
