pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell
import Fieldbook.Models

// What was deleted, by whom, for how long it still lies here, and the way back.
ShellPage {
    id: page

    required property AppContext app

    title: qsTr("Recycle bin")
    subtitle: bin.count === 0 ? "" : qsTr("Kept for 30 days")

    BinListModel {
        id: bin

        app: page.app
        onRestored: title => page.said(title === "" ? qsTr("Restored, saved on this tablet") : qsTr("%1 restored, saved on this tablet").arg(title), null)
        onRefused: text => page.said(text, null)
    }

    StateView {
        anchors.fill: parent
        objectName: "binState"
        phase: bin.state
        skeletonRows: 9
        emptyIcon: "delete"
        emptyTitle: qsTr("The recycle bin is empty")
        emptyText: qsTr("What is deleted lies here for 30 days and can be restored.")
        failedCode: bin.errorCode
        onRetried: bin.reload()

        ListView {
            id: list

            anchors.fill: parent
            clip: true
            reuseItems: true
            objectName: "binList"
            model: bin
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Recycle bin")

            delegate: ListRow {
                id: entry

                required property string recordId
                required property string recordType
                required property string heading
                required property string about
                required property string deletedBy
                required property string why
                required property string syncMark
                required property bool mayRestore
                required property int withIt
                required property var deletedAt
                required property var goneAt

                readonly property int days: Math.max(0, Format.daysBetween(new Date(), goneAt))
                readonly property string when: Format.relativeDay(deletedAt, new Date())
                readonly property var words: [Labels.type(recordType), about, deletedBy === "" ? when : qsTr("%1 by %2").arg(when).arg(deletedBy),
                    withIt > 0 ? qsTr("%n more with it", "", withIt) : "", why]

                width: ListView.view.width
                density: ListRow.Rich
                leftPadding: Theme.pageMargin
                rightPadding: Theme.pageMargin
                squareIcon: RecordIcons.of(recordType)
                title: heading === "" ? Labels.type(recordType) : heading
                subtitle: words.filter(word => word !== "").join(Format.chinese ? "，" : ", ")
                status: syncMark
                timeText: qsTr("%n day(s) left", "", days)
                timeColor: days <= 3 ? Theme.overdue : Theme.ink2
                focusPolicy: Qt.NoFocus

                ActionButton {
                    anchors.verticalCenter: parent?.verticalCenter
                    visible: entry.mayRestore
                    objectName: "restore"
                    iconName: "undo"
                    text: qsTr("Restore")
                    Accessible.name: text + (Format.chinese ? "：" : ": ") + entry.title
                    onClicked: bin.restore(entry.recordId)
                }
            }

            ScrollLine {
                view: list
            }
        }
    }
}
