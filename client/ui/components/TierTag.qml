import QtQuick
import Fieldbook.Theme

// The customer's class: vip, major, regular or small; nothing while it has none.
Rectangle {
    id: tag

    property string tier
    readonly property color ink: tier === "vip" ? Theme.tierVip : tier === "major" ? Theme.tierMajor
        : tier === "regular" ? Theme.tierOrdinary : Theme.tierSmall

    visible: tier !== ""
    implicitHeight: Theme.grown(Theme.sizeTier, 16)
    implicitWidth: word.implicitWidth + 12
    radius: Theme.radiusTag
    color: tier === "vip" ? Theme.tierVipTint : tier === "major" ? Theme.tierMajorTint
        : tier === "regular" ? Theme.tierOrdinaryTint : Theme.tierSmallTint
    border.width: tier === "small" ? 1 : 0
    border.color: Theme.lineStrong
    Accessible.role: Accessible.StaticText
    Accessible.name: word.text

    AppText {
        id: word

        anchors.centerIn: parent
        kind: Theme.micro
        font.weight: Theme.bodyStrong.weight
        color: tag.ink
        text: tag.tier === "vip" ? qsTr("VIP") : tag.tier === "major" ? qsTr("Major")
            : tag.tier === "regular" ? qsTr("Regular") : tag.tier === "small" ? qsTr("Small") : ""
    }
}
