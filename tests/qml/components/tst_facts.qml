import QtQuick
import QtQuick.Layouts
import QtTest
import Fieldbook.Components

Item {
    id: scene

    width: 800
    height: 300

    Component {
        id: strips

        ColumnLayout {
            property alias facts: strip.facts

            FactStrip {
                id: strip

                objectName: "strip"
                Layout.fillWidth: true
            }
        }
    }

    TestCase {
        name: "Facts"
        when: windowShown

        function facts(of: int): var {
            return Array.from({ "length": of }, (unused, index) => ({ "label": "Fact " + index, "value": String(of), "note": "" }));
        }

        function test_factsThatComeAnewWhileTheWidthChangesShareIt() {
            const column = createTemporaryObject(strips, scene, { "width": 800, "facts": facts(4) });
            const strip = findChild(column, "strip");
            waitForRendering(scene);
            const tall = strip.height;
            verify(tall > 40);

            for (let turn = 0; turn < 20; ++turn) {
                column.visible = turn % 2 === 0;
                column.facts = facts(2 + turn % 3);
                column.width = 600 + 10 * turn;
            }
            column.visible = true;
            waitForRendering(scene);

            compare(strip.width, 790);
            compare(strip.height, tall);
        }
    }
}
