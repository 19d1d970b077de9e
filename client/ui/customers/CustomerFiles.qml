pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// Photos and files of a customer and its visits.
Card {
    id: card

    required property AppContext app
    required property string customerId

    FileListModel {
        id: files

        app: card.app
        recordId: card.customerId
    }

    StateView {
        Layout.fillWidth: true
        phase: files.state
        skeletonRows: 3
        emptyIcon: "attach"
        emptyTitle: qsTr("No files yet")
        emptyText: qsTr("Photos taken on visits will stand here.")
        failedCode: files.errorCode
        onRetried: files.reload()

        Column {
            width: parent.width

            Repeater {
                model: files

                ListRow {
                    id: file

                    required property int index
                    required property string name
                    required property string kind
                    required property string sha256
                    required property string caption
                    required property bool isHere
                    required property var size
                    required property var sent
                    required property var takenAt

                    readonly property bool shownHere: kind === "photo" && isHere

                    width: parent?.width ?? 0
                    inCard: true
                    divided: index < files.count - 1
                    title: caption === "" ? name : caption
                    subtitle: Labels.choice("attachment", "kind", kind) + (Format.chinese ? "，" : ", ") + Format.bytes(size)
                        + (isHere ? "" : (Format.chinese ? "，" : ", ") + qsTr("not on this tablet"))
                    status: isHere && sent < size ? "waiting" : ""
                    timeText: takenAt === undefined ? "" : Format.shortMoment(takenAt, new Date())

                    leading: [
                        PhotoFrame {
                            visible: file.shownHere
                            width: Theme.sizeSquare
                            height: Theme.sizeSquare
                            radius: Theme.radiusControl
                            edge: Theme.line
                            around: Theme.surface
                            source: file.shownHere ? "image://store/" + file.sha256 : ""
                        },
                        Square {
                            visible: !file.shownHere
                            iconName: file.kind === "photo" ? "photo" : file.kind === "audio" ? "voice" : "attach"
                        }
                    ]
                }
            }
        }
    }
}
