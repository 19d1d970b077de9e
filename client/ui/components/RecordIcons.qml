pragma Singleton

import QtQuick

// The icon of a record type, the same wherever the type is shown.
QtObject {
    function of(type: string): string {
        switch (type) {
        case "customer":
            return "customers";
        case "contact":
            return "contact";
        case "lead":
            return "lead";
        case "opportunity":
            return "deal";
        case "visit":
            return "visit";
        case "activity":
            return "note";
        case "order":
        case "order_line":
        case "product":
            return "orders";
        case "reminder":
            return "reminder";
        case "appointment":
            return "schedule";
        case "attachment":
            return "attach";
        default:
            return "note";
        }
    }
}
