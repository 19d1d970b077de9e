#pragma once

#include <array>
#include <string_view>

// How every endpoint of the API document keeps to the table of access: one line an operation. A new
// endpoint needs a line here, and nothing else unless it shows records in a way of its own.
namespace fieldbook::server::testing_table {

enum class Keeps : std::uint8_t {
    Open, // Asks for nobody's sign-in, and shows no record.
    Self, // Shows and changes what is the caller's own.
    Roles, // Lets in some roles; the others are answered 403.
    // What shows or takes records, each held to the table cell by cell.
    Record,
    List,
    Reveal,
    History,
    Query,
    Figures,
    Page,
    Push,
    File,
    Report,
    News, // Pokes.
};

struct EndpointRow {
    std::string_view operation;
    Keeps keeps;
    // Of Roles: who is let in, between spaces; `@group`: only outside any board.
    std::string_view roles = {};
    std::string_view body = "{}"; // Of Self and Roles: what is asked with.
};

// Who sees a whole board, or the company.
inline constexpr std::string_view seers =
    "executive board_administrator technician call_centre finance marketing records_clerk auditor";

// Who takes records out, some only once it was approved.
inline constexpr std::string_view exporters =
    "salesperson manager executive board_administrator finance marketing records_clerk auditor";

// Who answers for the whole company.
inline constexpr std::string_view importers =
    "executive administrator board_administrator@group marketing@group";

inline constexpr std::array endpointTable{
    EndpointRow{"signIn", Keeps::Open},
    EndpointRow{"browserSession", Keeps::Open},
    EndpointRow{"waysToSignIn", Keeps::Open},
    EndpointRow{"beginCompanySignIn", Keeps::Open},
    EndpointRow{"companySignInReturned", Keeps::Open},
    EndpointRow{"signInWithCompanyAccount", Keeps::Open},
    EndpointRow{"beginSecondFactor", Keeps::Open}, // Asks for the password itself.
    EndpointRow{"confirmSecondFactor", Keeps::Open},
    EndpointRow{"health", Keeps::Open},
    EndpointRow{"version", Keeps::Open},
    EndpointRow{"metrics", Keeps::Open}, // From the machine itself; see metrics_handler.cpp.
    EndpointRow{"openApi", Keeps::Open},
    EndpointRow{"deviceContact", Keeps::Open}, // Signed with the device's own key.
    EndpointRow{"wipeReceipt", Keeps::Open},
    EndpointRow{"fetchCalendar", Keeps::Open}, // The address itself is the secret.
    EndpointRow{"signOut", Keeps::Self},
    EndpointRow{"listSessions", Keeps::Self},
    EndpointRow{"endSession", Keeps::Self},
    EndpointRow{"listDevices", Keeps::Self}, // All of them for who administers.
    EndpointRow{"getDevice", Keeps::Self},
    EndpointRow{"orderDevice", Keeps::Roles, "administrator", R"({"command":"resync"})"},
    EndpointRow{"makeEnrolment", Keeps::Roles, "administrator", R"({"login":"nobody"})"},
    EndpointRow{"me", Keeps::Self},
    EndpointRow{"changePassword", Keeps::Self},
    EndpointRow{"appOpened", Keeps::Self},
    // Of the people whom the caller manages; AttendanceService and AccountRequests decide, and have
    // tests of their own.
    EndpointRow{"attendance", Keeps::Self},
    EndpointRow{"noteAttendance", Keeps::Self},
    EndpointRow{"listAccountRequests", Keeps::Self},
    EndpointRow{"askForAccount", Keeps::Self},
    EndpointRow{"decideAccountRequest", Keeps::Self},
    EndpointRow{"executeAccountRequest", Keeps::Self},
    EndpointRow{"withdrawAccountRequest", Keeps::Self},
    // Of the people about whom the caller decides; their services have tests of their own.
    EndpointRow{"listHandovers", Keeps::Self},
    EndpointRow{"handOver", Keeps::Self},
    EndpointRow{"undoHandover", Keeps::Self},
    EndpointRow{"listRefusals", Keeps::Self},
    EndpointRow{"decideQuarantine", Keeps::Self, {}, R"({"release":false})"},
    EndpointRow{"resetSecondFactor", Keeps::Roles, "administrator"},
    // Of a caller's own keys; who may give them out is in keys_test.cpp.
    EndpointRow{"issueKey", Keeps::Roles, "administrator",
                R"({"name":"Reporting","scopes":"records.read"})"},
    EndpointRow{"listKeys", Keeps::Self},
    EndpointRow{"revokeKey", Keeps::Self},
    EndpointRow{"renewCalendar", Keeps::Self},
    EndpointRow{"endCalendar", Keeps::Self},
    EndpointRow{"leaseNumbers", Keeps::Self},
    EndpointRow{"lease", Keeps::Self},
    EndpointRow{"beginUpload", Keeps::Self},
    EndpointRow{"resumeUpload", Keeps::Self},
    EndpointRow{"appendUpload", Keeps::Self},
    EndpointRow{"abandonUpload", Keeps::Self},
    EndpointRow{"getRecord", Keeps::Record},
    EndpointRow{"listRecords", Keeps::List},
    EndpointRow{"revealFields", Keeps::Reveal, {}, R"({"fields":["family"]})"},
    EndpointRow{"recordHistory", Keeps::History},
    EndpointRow{"queryRecords", Keeps::Query, {}, R"({"fields":["name"],"count":true})"},
    EndpointRow{"recordTotals", Keeps::Figures, {}, R"({"by":[{"field":"owner"}],"sum":[]})"},
    EndpointRow{"pull", Keeps::Page},
    EndpointRow{"push", Keeps::Push},
    EndpointRow{"fetchFile", Keeps::File},
    EndpointRow{"review", Keeps::Report},
    EndpointRow{"reviewFlow", Keeps::Report},
    EndpointRow{"live", Keeps::News},
    EndpointRow{"settings", Keeps::Roles, "administrator"},
    EndpointRow{"requestExport", Keeps::Roles, exporters,
                R"({"type":"customer","format":"csv","reason":"a campaign","fields":["name"],
                    "key":"01890000-0000-7000-8000-0000000000fe"})"},
    EndpointRow{"takeExport", Keeps::Self},
    EndpointRow{"readImportTable", Keeps::Roles, importers,
                R"({"type":"customer","text":"Name\nBakery"})"},
    EndpointRow{"runImport", Keeps::Roles, importers,
                R"({"type":"product","name":"tea.csv","source":"tea","text":"Code,Name\n1,Tea",
                    "key":["Code"],"fields":[{"field":"code","column":"Code"},
                    {"field":"name","column":"Name"}],"dry_run":true})"},
    EndpointRow{"listImports", Keeps::Roles, importers},
    EndpointRow{"getImport", Keeps::Roles, importers},
    EndpointRow{"undoImport", Keeps::Roles, importers},
    EndpointRow{"searchTrail", Keeps::Roles, "executive administrator auditor@group"},
    EndpointRow{"verifyTrail", Keeps::Roles, "executive administrator auditor@group"},
    EndpointRow{"trailCheckpoint", Keeps::Roles, seers},
    EndpointRow{"keepWitness", Keeps::Roles, seers, R"({"checkpoint":"x"})"},
};

// Who may do an act: 'w' who may change the record, 'm' who answers for whom it belongs to, 'e'
// either; 'o' who is responsible for it, or answers for whom it belongs to; 's' who sees it and
// may have its sensitive fields; 'v' who sees it; 'k' the same but clerks; 'd' who sees it, or
// answers for whom it belongs to; 'a' who made it; 'p' the person, or who answers for them; 'c' who
// answers for the whole company; 'x' who answers for whom it belongs to and takes records out
// without asking.
struct ActRow {
    std::string_view act;
    char may;
};
inline constexpr std::array actTable{
    ActRow{"customer.assign", 'm'},       ActRow{"lead.assign", 'm'},
    ActRow{"opportunity.assign", 'm'},    ActRow{"lead.contact", 'w'},
    ActRow{"lead.qualify", 'w'},          ActRow{"lead.disqualify", 'w'},
    ActRow{"lead.reopen", 'w'},           ActRow{"lead.convert", 'w'},
    ActRow{"opportunity.move", 'w'},      ActRow{"order.submit", 'w'},
    ActRow{"order.confirm", 'm'},         ActRow{"order.ship", 'm'},
    ActRow{"order.close", 'm'},           ActRow{"order.cancel", 'e'},
    ActRow{"reminder.complete", 'w'},     ActRow{"reminder.snooze", 'w'},
    ActRow{"visit.cancel", 'w'},          ActRow{"visit.check_in", 'w'},
    ActRow{"visit.check_out", 'w'},       ActRow{"visit.miss", 'w'},
    ActRow{"customer.share", 'o'},        ActRow{"share.end", 'o'},
    ActRow{"contact.view", 's'},          ActRow{"user.cover", 'p'},
    ActRow{"substitution.end", 'p'},      ActRow{"customer.view", 's'},
    ActRow{"customer.release", 'o'},      ActRow{"customer.return", 'm'},
    ActRow{"customer.protect", 'o'},      ActRow{"customer.unprotect", 'o'},
    ActRow{"listing.claim", 'k'},         ActRow{"customer.propose_merge", 'e'},
    ActRow{"merge_case.approve", 'd'},    ActRow{"merge_case.reject", 'd'},
    ActRow{"merge_case.undo", 'd'},       ActRow{"merge_case.withdraw", 'a'},
    ActRow{"customer_rules.set", 'c'},    ActRow{"export_request.approve", 'x'},
    ActRow{"export_request.reject", 'x'},
};

// What may be recorded at a customer that is only seen, and by which roles.
inline constexpr std::array<std::string_view, 5> contributions{"activity", "visit", "reminder",
                                                               "appointment", "attachment"};
inline constexpr std::array<std::string_view, 2> contributors{"technician", "call_centre"};

} // namespace fieldbook::server::testing_table
