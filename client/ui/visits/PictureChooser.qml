pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// The newest pictures of the tablet, for one without a camera that this app may use. Several may be ticked.
Sheet {
    id: sheet

    required property AppContext app
    property var ticked: []

    signal chosen(var paths)

    title: qsTr("Choose photos")
    onAboutToShow: {
        ticked = [];
        pictures.reload();
    }

    function tick(path: string) {
        ticked = ticked.includes(path) ? ticked.filter(other => other !== path) : ticked.concat([path]);
    }

    PictureListModel {
        id: pictures

        app: sheet.app
    }

    StateView {
        Layout.fillWidth: true
        phase: pictures.state
        emptyIcon: "image"
        emptyTitle: qsTr("No pictures on this tablet")
        emptyText: qsTr("Pictures that the camera took stand here.")
        failedCode: pictures.errorCode
        onRetried: pictures.reload()

        Grid {
            id: grid

            width: parent.width
            columns: 3
            spacing: Theme.space8

            Repeater {
                model: pictures

                PhotoTile {
                    id: tile

                    required property string path
                    required property url picture
                    required property string name

                    readonly property bool isTicked: sheet.ticked.includes(path)

                    objectName: "picture"
                    width: (grid.width - 2 * grid.spacing) / 3
                    height: width * 0.75
                    source: picture
                    text: name
                    checkable: true
                    checked: isTicked
                    onClicked: sheet.tick(path)

                    Rectangle {
                        anchors.fill: parent
                        visible: tile.isTicked
                        radius: Theme.radiusControl
                        color: "transparent"
                        border.width: 3
                        border.color: Theme.accent
                    }

                    Rectangle {
                        anchors.right: parent.right
                        anchors.top: parent.top
                        anchors.margins: Theme.space8
                        visible: tile.isTicked
                        width: 24
                        height: 24
                        radius: 12
                        color: Theme.accent

                        Icon {
                            anchors.centerIn: parent
                            name: "check"
                            size: Theme.iconInline
                            color: Theme.inkOnAccent
                        }
                    }
                }
            }
        }
    }

    footer: ActionButton {
        objectName: "takePictures"
        Layout.fillWidth: true
        kind: ActionButton.Primary
        large: true
        enabled: sheet.ticked.length > 0
        text: sheet.ticked.length > 0 ? qsTr("Add %n photo(s)", "", sheet.ticked.length) : qsTr("Add photos")
        onClicked: {
            sheet.close();
            sheet.chosen(sheet.ticked);
        }
    }
}
