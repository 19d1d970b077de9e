#pragma once

#include <algorithm>
#include <array>
#include <string_view>

// What each role may, written by hand and not derived from the rules: what they are held against.
namespace fieldbook::testing {

// Whose a record is, seen from the viewer of boards.h.
inline constexpr std::array<std::string_view, 5> relations{"own", "team", "board", "other",
                                                           "nobody"};

// What may be done with a record: s seen, c changed, m managed; in the order of `relations`.
struct AccessRow {
    std::string_view role;
    bool atGroup;
    std::array<std::string_view, 5> may;
};
inline constexpr std::array accessTable{
    AccessRow{"salesperson", false, {"sc-", "---", "---", "---", "---"}},
    AccessRow{"salesperson", true, {"sc-", "---", "---", "---", "---"}},
    AccessRow{"manager", false, {"scm", "scm", "---", "---", "---"}},
    AccessRow{"manager", true, {"sc-", "scm", "---", "---", "---"}},
    AccessRow{"executive", false, {"scm", "scm", "scm", "scm", "scm"}},
    AccessRow{"executive", true, {"scm", "scm", "scm", "scm", "scm"}},
    AccessRow{"board_administrator", false, {"scm", "scm", "scm", "---", "---"}},
    AccessRow{"board_administrator", true, {"scm", "scm", "scm", "scm", "scm"}},
    AccessRow{"administrator", false, {"scm", "--m", "--m", "--m", "--m"}},
    AccessRow{"administrator", true, {"scm", "--m", "--m", "--m", "--m"}},
    AccessRow{"technician", false, {"sc-", "s--", "s--", "---", "---"}},
    AccessRow{"technician", true, {"sc-", "s--", "s--", "s--", "s--"}},
    AccessRow{"call_centre", false, {"sc-", "s--", "s--", "---", "---"}},
    AccessRow{"call_centre", true, {"sc-", "s--", "s--", "s--", "s--"}},
    AccessRow{"finance", false, {"sc-", "s--", "s--", "---", "---"}},
    AccessRow{"finance", true, {"sc-", "s--", "s--", "s--", "s--"}},
    AccessRow{"marketing", false, {"scm", "s-m", "s-m", "---", "---"}},
    AccessRow{"marketing", true, {"scm", "s-m", "s-m", "s-m", "s-m"}},
    AccessRow{"records_clerk", false, {"sc-", "sc-", "sc-", "---", "---"}},
    AccessRow{"records_clerk", true, {"sc-", "sc-", "sc-", "sc-", "sc-"}},
    AccessRow{"auditor", false, {"s--", "s--", "s--", "---", "---"}},
    AccessRow{"auditor", true, {"s--", "s--", "s--", "s--", "s--"}},
};

// Who sees the listing of a customer (what a board knows of it), by whose the customer is. The
// roles that are not here see none.
struct ListingRow {
    std::string_view role;
    bool atGroup;
    std::string_view sees; // In the order of `relations`.
};
inline constexpr std::array listingTable{
    ListingRow{"salesperson", false, "sss--"},
    ListingRow{"salesperson", true, "s---s"},
    ListingRow{"manager", false, "sss--"},
    ListingRow{"manager", true, "s---s"},
    ListingRow{"executive", false, "sss--"},
    ListingRow{"executive", true, "s---s"},
    ListingRow{"board_administrator", false, "sss--"},
    ListingRow{"board_administrator", true, "s---s"},
    ListingRow{"records_clerk", false, "sss--"},
    ListingRow{"records_clerk", true, "s---s"},
};

// Who sees whole boards, but of what is decided about their people only what is theirs.
inline constexpr std::array<std::string_view, 4> noDeciders{"technician", "call_centre", "finance",
                                                            "records_clerk"};
// Who lets others take records out.
inline constexpr std::array<std::string_view, 3> releasers{"manager", "executive",
                                                           "board_administrator"};

// What the role may do with a record of the type, by its place in `relations`. Who answers for a
// board answers for its listings; a manager answers for a team.
[[nodiscard]] constexpr std::string_view
mayOf(const AccessRow& row, std::size_t relation, std::string_view type)
{
    const auto may = row.may[relation];
    if (type == "export_request" && relations[relation] != "own" &&
        std::ranges::find(noDeciders, row.role) != noDeciders.end()) {
        return "---";
    }
    if (type != "listing") {
        return may;
    }
    const bool manages = may[2] == 'm' && row.role != "manager";
    for (const ListingRow& listing : listingTable) {
        if (listing.role == row.role && listing.atGroup == row.atGroup &&
            listing.sees[relation] == 's') {
            return manages ? "s-m" : "s--";
        }
    }
    return manages ? "--m" : "---";
}

// What is shown of sensitive words, of other sensitive fields, of amounts, of everything else: h
// hidden, m masked, v seen, e edited.
struct FieldRow {
    std::string_view role;
    std::string_view may;
    bool reviews; // Reports.
};
inline constexpr std::array fieldTable{
    FieldRow{"salesperson", "eeee", false},   FieldRow{"manager", "eeee", true},
    FieldRow{"executive", "eeee", true},      FieldRow{"board_administrator", "hhee", true},
    FieldRow{"administrator", "eeee", false}, FieldRow{"technician", "hhhe", false},
    FieldRow{"call_centre", "hhhe", false},   FieldRow{"finance", "hhee", true},
    FieldRow{"marketing", "mhee", true},      FieldRow{"records_clerk", "eeve", false},
    FieldRow{"auditor", "mhve", true},
};

} // namespace fieldbook::testing
