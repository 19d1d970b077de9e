pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// The photos of a visit and the place for one more.
ColumnLayout {
    id: grid

    required property AppContext app
    required property string visitId
    property int pending: 0
    property bool editable: true

    signal photoRequested()
    signal photoChosen(string photoId, string sha256, string caption)

    spacing: Theme.space8

    FileListModel {
        id: files

        app: grid.app
        recordId: grid.visitId
    }

    AppText {
        kind: Theme.small
        color: Theme.ink2
        text: files.count > 0 ? qsTr("Photos %1").arg(files.count) : qsTr("Photos")
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.space8

        Repeater {
            model: files

            PhotoTile {
                id: tile

                required property string recordId
                required property string sha256
                required property bool isHere
                required caption

                objectName: "photo"
                source: isHere ? "image://store/" + sha256 : "qrc:/none"
                onClicked: grid.photoChosen(tile.recordId, tile.sha256, tile.caption)
            }
        }

        Repeater {
            model: grid.pending

            Skeleton {
                required property int index

                width: 112
                height: 80
                rows: 1
            }
        }

        PhotoTile {
            objectName: grid.objectName + "Add"
            visible: grid.editable
            caption: qsTr("Add a photo")
            onClicked: grid.photoRequested()
        }
    }
}
