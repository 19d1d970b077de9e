import QtQuick
import Fieldbook.Theme
import Fieldbook.Schedule
import Fieldbook.Shell
import Fieldbook.App

// Every page by a word, for the tour that draws them. "TYPE:ID" is what opens for that record.
QtObject {
    id: walk

    required property AppShell shell
    // Whoever opens the pages.
    required property var pages
    required property KeepingPages keeping
    readonly property var sections: ["today", "customers", "pool", "bin", "pipeline", "leads", "lead-form", "search", "schedule-day", "schedule-week",
        "schedule-agenda", "reminder-form", "appointment-form", "note", "orders", "sync", "attention", "settings", "password", "trip-form",
        "quick-add"]

    function go(page: string) {
        const parts = page.split(":");
        if (parts.length > 1) {
            walk.record(parts[0], parts[1]);
            return;
        }
        const ways = {
            "sync": () => walk.pages.openSync(),
            "pool": () => walk.keeping.openPool(),
            "bin": () => walk.keeping.openBin(),
            "leads": () => walk.pages.openLeads(""),
            "search": () => walk.pages.searchFor(Format.chinese ? "hz" : "trading"),
            "lead-form": () => walk.pages.editLead(""),
            "password": () => walk.pages.openPassword(),
            "trip-form": () => walk.pages.openTrip(),
            "schedule-day": () => walk.span(0),
            "schedule-week": () => walk.span(1),
            "schedule-agenda": () => walk.span(2),
            "reminder-form": () => walk.pages.startNew("reminder", "", undefined),
            "appointment-form": () => walk.pages.startNew("appointment", "", undefined),
            "note": () => walk.pages.startNew("note", "", undefined),
            "quick-add": () => {
                walk.shell.show("today");
                walk.pages.quickAdd();
            }
        };
        (ways[page] ?? (() => walk.shell.show(page)))();
    }

    function record(type: string, id: string) {
        const forms = {
            "customer-form": () => walk.pages.editCustomer(id),
            "lead-form": () => walk.pages.editLead(id),
            "order-pad": () => walk.pages.writeOrder(id, "", "")
        };
        walk.shell.show(walk.shell.currentKey);
        (forms[type] ?? (() => walk.pages.openRecord(type, id)))();
    }

    function span(of: int) {
        (walk.shell.show("schedule") as SchedulePage)?.showSpan(of);
    }
}
