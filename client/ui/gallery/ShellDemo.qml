import QtQuick
import Fieldbook.Theme
import Fieldbook.Components
import Fieldbook.Shell

// The shell with a page that has a list and a detail, and pages without.
AppShell {
    id: shell

    userName: Format.chinese ? "林晓雨" : "Lin Xiaoyu"
    currentKey: "customers"
    chip.phase: SyncChip.Waiting
    chip.waiting: 3
    chip.syncedAt: "09:12"
    chip.attention: 2
    onNewRequested: toast(qsTr("New was asked for"))
    onAttentionRequested: show("attention")

    ShellSection {
        key: "today"
        text: qsTr("Today")
        iconName: "today"
        inBottomBar: true
        page: ShellPage {
            title: qsTr("Today")
            subtitle: Format.longDay(new Date(2026, 4, 14))

            StateView {
                anchors.fill: parent
                phase: StateView.Empty
                emptyIcon: "schedule"
                emptyTitle: qsTr("No visits planned today")
                emptyAction: qsTr("Plan a visit")
            }
        }
    }

    ShellSection {
        key: "customers"
        text: qsTr("Customers")
        iconName: "customers"
        inBottomBar: true
        page: CustomerDemo {
        }
    }

    ShellSection {
        key: "pipeline"
        text: qsTr("Pipeline")
        iconName: "pipeline"
        inBottomBar: true
        page: ShellPage {
            title: qsTr("Pipeline")
        }
    }

    ShellSection {
        key: "schedule"
        text: qsTr("Schedule")
        iconName: "schedule"
        page: ShellPage {
            title: qsTr("Schedule")
        }
    }

    ShellSection {
        key: "orders"
        text: qsTr("Orders")
        iconName: "orders"
        page: ShellPage {
            title: qsTr("Orders")
        }
    }

    ShellSection {
        key: "service"
        text: qsTr("Service")
        iconName: "service"
        page: ShellPage {
            title: qsTr("Service")
        }
    }

    ShellSection {
        key: "attention"
        text: qsTr("Attention")
        iconName: "attention"
        badge: 2
        lower: true
        page: ShellPage {
            title: qsTr("Attention")
        }
    }

    ShellSection {
        key: "settings"
        text: qsTr("Settings")
        iconName: "settings"
        lower: true
        page: ShellPage {
            title: qsTr("Settings")
        }
    }
}
