pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell
import Fieldbook.Models

// Visit mode: the whole screen for one visit, from the check-in to the check-out; once it is over, to read. Named by its
// record, or by the customer who is visited now.
ShellPage {
    id: page

    required property AppContext app
    required property SyncState sync
    property string recordId
    property string customerId
    readonly property alias draft: draft

    signal orderRequested(string customerId, string opportunityId, string visitId)
    signal leadRequested(string customerId)
    signal planRequested(string customerId)
    signal rescheduleRequested(string visitId)
    signal visitOpened(string visitId)
    signal recordOpened(string type, string recordId)

    property date now: new Date()
    property int step: 0
    readonly property bool begun: draft.underWay
    readonly property bool late: draft.visitState === "planned" && draft.plannedAt !== undefined && draft.plannedAt < now

    fullScreen: true
    title: draft.customerName

    function goTo(index: int) {
        step = Math.max(0, Math.min(steps.last, index));
        draft.step = step;
        scroller.contentY = 0;
    }

    VisitDraft {
        id: draft

        app: page.app
        recordId: page.recordId
        customerId: page.customerId
        onStateChanged: {
            if (state !== StateView.Ready)
                return;
            notes.fill();
            nextStep.fill();
            page.step = draft.step >= 0 ? draft.step : draft.underWay ? 1 : 0;
        }
        onCheckedIn: page.goTo(1)
        onCheckedOut: page.said(qsTr("Visit recorded, saved on this tablet"), null)
        onEnded: {
            page.said(qsTr("Noted, saved on this tablet"), null);
            page.closed();
        }
        onRefused: (text, code) => {
            page.said(text, null);
            if (code === "visit.another_open")
                page.goTo(0);
        }
    }

    VisitSteps {
        id: steps

        draft: draft
    }

    CustomerView {
        id: customer

        app: page.app
        recordId: draft.customerId
    }

    OpportunityListModel {
        id: deals

        app: page.app
        recordId: draft.customerId === "" ? "none" : draft.customerId
    }

    VisitPhotos {
        id: photos

        app: page.app
        visitId: draft.recordId
        customerId: draft.customerId
        onRefused: text => page.said(text, null)
    }

    Timer {
        interval: 30000
        running: page.visible
        repeat: true
        onTriggered: page.now = new Date()
    }

    PictureChooser {
        id: chooser

        objectName: "pictureChooser"
        app: page.app
        onChosen: paths => paths.forEach(path => photos.add(path))
    }

    PhotoViewer {
        id: viewer

        editable: !draft.over
        onDescribed: (photoId, caption) => photos.describe(photoId, caption)
        onRemoved: photoId => {
            photos.remove(photoId);
            page.said(qsTr("Photo removed"), () => photos.restore(photoId));
        }
    }

    EndDialog {
        id: endDialog

        objectName: "endDialog"
        underWay: draft.underWay
        late: page.late
        onCancelled: reason => draft.cancel(reason)
        onMissed: reason => draft.miss(reason)
    }

    component Photos: PhotoGrid {
        app: page.app
        visitId: draft.recordId
        pending: photos.pending
        onPhotoRequested: chooser.open()
        onPhotoChosen: (photoId, sha256, caption) => viewer.show(photoId, sha256, caption)
    }

    VisitHeader {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        draft: draft
        sync: page.sync
        onLeaving: page.closed()
    }

    StateView {
        anchors.top: header.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: bar.visible ? bar.top : parent.bottom
        phase: draft.state
        emptyIcon: "visit"
        emptyTitle: qsTr("This visit is no longer on this tablet")
        failedCode: draft.errorCode
        onRetried: draft.reload()

        RowLayout {
            anchors.fill: parent
            spacing: 0

            Rectangle {
                Layout.preferredWidth: Theme.sizeStepRail
                Layout.fillHeight: true
                visible: Theme.landscape && !draft.over
                color: Theme.surface

                StepRail {
                    objectName: "steps"
                    anchors.fill: parent
                    anchors.margins: Theme.space12
                    anchors.topMargin: Theme.space16
                    steps: steps.list
                    currentIndex: page.step
                    onSelected: index => page.goTo(index)
                }
            }

            Divider {
                Layout.preferredWidth: 1
                Layout.fillHeight: true
                visible: Theme.landscape && !draft.over
            }

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                spacing: 0

                Rectangle {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.grown(57, 20)
                    visible: !Theme.landscape && !draft.over
                    color: Theme.surface

                    Flickable {
                        anchors.fill: parent
                        anchors.leftMargin: Theme.pageMargin
                        anchors.rightMargin: Theme.pageMargin
                        contentWidth: Math.max(width, 640 * Theme.textScale)
                        contentX: (contentWidth - width) * page.step / steps.last
                        clip: true
                        boundsBehavior: Flickable.StopAtBounds
                        flickableDirection: Flickable.HorizontalFlick

                        StepRail {
                            y: Theme.space4
                            width: parent.width
                            horizontal: true
                            steps: steps.list
                            currentIndex: page.step
                            onSelected: index => page.goTo(index)
                        }
                    }

                    Divider {
                        anchors.bottom: parent.bottom
                        width: parent.width
                    }
                }

                Scroller {
                    id: scroller

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    contentHeight: body.implicitHeight + 2 * Theme.space16

                    // A positioner: what wraps inside the steps would keep a layout around them all from coming to rest.
                    Column {
                        id: body

                        x: Math.max(Theme.pageMargin, (scroller.width - width) / 2)
                        y: Theme.space16
                        width: Math.min(Theme.sizeFormMax, scroller.width - 2 * Theme.pageMargin)
                        spacing: Theme.space16

                        VisitRecord {
                            width: body.width
                            visible: draft.over
                            draft: draft
                            app: page.app
                            now: page.now
                            onPhotoChosen: (photoId, sha256, caption) => viewer.show(photoId, sha256, caption)
                            onRecordOpened: (type, recordId) => page.recordOpened(type, recordId)
                        }

                        ArrivalStep {
                            width: body.width
                            visible: !draft.over && page.step === 0
                            draft: draft
                            customer: customer
                            now: page.now
                            onOpenVisitRequested: page.visitOpened(draft.openVisitId)
                            onCallRequested: page.app.call(customer.phone)
                            onNavigateRequested: page.app.navigate(customer.latitude, customer.longitude, customer.address)
                            onRescheduleRequested: page.rescheduleRequested(draft.recordId)
                        }

                        Card {
                            width: body.width
                            visible: !Theme.landscape && !draft.over && page.step === 0

                            VisitBrief {
                                Layout.fillWidth: true
                                app: page.app
                                customerId: draft.customerId
                                customer: customer
                                deals: deals
                                now: page.now
                            }
                        }

                        NotesStep {
                            id: notes

                            width: body.width
                            visible: !draft.over && page.step === 1
                            draft: draft
                            app: page.app
                            deals: deals
                            onPhotoRequested: chooser.open()

                            Photos {
                                width: notes.width
                            }
                        }

                        OrdersStep {
                            width: body.width
                            visible: !draft.over && page.step === 2
                            draft: draft
                            app: page.app
                            onOrderRequested: page.orderRequested(draft.customerId, draft.opportunityId, draft.recordId)
                            onLeadRequested: page.leadRequested(draft.customerId)
                            onRecordOpened: (type, recordId) => page.recordOpened(type, recordId)
                        }

                        Photos {
                            objectName: "photos"
                            width: body.width
                            visible: !draft.over && page.step === 3 && draft.underWay
                        }

                        AppText {
                            width: body.width
                            visible: !draft.over && page.step === 3 && !draft.underWay
                            wrapMode: Text.Wrap
                            color: Theme.ink2
                            text: qsTr("Photos can be added after the check-in.")
                        }

                        NextStepStep {
                            id: nextStep

                            width: body.width
                            visible: !draft.over && page.step === 4
                            draft: draft
                            now: page.now
                            onPlanRequested: page.planRequested(draft.customerId)
                        }

                        DepartureStep {
                            width: body.width
                            visible: !draft.over && page.step === 5
                            draft: draft
                            steps: steps
                            now: page.now
                            onStepChosen: index => page.goTo(index)
                        }
                    }
                }
            }

            Divider {
                Layout.preferredWidth: 1
                Layout.fillHeight: true
                visible: Theme.landscape
            }

            Rectangle {
                Layout.preferredWidth: Theme.sizeVisitBrief
                Layout.fillHeight: true
                visible: Theme.landscape
                color: Theme.surface

                Scroller {
                    id: briefScroller

                    anchors.fill: parent
                    contentHeight: brief.implicitHeight

                    VisitBrief {
                        id: brief

                        width: briefScroller.width
                        app: page.app
                        customerId: draft.customerId
                        customer: customer
                        deals: deals
                        now: page.now
                    }
                }
            }
        }
    }

    ActionBar {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: draft.state === StateView.Ready

        start: LinkButton {
            objectName: "endVisit"
            visible: !draft.over && draft.visitState !== ""
            height: Theme.sizeTouch
            iconName: "cannotFinish"
            kind: Theme.body
            strong: false
            text: draft.underWay ? qsTr("Cannot finish") : page.late ? qsTr("Did not take place") : qsTr("Cancel the visit")
            onClicked: endDialog.open()
        }

        ActionButton {
            visible: draft.over
            large: true
            iconName: "calendar"
            text: qsTr("Plan the next visit")
            onClicked: page.planRequested(draft.customerId)
        }

        ActionButton {
            objectName: "previousStep"
            visible: !draft.over && page.step > 0 && !Theme.phone
            large: true
            text: qsTr("Previous")
            onClicked: page.goTo(page.step - 1)
        }

        ActionButton {
            objectName: "checkIn"
            visible: !draft.over && !draft.underWay
            kind: ActionButton.Primary
            large: true
            iconName: "checkIn"
            text: qsTr("Check in")
            busy: draft.busy
            onClicked: draft.checkIn()
        }

        ActionButton {
            objectName: "nextStepButton"
            visible: draft.underWay && page.step < steps.last
            kind: ActionButton.Primary
            large: true
            trailingIconName: "arrowRight"
            text: page.step < steps.last ? qsTr("Next: %1").arg(steps.list[page.step + 1].title) : ""
            onClicked: page.goTo(page.step + 1)
        }

        ActionButton {
            objectName: "checkOut"
            visible: draft.underWay && page.step === steps.last
            kind: ActionButton.Primary
            large: true
            iconName: "checkOut"
            text: qsTr("Check out")
            busy: draft.busy
            onClicked: draft.checkOut()
        }
    }
}
