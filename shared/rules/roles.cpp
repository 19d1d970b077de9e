#include "shared/rules/roles.h"

#include <algorithm>
#include <array>

namespace fieldbook::rules {
namespace {

constexpr std::array roles{
    RoleSpec{.role = Role::Salesperson, .code = "salesperson"},
    RoleSpec{.role = Role::Manager,
             .code = "manager",
             .sees = Scope::Managed,
             .changes = Reach::Seen,
             .manages = Reach::Seen,
             .reviews = true,
             .exports = Exporting::May},
    RoleSpec{.role = Role::Executive,
             .code = "executive",
             .sees = Scope::Company,
             .changes = Reach::Seen,
             .manages = Reach::Seen,
             .reviews = true,
             .audits = true,
             .exports = Exporting::May},
    RoleSpec{.role = Role::BoardAdministrator,
             .code = "board_administrator",
             .sees = Scope::Board,
             .changes = Reach::Seen,
             .manages = Reach::Seen,
             .reviews = true,
             .exports = Exporting::May,
             .sensitive = FieldAccess::Hidden},
    RoleSpec{.role = Role::Administrator,
             .code = "administrator",
             .manages = Reach::Company,
             .audits = true,
             .exports = Exporting::Never},
    RoleSpec{.role = Role::Technician,
             .code = "technician",
             .sees = Scope::Board,
             .contributes = true,
             .exports = Exporting::Never,
             .sensitive = FieldAccess::Hidden,
             .amounts = FieldAccess::Hidden},
    RoleSpec{.role = Role::CallCentre,
             .code = "call_centre",
             .sees = Scope::Board,
             .contributes = true,
             .exports = Exporting::Never,
             .sensitive = FieldAccess::Hidden,
             .amounts = FieldAccess::Hidden},
    RoleSpec{.role = Role::Finance,
             .code = "finance",
             .sees = Scope::Board,
             .reviews = true,
             .exports = Exporting::Accounts,
             .sensitive = FieldAccess::Hidden},
    RoleSpec{.role = Role::Marketing,
             .code = "marketing",
             .sees = Scope::Board,
             .manages = Reach::Seen,
             .reviews = true,
             .crossesBoards = true,
             .sensitive = FieldAccess::Masked},
    RoleSpec{.role = Role::RecordsClerk,
             .code = "records_clerk",
             .sees = Scope::Board,
             .changes = Reach::Seen,
             .amounts = FieldAccess::View},
    RoleSpec{.role = Role::Auditor,
             .code = "auditor",
             .sees = Scope::Board,
             .changes = Reach::Nothing,
             .reviews = true,
             .audits = true,
             .sensitive = FieldAccess::Masked,
             .amounts = FieldAccess::View},
};

static_assert(std::ranges::is_sorted(roles, {}, &RoleSpec::role));

} // namespace

const RoleSpec& specOf(Role role) { return roles[static_cast<std::size_t>(role)]; }

std::span<const RoleSpec> allRoles() { return roles; }

Role roleOf(std::string_view code)
{
    const auto* found = std::ranges::find(roles, code, &RoleSpec::code);
    return found == roles.end() ? Role::Salesperson : found->role;
}

} // namespace fieldbook::rules
