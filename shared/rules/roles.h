#pragma once

#include <cstdint>
#include <span>
#include <string_view>

// What somebody's role allows, as a table: one line a role. Whose records it is allowed with is
// decided in access.h.
namespace fieldbook::rules {

enum class Role : std::uint8_t {
    Salesperson,
    Manager, // Head of a board, a region or a team: whatever teams they manage.
    Executive,
    BoardAdministrator,
    Administrator, // Of the system: people and tablets, not the business.
    Technician,
    CallCentre,
    Finance,
    Marketing,
    RecordsClerk,
    Auditor,
};

// Whose records somebody sees beside their own.
enum class Scope : std::uint8_t {
    Own,
    Managed, // Those of the teams they manage, with all below.
    Board, // Those of the board they work in; who works in none sees all boards.
    Company,
};

// How far a right goes.
enum class Reach : std::uint8_t { Nothing, Own, Seen, Company };

// Whether somebody takes records out of Fieldbook: at once, once a manager said yes, or not at all.
// Whose trade is the accounts takes those out at once, and asks for the rest.
enum class Exporting : std::uint8_t { Never, Asks, Accounts, May };

// What becomes of a field. In this order: each allows what the ones before it allow.
enum class FieldAccess : std::uint8_t { Hidden, Masked, View, Edit };

struct RoleSpec {
    Role role = Role::Salesperson;
    std::string_view code; // The choice of a user record.
    Scope sees = Scope::Own;
    Reach changes = Reach::Own;
    // Gives to somebody else, and decides what is a manager's to decide.
    Reach manages = Reach::Nothing;
    bool contributes = false; // Records visits and the like at customers that are only seen.
    bool reviews = false; // Reports over what is seen.
    bool crossesBoards = false; // Gives customers of one board to another.
    bool audits = false; // Reads the trail of everything that happened.
    Exporting exports = Exporting::Asks;
    FieldAccess sensitive = FieldAccess::Edit; // Fields that are Personal::Sensitive.
    FieldAccess amounts = FieldAccess::Edit; // Prices and sums.
};

[[nodiscard]] const RoleSpec& specOf(Role role);
// In order of the enumeration.
[[nodiscard]] std::span<const RoleSpec> allRoles();
// The role that a user record's choice stands for; a salesperson for a choice that is not known.
[[nodiscard]] Role roleOf(std::string_view code);

} // namespace fieldbook::rules
