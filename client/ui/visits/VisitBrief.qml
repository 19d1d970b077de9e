pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Models

// What one must know of the customer while one is there. It can be hidden, for the customer may be looking on.
ColumnLayout {
    id: brief

    required property AppContext app
    required property string customerId
    required property CustomerView customer
    required property OpportunityListModel deals
    required property date now
    property bool shown: true

    readonly property var last: timeline.count > 0 ? lastSaid() : undefined

    spacing: 0

    function lastSaid(): var {
        for (let row = 0; row < timeline.count; ++row) {
            const entry = timeline.rowAt(row);
            if (entry.type !== "order" && entry.content !== "")
                return entry;
        }
        return undefined;
    }

    CatalogueModel {
        id: usual

        app: brief.app
        recordId: brief.customerId
        category: "usual"
    }

    TimelineModel {
        id: timeline

        app: brief.app
        recordId: brief.customerId
    }

    ContactListModel {
        id: contacts

        app: brief.app
        recordId: brief.customerId
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space16
        Layout.rightMargin: Theme.space8
        Layout.preferredHeight: Theme.grown(51, 24)

        AppText {
            Layout.fillWidth: true
            kind: Theme.heading
            text: qsTr("What to know")
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        IconButton {
            iconName: brief.shown ? "hidden" : "show"
            text: brief.shown ? qsTr("Hide") : qsTr("Show")
            onClicked: brief.shown = !brief.shown
        }
    }

    Divider {
        Layout.fillWidth: true
    }

    BriefSection {
        visible: brief.shown && brief.customer.promise !== ""
        iconName: "promise"
        title: qsTr("Promised last time")

        AppText {
            Layout.fillWidth: true
            wrapMode: Text.Wrap
            kind: Theme.small
            color: Theme.ink2
            text: brief.customer.promise
        }
    }

    BriefSection {
        visible: brief.shown && usual.count > 0
        iconName: "product"
        title: qsTr("Usually orders")

        Repeater {
            model: usual

            RowLayout {
                id: product

                required property int index
                required property string name
                required property int timesOrdered

                Layout.fillWidth: true
                visible: index < 3
                spacing: Theme.space8

                AppText {
                    Layout.fillWidth: true
                    kind: Theme.small
                    color: Theme.ink2
                    elide: Text.ElideRight
                    text: product.name
                }

                FigureText {
                    kind: Theme.small
                    color: Theme.ink2
                    text: qsTr("%n time(s)", "", product.timesOrdered)
                }
            }
        }
    }

    BriefSection {
        visible: brief.shown && brief.customer.lastOrderAt !== undefined
        iconName: "orders"
        title: qsTr("Orders")

        FactRow {
            tall: 20
            label: qsTr("Last one")
            value: brief.customer.lastOrderAt === undefined ? "" : Format.relativeDay(brief.customer.lastOrderAt, brief.now)
            figures: true
        }

        FactRow {
            tall: 20
            label: qsTr("Its amount")
            value: Format.money(brief.customer.lastOrderTotal, brief.customer.currency, false)
            figures: true
        }

        FactRow {
            tall: 20
            label: qsTr("Twelve months")
            value: Format.money(brief.customer.sold, brief.customer.currency, false)
            figures: true
        }
    }

    BriefSection {
        visible: brief.shown && brief.deals.count > 0
        iconName: "deal"
        title: qsTr("Open deals")

        Repeater {
            model: brief.deals

            AppText {
                required property int index
                required property string name
                required property string stage

                Layout.fillWidth: true
                visible: index < 3
                kind: Theme.small
                color: Theme.ink2
                elide: Text.ElideRight
                text: name + " · " + Labels.choice("opportunity", "stage", stage)
            }
        }
    }

    BriefSection {
        visible: brief.shown && brief.last !== undefined
        iconName: "message"
        title: brief.last === undefined ? "" : qsTr("Said on %1").arg(Format.day(brief.last.at))

        AppText {
            Layout.fillWidth: true
            wrapMode: Text.Wrap
            maximumLineCount: 4
            elide: Text.ElideRight
            kind: Theme.small
            color: Theme.ink2
            text: brief.last === undefined ? "" : brief.last.content
        }
    }

    Repeater {
        model: contacts

        BriefSection {
            id: person

            required property int index
            required property string name
            required property string jobTitle
            required property string role
            required property string phone

            visible: brief.shown && index < 2
            iconName: "person"
            title: name

            AppText {
                Layout.fillWidth: true
                visible: text !== ""
                kind: Theme.small
                color: Theme.ink2
                elide: Text.ElideRight
                text: person.jobTitle + (person.jobTitle !== "" && person.role !== "" ? (Format.chinese ? "，" : ", ") : "")
                    + (person.role === "" ? "" : Labels.choice("contact", "role", person.role))
            }

            LinkButton {
                visible: person.phone !== ""
                text: person.phone
                onClicked: brief.app.call(person.phone)
            }
        }
    }

    AppText {
        Layout.fillWidth: true
        Layout.margins: Theme.space16
        visible: !brief.shown
        wrapMode: Text.Wrap
        kind: Theme.small
        color: Theme.ink3
        text: qsTr("Hidden while the customer is looking on.")
    }
}
