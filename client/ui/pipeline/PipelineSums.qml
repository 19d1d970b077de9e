import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// What the open deals come to.
RowLayout {
    id: sums

    required property PipelineBoard board

    spacing: Theme.space20

    component Sum: ColumnLayout {
        property alias label: words.text
        property alias value: figure.text
        property alias ink: figure.color

        spacing: 0

        AppText {
            id: words

            kind: Theme.micro
            color: Theme.ink2
        }

        FigureText {
            id: figure

            kind: Theme.bodyStrong
        }
    }

    Sum {
        label: qsTr("%n deal(s), total", "", sums.board.dealCount)
        value: Format.money(sums.board.amount, sums.board.currency, false)
    }

    Sum {
        label: qsTr("Weighted")
        value: Format.money(sums.board.weighted, sums.board.currency, false)
    }

    Sum {
        visible: !Theme.phone
        label: qsTr("Won this month")
        value: Format.money(sums.board.wonThisMonth, sums.board.currency, false)
        ink: Theme.won
    }
}
