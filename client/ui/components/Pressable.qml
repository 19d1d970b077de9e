import QtQuick
import QtQuick.Templates as T
import Fieldbook.Theme

// What every control that is pressed has in common: a hit area of 48 dp, Enter as well as Space, and the focus ring.
T.AbstractButton {
    id: control

    property real cornerRadius: Theme.radiusControl
    property real ringInset: 0
    property color ringColor: Theme.focus
    property real minimumHit: Theme.sizeTouch

    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    containmentMask: hit
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding

    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    HitArea {
        id: hit

        minimum: control.minimumHit
    }

    FocusRing {
        visible: control.visualFocus
        targetRadius: control.cornerRadius
        offset: 2 - control.ringInset
        border.color: control.ringColor
    }
}
