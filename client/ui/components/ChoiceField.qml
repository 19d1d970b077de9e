import QtQuick

// One of a list. options: [{ value, text, note }]; chosen(value) is the person's choice.
PickField {
    id: field

    property var options: []
    property var value
    readonly property int index: options.findIndex(option => option.value === value)

    signal chosen(var value)

    text: index < 0 ? "" : options[index].text
    aside: index < 0 ? "" : options[index].note ?? ""
    placeholder: qsTr("Choose")
    onPicking: menu.open()

    ActionMenu {
        id: menu

        y: field.height
        width: field.width
        actions: field.options.map(option => ({
            "text": option.text,
            "note": option.note ?? "",
            "checked": option.value === field.value
        }))
        onTriggered: index => {
            field.value = field.options[index].value;
            field.chosen(field.value);
        }
    }
}
