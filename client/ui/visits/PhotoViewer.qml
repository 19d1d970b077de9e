import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// One photo, large, with its words.
PopupCard {
    id: viewer

    property string photoId
    property string sha256
    property bool editable: true
    property string caption

    signal described(string photoId, string caption)
    signal removed(string photoId)

    readonly property real roomWidth: parent ? parent.width - 2 * Theme.space24 : 600
    readonly property real roomHeight: parent ? parent.height - 260 : 400

    onOpened: words.text = viewer.caption
    onClosed: {
        if (viewer.editable && words.text.trim() !== viewer.caption)
            viewer.described(viewer.photoId, words.text);
    }

    function show(photoId: string, sha256: string, caption: string) {
        viewer.photoId = photoId;
        viewer.sha256 = sha256;
        viewer.caption = caption;
        viewer.open();
    }

    PhotoFrame {
        Layout.preferredWidth: Math.min(720, viewer.roomWidth, viewer.roomHeight * 4 / 3)
        Layout.preferredHeight: Layout.preferredWidth * 3 / 4
        radius: Theme.radiusControl
        edge: Theme.line
        around: Theme.sunken
        source: viewer.sha256 === "" ? "" : "image://store/" + viewer.sha256
    }

    InputField {
        id: words

        Layout.fillWidth: true
        visible: viewer.editable
        label: qsTr("Caption")
        maximumLength: 130
        onAccepted: viewer.close()
    }

    AppText {
        Layout.fillWidth: true
        visible: !viewer.editable && text !== ""
        wrapMode: Text.Wrap
        text: viewer.caption
    }

    RowLayout {
        Layout.fillWidth: true

        ActionButton {
            visible: viewer.editable
            kind: ActionButton.Danger
            iconName: "delete"
            text: qsTr("Remove")
            onClicked: {
                words.text = viewer.caption;
                viewer.close();
                viewer.removed(viewer.photoId);
            }
        }

        Item {
            Layout.fillWidth: true
        }

        ActionButton {
            kind: ActionButton.Primary
            text: qsTr("Done")
            onClicked: viewer.close()
        }
    }
}
