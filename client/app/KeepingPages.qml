pragma ComponentBehavior: Bound

import QtQuick
import Fieldbook.Customers
import Fieldbook.Shell
import Fieldbook.App

// The pages about customers that are nobody's and about what was deleted, for the shell to open.
Item {
    id: pages

    required property App app
    required property AppShell shell

    function openPool() {
        shell.open(poolPage, {});
    }

    function openBin() {
        shell.open(binPage, {});
    }

    Component {
        id: poolPage

        PoolPage {
            app: pages.app.context
        }
    }

    Component {
        id: binPage

        RecycleBinPage {
            app: pages.app.context
        }
    }
}
