import QtQuick
import Fieldbook.Theme

// On or off, at once. text is its name for the screen reader.
Pressable {
    id: control

    checkable: true
    implicitWidth: Theme.sizeSwitchWidth
    implicitHeight: Theme.sizeSwitchHeight
    cornerRadius: height / 2
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checked: checked
    Keys.onReturnPressed: control.flip()
    Keys.onEnterPressed: control.flip()

    function flip() {
        control.toggle();
        control.toggled();
    }

    background: Rectangle {
        radius: height / 2
        color: control.checked ? Theme.accent : Theme.control
        opacity: control.enabled ? 1 : 0.4
    }

    Rectangle {
        y: 3
        x: control.checked ? control.width - width - 3 : 3
        width: control.height - 6
        height: width
        radius: width / 2
        color: control.checked ? Theme.inkOnAccent : Theme.surface

        Behavior on x {
            NumberAnimation { duration: Theme.motionMove; easing.type: Easing.BezierSpline; easing.bezierCurve: Theme.easeOut }
        }
    }
}
