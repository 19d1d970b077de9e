import QtQuick
import QtQuick.Templates as T

// The pages of one section: its own at the bottom, what was opened from it above. Lower pages are kept as they are; a page
// that is left is destroyed. The first page is made when the section is first shown.
T.StackView {
    id: stack

    required property ShellSection modelData
    property bool shown: false
    readonly property ShellPage page: currentItem as ShellPage

    signal said(string text, var undo)

    visible: shown
    enabled: shown
    focus: shown
    onShownChanged: start()
    Component.onCompleted: start()

    function start() {
        if (shown && depth === 0)
            open(modelData.page, {});
    }

    // Made here, not by push(), which in Qt 6.4 refuses components of files with bound components.
    function open(component: Component, properties: var): ShellPage {
        const item = component.createObject(stack, properties ?? {}) as ShellPage;
        item.said.connect(stack.said);
        item.closed.connect(() => stack.leave(item));
        push(item, {}, T.StackView.Immediate);
        item.forceActiveFocus();
        return item;
    }

    // Takes the page away, and with it what was opened above it; never the first.
    function leave(item: ShellPage) {
        while (depth > 1 && find(other => other === item, T.StackView.DontLoad) !== null)
            drop();
    }

    function leaveAll() {
        while (depth > 1)
            drop();
    }

    function drop() {
        const top = pop(T.StackView.Immediate);
        if (top !== null)
            top.destroy();
        if (currentItem !== null)
            currentItem.forceActiveFocus();
    }
}
