import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme

// The four states of a page. phase takes the state of a model: Loading, Empty, Ready, Failed, in that order. What is
// inside shows when it is Ready; it is kept while another state shows, so that scroll and form survive.
Item {
    id: view

    enum Phase { Loading, Empty, Ready, Failed }

    property int phase: StateView.Ready
    property int skeletonRows: 6
    property string emptyIcon: "list"
    property string emptyTitle
    property string emptyText
    property string emptyAction
    property string failedTitle: qsTr("This page did not open")
    property string failedText: qsTr("Your data is safe on this tablet.")
    property string failedCode
    default property alias content: ready.data

    signal emptyActionTriggered()
    signal retried()

    implicitWidth: Math.max(ready.implicitWidth, message.implicitWidth)
    implicitHeight: phase === StateView.Ready ? tallest()
        : phase === StateView.Loading ? skeleton.implicitHeight : message.implicitHeight + 2 * Theme.space24

    // What the content would like, not what it was given: content that fills the view would go round in circles.
    function tallest(): real {
        let height = 0;
        for (let i = 0; i < ready.children.length; ++i)
            height = Math.max(height, ready.children[i].implicitHeight);
        return height;
    }

    Item {
        id: ready

        anchors.fill: parent
        visible: view.phase === StateView.Ready
    }

    Skeleton {
        id: skeleton

        width: parent.width
        height: Math.min(implicitHeight, parent.height)
        clip: true
        rows: view.skeletonRows
        active: view.phase === StateView.Loading
        visible: active
    }

    ColumnLayout {
        id: message

        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.space16, 360)
        visible: view.phase === StateView.Empty || view.phase === StateView.Failed
        spacing: Theme.space8

        Icon {
            Layout.alignment: Qt.AlignHCenter
            name: view.phase === StateView.Failed ? "warning" : view.emptyIcon
            size: 28
            color: view.phase === StateView.Failed ? Theme.refused : Theme.ink3
        }

        AppText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            kind: Theme.small
            font.weight: Theme.bodyStrong.weight
            text: view.phase === StateView.Failed ? view.failedTitle : view.emptyTitle
        }

        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            kind: Theme.micro
            color: Theme.ink2
            text: view.phase === StateView.Failed ? view.failedText : view.emptyText
        }

        AppText {
            Layout.fillWidth: true
            visible: view.phase === StateView.Failed && view.failedCode !== ""
            horizontalAlignment: Text.AlignHCenter
            kind: Theme.micro
            color: Theme.ink2
            text: qsTr("Code %1").arg(view.failedCode)
        }

        ActionButton {
            Layout.alignment: Qt.AlignHCenter
            visible: view.phase === StateView.Failed || view.emptyAction !== ""
            kind: view.phase === StateView.Failed ? ActionButton.Secondary : ActionButton.Tint
            text: view.phase === StateView.Failed ? qsTr("Try again") : view.emptyAction
            onClicked: {
                if (view.phase === StateView.Failed)
                    view.retried();
                else
                    view.emptyActionTriggered();
            }
        }
    }
}
